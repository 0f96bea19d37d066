import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, type ReactNode, useState } from "react";
import { api } from "../api.ts";
import { useMessages } from "../messages/language.tsx";
import { Dialog } from "../parts/dialog.tsx";

/** `Seafarers of Port Amaranth` as `seafarers-of-port-amaranth`. */
function shortName(title: string): string {
  const plain = title
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-");
  return plain.replace(/^[^a-z]+|-+$/g, "").slice(0, 40);
}

/** Makes a case and goes there. */
function useMakeCase(onDone: () => void) {
  const navigate = useNavigate();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, title }: { readonly id: string; readonly title: string }) => api.newCase(id, title),
    onSuccess: async (made) => {
      await client.invalidateQueries({ queryKey: ["cases"] });
      onDone();
      await navigate({ to: "/$case", params: { case: made.id }, search: {} });
    },
  });
}

/** Asks for the title and short name of a new case, makes it and goes there. */
export function NewCaseDialog({ onDone }: { readonly onDone: () => void }): ReactNode {
  const m = useMessages();
  const [title, setTitle] = useState("");
  const [typed, setTyped] = useState<string>();
  const id = typed ?? shortName(title);
  const make = useMakeCase(onDone);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate({ id, title: title.trim() });
  };
  return (
    <Dialog title={m.newCase.title} onDone={onDone}>
      <form onSubmit={submit} className="form">
        <p>{m.newCase.intro}</p>
        <label className="field">
          <span>{m.newCase.name}</span>
          <input
            value={title}
            onChange={(event) => setTitle(event.target.value)}
            required
            aria-describedby="new-name"
          />
          <small id="new-name">{m.newCase.nameHint}</small>
        </label>
        <label className="field">
          <span>{m.newCase.id}</span>
          <input
            value={id}
            onChange={(event) => setTyped(event.target.value)}
            required
            pattern="[a-z][a-z0-9\-]*"
            title={m.newCase.idWrong}
            aria-describedby="new-id"
          />
          <small id="new-id">{m.newCase.idHint}</small>
        </label>
        {make.isError ? (
          <p className="form-error" role="alert">
            {make.error.message}
          </p>
        ) : null}
        <div className="dialog-foot">
          <button type="button" className="button" onClick={onDone}>
            {m.newCase.cancel}
          </button>
          <button type="submit" className="button button-main" disabled={make.isPending}>
            {make.isPending ? m.newCase.creating : m.newCase.create}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
