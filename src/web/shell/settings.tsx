import type { ReactNode } from "react";
import { LANGUAGES, useLanguage } from "../messages/language.tsx";
import { THEMES, useTheme } from "../theme.ts";

/** Language, theme and the list of keys, at the top of the page. */
export function Settings({ onKeys }: { readonly onKeys: () => void }): ReactNode {
  const { m, language, speak } = useLanguage();
  const [theme, choose] = useTheme();
  return (
    <section className="settings" aria-label={m.shell.settings}>
      <label className="setting">
        <span>{m.shell.language}</span>
        <select
          value={language}
          onChange={(event) => {
            const next = LANGUAGES.find(({ id }) => id === event.target.value);
            if (next !== undefined) speak(next.id);
          }}
        >
          {LANGUAGES.map(({ id, name }) => (
            <option key={id} value={id} lang={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="setting">
        <span>{m.shell.theme}</span>
        <select
          value={theme}
          onChange={(event) => {
            const next = THEMES.find((id) => id === event.target.value);
            if (next !== undefined) choose(next);
          }}
        >
          {THEMES.map((id) => (
            <option key={id} value={id}>
              {m.shell[id]}
            </option>
          ))}
        </select>
      </label>
      <button type="button" className="plain setting-keys" onClick={onKeys}>
        {m.shell.keys} <kbd>?</kbd>
      </button>
    </section>
  );
}
