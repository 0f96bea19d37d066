import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { DropdownMenu } from "radix-ui";
import type { ReactNode } from "react";
import { useCase } from "../case.tsx";
import { useMessages } from "../messages/language.tsx";
import { queries } from "../queries.ts";

/** The case's name, a menu of all cases. */
export function CaseMenu({ onNewCase }: { readonly onNewCase: () => void }): ReactNode {
  const m = useMessages();
  const { id } = useCase();
  const navigate = useNavigate();
  const cases = useQuery(queries.cases()).data?.cases ?? [];
  const here = cases.find((item) => item.id === id);
  const title = here?.title ?? id;
  return (
    <div className="case-name">
      <span className="product">{m.shell.product}</span>
      <DropdownMenu.Root modal={false}>
        <DropdownMenu.Trigger className="case-trigger" aria-label={m.shell.chooseCase(title)}>
          <span className="case-title">{title}</span>
          <span className="caret" aria-hidden="true" />
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content className="menu" align="start" sideOffset={4} collisionPadding={8}>
            <DropdownMenu.Label className="menu-label">{m.shell.cases}</DropdownMenu.Label>
            {cases.map((item) => (
              <DropdownMenu.CheckboxItem
                key={item.id}
                className="menu-item"
                checked={item.id === id}
                onSelect={() => void navigate({ to: "/$case", params: { case: item.id }, search: {} })}
              >
                {item.title}
                {item.invented ? <span className="tag">{m.shell.invented}</span> : null}
              </DropdownMenu.CheckboxItem>
            ))}
            <DropdownMenu.Separator className="menu-rule" />
            <DropdownMenu.Item className="menu-item" onSelect={onNewCase}>
              {m.shell.newCase}
            </DropdownMenu.Item>
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      {here?.invented === true ? (
        <p className="invented" data-hint={m.shell.inventedNote}>
          {m.shell.invented}
        </p>
      ) : null}
    </div>
  );
}
