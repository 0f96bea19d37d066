import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { ProposalView } from "../../cases/proposal-queue.ts";
import type { QueueAnswer } from "../api.ts";
import { useCase } from "../case.tsx";
import { queries } from "../queries.ts";
import { useShortcut } from "../shortcuts.ts";
import { type Acts, useActs } from "./acts.ts";
import { Desk } from "./desk.tsx";
import { fieldId } from "./draft-form.tsx";
import { type Edit, trimmed, useEdit } from "./edit.ts";
import { QueueList } from "./queue-list.tsx";
import { SelectionBar } from "./selection-bar.tsx";

interface WorkplaceProps {
  readonly queue: QueueAnswer;
  readonly by: string;
  readonly chosen: string | undefined;
  readonly onShow: (id: string | undefined) => void;
  readonly onMore: () => void;
  readonly whenEmpty: ReactNode;
}

/** Gives the focus to the proposal in view after an act has led to it. */
function useFocusAfter(id: string | undefined) {
  const wanted = useRef(false);
  useEffect(() => {
    if (!wanted.current || id === undefined) return;
    wanted.current = false;
    const item = document.querySelector<HTMLElement>("[data-list=proposals] [aria-current] .queue-open");
    item?.focus();
    item?.scrollIntoView({ block: "nearest" });
  });
  return wanted;
}

/** Reads the passage of the proposal after this one before it is asked for. */
function useReadAhead(items: readonly ProposalView[], at: number): void {
  const client = useQueryClient();
  const { id } = useCase();
  const next = items[at + 1]?.proposal.id;
  useEffect(() => {
    if (next !== undefined) void client.prefetchQuery(queries.proposal(id, next));
  }, [client, id, next]);
}

/** What is selected, and how to change it. */
function useSelection(items: readonly ProposalView[]) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const views = items.filter(({ proposal }) => ids.has(proposal.id));
  const toggle = (id: string) =>
    setIds((held) => new Set(held.has(id) ? [...held].filter((one) => one !== id) : [...held, id]));
  return { ids, views, toggle, set: (all: readonly string[]) => setIds(new Set(all)) };
}

/** Leads the focus back to the proposal in view. */
function focusCurrent(): void {
  document.querySelector<HTMLElement>("[data-list=proposals] [aria-current] .queue-open")?.focus();
}

/** What is in view and selected, what can be done with it, and the keys that do it. */
function useWork({ queue, by, chosen, onShow }: WorkplaceProps) {
  const [leaving, setLeaving] = useState<ReadonlySet<string>>(new Set());
  const items = queue.proposals.filter(({ proposal }) => !leaving.has(proposal.id));
  const found = items.findIndex(({ proposal }) => proposal.id === chosen);
  const at = found === -1 ? 0 : found;
  const current = items[at];
  const wanted = useFocusAfter(current?.proposal.id);
  const selection = useSelection(items);
  const edit = useEdit(current);
  const onNext = (id: string | undefined) => {
    wanted.current = true;
    onShow(id);
  };
  const acts = useActs({ by: by.trim() === "" ? "analyst" : by.trim(), shown: items, setLeaving, onNext });
  useReadAhead(items, at);
  const [lacking, setLacking] = useState(0);
  const many = manyOf(selection.views, { acts, onLacking: setLacking, onDone: selection.set });
  const one = oneOf(current, edit, acts);
  const isMany = selection.views.length > 0;
  useShortcut({
    a: isMany ? many.accept : one.accept,
    r: isMany ? many.reject : one.reject,
    e: () => document.getElementById(fieldId(edit?.missing[0] ?? "measure"))?.focus(),
    u: () => void acts.undo(),
    x: () => current !== undefined && one.isOpen && selection.toggle(current.proposal.id),
  });
  return { items, current, selection, edit, acts, lacking, many, one };
}

/** The queue beside the passage and the form. */
export function Workplace(props: WorkplaceProps): ReactNode {
  const { queue, onShow, onMore, whenEmpty } = props;
  const { items, current, selection, edit, acts, lacking, many, one } = useWork(props);
  const bar = { items, selection, lacking, acts, onAccept: many.accept, onReject: many.reject };
  if (current === undefined || edit === undefined) {
    return (
      <>
        <SelectionBar {...bar} />
        {whenEmpty}
      </>
    );
  }
  const { id } = current.proposal;
  return (
    <>
      <SelectionBar {...bar} />
      <div className="queue-place">
        <QueueList
          items={items}
          current={id}
          selected={selection.ids}
          onShow={(next) => {
            if (next !== id) onShow(next);
          }}
          onSelect={selection.toggle}
          more={queue.total - queue.proposals.length}
          onMore={onMore}
        />
        <Desk
          view={current}
          edit={edit}
          onAccept={one.accept}
          onReject={one.reject}
          onTakeBack={() => void acts.undo([id])}
          onLeave={focusCurrent}
        />
      </div>
    </>
  );
}

/** What can be done with the proposal in view. */
function oneOf(view: ProposalView | undefined, edit: Edit | undefined, acts: Acts) {
  const isOpen = view?.status === "open" || view?.status === "claimed";
  return {
    isOpen,
    accept: () => {
      if (view === undefined || edit === undefined || !isOpen) return;
      const [first] = edit.missing;
      const made = { id: view.proposal.id, draft: trimmed(edit.draft), paraphrase: edit.paraphrase.trim() };
      if (first !== undefined) document.getElementById(fieldId(first))?.focus();
      else if (made.paraphrase === "") document.getElementById(fieldId("paraphrase"))?.focus();
      else void acts.correct(made);
    },
    reject: () => {
      if (view !== undefined && isOpen) void acts.reject([view]);
    },
  };
}

interface ManyOptions {
  readonly acts: Acts;
  readonly onLacking: (n: number) => void;
  /** The ids that stay selected. */
  readonly onDone: (ids: readonly string[]) => void;
}

/** What can be done with all that is selected; what lacks something stays, since nobody has completed it. */
function manyOf(views: readonly ProposalView[], { acts, onLacking, onDone }: ManyOptions) {
  return {
    accept: () => {
      const whole = views.filter(({ missing }) => missing.length === 0);
      const rest = views.filter(({ missing }) => missing.length > 0);
      onLacking(rest.length);
      onDone(rest.map(({ proposal }) => proposal.id));
      if (whole.length > 0) void acts.accept(whole);
    },
    reject: () => {
      onLacking(0);
      onDone([]);
      void acts.reject(views);
    },
  };
}
