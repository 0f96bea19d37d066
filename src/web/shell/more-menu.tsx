import { Link } from "@tanstack/react-router";
import { DropdownMenu } from "radix-ui";
import type { ReactNode } from "react";
import { useCase } from "../case.tsx";
import { LANGUAGES, useLanguage } from "../messages/language.tsx";
import { THEMES, useTheme } from "../theme.ts";

/** On a phone: what has no room in the bar, the pages first. */
export function MoreMenu({ onKeys }: { readonly onKeys: () => void }): ReactNode {
  const { m, language, speak } = useLanguage();
  const [theme, choose] = useTheme();
  const params = { case: useCase().id };
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="more">{m.shell.more}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" side="top" align="end" sideOffset={8} collisionPadding={8}>
          <DropdownMenu.Item className="menu-item" asChild>
            <Link to="/$case/proposals" params={params} search={{}}>
              {m.proposals.name}
            </Link>
          </DropdownMenu.Item>
          <DropdownMenu.Item className="menu-item" asChild>
            <Link to="/$case/conflicts" params={params} search={{}}>
              {m.shell.conflicts}
            </Link>
          </DropdownMenu.Item>
          <DropdownMenu.Item className="menu-item" asChild>
            <Link to="/$case/next-facts" params={params} search={{}}>
              {m.shell.nextFacts}
            </Link>
          </DropdownMenu.Item>
          <DropdownMenu.Separator className="menu-rule" />
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
