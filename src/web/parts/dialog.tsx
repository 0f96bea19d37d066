import { type ReactNode, useEffect, useId, useRef } from "react";

interface DialogProps {
  readonly title: string;
  readonly onDone: () => void;
  readonly children: ReactNode;
}

/** A dialog of the browser's own: it holds the focus, Esc closes it, the focus goes back. */
export function Dialog({ title, onDone, children }: DialogProps): ReactNode {
  const element = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const dialog = element.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog ref={element} className="dialog" aria-labelledby={heading} onClose={onDone}>
      <h2 id={heading}>{title}</h2>
      {children}
    </dialog>
  );
}
