import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useRef } from "react";
import type { Source } from "../../sources/source.ts";
import { api } from "../api.ts";
import { useCase } from "../case.tsx";
import { useMessages } from "../messages/language.tsx";
import { Command } from "../parts/states.tsx";

function where(copyAt: string): ReactNode {
  if (!/^https?:\/\//.test(copyAt)) return copyAt;
  return (
    <a href={copyAt} className="link" rel="noreferrer noopener" target="_blank">
      {copyAt}
    </a>
  );
}

/** Where a copy can be had, and how to attach one here or on the command line. */
export function AttachCopy({ source }: { readonly source: Source }): ReactNode {
  const m = useMessages();
  const { id } = useCase();
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const attach = useMutation({
    mutationFn: (file: Blob) => api.attach(id, source.id, file),
    onSuccess: () => client.invalidateQueries({ queryKey: ["case", id] }),
  });
  return (
    <section className="attach">
      <h2>{m.reader.notAttachedTitle}</h2>
      <p>{m.reader.notAttached}</p>
      {source.copyAt === undefined ? null : <p>{m.reader.copyAt(where(source.copyAt))}</p>}
      <p>
        <button type="button" className="button" disabled={attach.isPending} onClick={() => input.current?.click()}>
          {attach.isPending ? m.reader.attaching : m.reader.attachButton}
        </button>
        <input
          ref={input}
          type="file"
          hidden
          aria-label={m.reader.attachButton}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file !== undefined) attach.mutate(file);
            event.target.value = "";
          }}
        />
      </p>
      {attach.isError ? (
        <p className="form-error" role="alert">
          {attach.error.message}
        </p>
      ) : null}
      <p>{m.reader.attachCommand}</p>
      <Command>{`tributary attach --case ${id} FILE`}</Command>
      {source.sha256 === undefined ? null : (
        <p className="soft digest">{m.reader.digest(<code>{source.sha256}</code>)}</p>
      )}
    </section>
  );
}
