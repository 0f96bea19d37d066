import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import { en, type Messages } from "./en.ts";
import { ko } from "./ko.ts";

/** The languages that the pages are written in. */
export type Language = "en" | "ko";

const CATALOGUES: Readonly<Record<Language, Messages>> = { en, ko };

/** Languages under their own names. */
export const LANGUAGES: readonly { readonly id: Language; readonly name: string }[] = [
  { id: "en", name: "English" },
  { id: "ko", name: "한국어" },
];

interface Speaking {
  readonly language: Language;
  readonly speak: (language: Language) => void;
  readonly m: Messages;
}

const Spoken = createContext<Speaking>({ language: "en", speak: () => undefined, m: en });

function remembered(): Language {
  return document.documentElement.lang === "ko" ? "ko" : "en";
}

/** Gives the messages of the chosen language to everything inside it, and remembers the choice. */
export function LanguageProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [language, setLanguage] = useState(remembered);
  const speaking = useMemo<Speaking>(
    () => ({
      language,
      m: CATALOGUES[language],
      speak: (next) => {
        document.documentElement.lang = next;
        localStorage.setItem("tributary-language", next);
        setLanguage(next);
      },
    }),
    [language],
  );
  return <Spoken.Provider value={speaking}>{children}</Spoken.Provider>;
}

/** The messages of the language in use. */
export function useMessages(): Messages {
  return useContext(Spoken).m;
}

/** The language in use and how to change it. */
export function useLanguage(): Speaking {
  return useContext(Spoken);
}
