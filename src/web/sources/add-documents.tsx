import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useRef, useState } from "react";
import { api } from "../api.ts";
import { useCase } from "../case.tsx";
import { useMessages } from "../messages/language.tsx";

/** The endings that a file dialogue offers; others can be chosen and are told apart by their bytes. */
const ACCEPTED =
  ".pdf,.docx,.odt,.rtf,.html,.htm,.xhtml,.epub,.eml,.md,.txt,.srt,.vtt,.csv,.tsv,.xlsx,.png,.jpg,.jpeg,.tif,.tiff,.bmp";

interface Outcome {
  readonly file: string;
  /** What the server said of it: what it became, or why it cannot be read. */
  readonly words: string;
  readonly failed: boolean;
}

/** Files given one after the other, with what became of each; one that cannot be read does not hold up the others. */
function useAdding() {
  const m = useMessages();
  const { id } = useCase();
  const client = useQueryClient();
  const [reading, setReading] = useState<string>();
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([]);
  const addOne = async (file: File): Promise<Outcome> => {
    try {
      const { view, added, notes } = await api.addDocument(id, file);
      const became = added ? m.sources.becameSource(view.source.title) : m.sources.isSource(view.source.title);
      return { file: file.name, words: [became, ...notes].join(" "), failed: false };
    } catch (error) {
      return { file: file.name, words: error instanceof Error ? error.message : String(error), failed: true };
    }
  };
  const add = async (files: readonly File[]): Promise<void> => {
    setOutcomes([]);
    for (const file of files) {
      setReading(file.name);
      const outcome = await addOne(file);
      setOutcomes((before) => [...before, outcome]);
    }
    setReading(undefined);
    await client.invalidateQueries({ queryKey: ["case", id] });
  };
  return { add, reading, outcomes };
}

/** A button that takes documents into the case, and a list of what became of each. */
export function AddDocuments(): ReactNode {
  const m = useMessages();
  const input = useRef<HTMLInputElement>(null);
  const { add, reading, outcomes } = useAdding();
  const failed = outcomes.filter((outcome) => outcome.failed).length;
  return (
    <section className="add-documents" aria-label={m.sources.addButton}>
      <button
        type="button"
        className="button"
        disabled={reading !== undefined}
        onClick={() => input.current?.click()}
        data-hint={m.sources.addHint}
      >
        {reading === undefined ? m.sources.addButton : m.sources.adding(reading)}
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={ACCEPTED}
        aria-label={m.sources.addButton}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = "";
          void add(files);
        }}
      />
      <div role="status">
        {outcomes.length === 0 || reading !== undefined ? null : (
          <>
            <p>{m.sources.addedSummary(outcomes.length - failed, failed)}</p>
            <ul>
              {outcomes.map(({ file, words, failed: isFailed }) => (
                <li key={file} className={isFailed ? "form-error" : undefined}>
                  {file}: {words}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </section>
  );
}
