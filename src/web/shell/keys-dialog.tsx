import type { ReactNode } from "react";
import { useMessages } from "../messages/language.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { useKeysSwitch } from "../shortcuts.ts";

/** The keys that the pages know, and a switch for the single ones. */
export function KeysDialog({ onDone }: { readonly onDone: () => void }): ReactNode {
  const m = useMessages();
  const [on, setOn] = useKeysSwitch();
  const rows: readonly (readonly [readonly string[], string])[] = [
    [["/"], m.keys.search],
    [["j"], m.keys.down],
    [["k"], m.keys.up],
    [["Enter"], m.keys.open],
    [["Esc"], m.keys.close],
    [["←", "→"], m.keys.years],
    [["a"], m.proposals.keys.accept],
    [["r"], m.proposals.keys.reject],
    [["e"], m.proposals.keys.correct],
    [["x"], m.proposals.keys.select],
    [["u"], m.proposals.keys.undo],
    [["?"], m.keys.help],
  ];
  return (
    <Dialog title={m.keys.title} onDone={onDone}>
      <dl className="keys">
        {rows.map(([keys, words]) => (
          <div key={words}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <label className="check">
        <input type="checkbox" checked={on} onChange={(event) => setOn(event.target.checked)} /> {m.keys.switch}
      </label>
      <div className="dialog-foot">
        <button type="button" className="button" onClick={onDone}>
          {m.keys.done}
        </button>
      </div>
    </Dialog>
  );
}
