import { DropdownMenu } from "radix-ui";
import type { ReactNode } from "react";
import { LANGUAGES, useLanguage } from "../messages/language.tsx";
import { THEMES, useTheme } from "../theme.ts";

/** On a phone: what has no room in the bar. */
export function MoreMenu({ onKeys }: { readonly onKeys: () => void }): ReactNode {
  const { m, language, speak } = useLanguage();
  const [theme, choose] = useTheme();
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="more">{m.shell.more}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" side="top" align="end" sideOffset={8} collisionPadding={8}>
          <DropdownMenu.Label className="menu-label">{m.shell.language}</DropdownMenu.Label>
          {LANGUAGES.map(({ id, name }) => (
            <DropdownMenu.CheckboxItem
              key={id}
              className="menu-item"
              lang={id}
              checked={id === language}
              onSelect={() => speak(id)}
            >
              {name}
            </DropdownMenu.CheckboxItem>
          ))}
          <DropdownMenu.Label className="menu-label">{m.shell.theme}</DropdownMenu.Label>
          {THEMES.map((id) => (
            <DropdownMenu.CheckboxItem
              key={id}
              className="menu-item"
              checked={id === theme}
              onSelect={() => choose(id)}
            >
              {m.shell[id]}
            </DropdownMenu.CheckboxItem>
          ))}
          <DropdownMenu.Separator className="menu-rule" />
          <DropdownMenu.Item className="menu-item" onSelect={onKeys}>
            {m.shell.keys}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
