import { type ReactNode, useId, useState } from "react";

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly isMissing?: boolean;
  readonly hint?: string | undefined;
}

interface TextFieldProps extends FieldProps {
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
  /** What may well be meant; anything else can be typed. */
  readonly suggestions?: readonly string[];
}

/** What every field has: its label, whether it is still to be filled in, and a hint under it. */
function Field(props: FieldProps & { readonly hintId: string; readonly children: ReactNode }): ReactNode {
  return (
    <div className={props.isMissing === true ? "draft-field draft-missing" : "draft-field"}>
      <label htmlFor={props.id}>{props.label}</label>
      {props.children}
      {props.hint === undefined ? null : (
        <span id={props.hintId} className="under">
          {props.hint}
        </span>
      )}
    </div>
  );
}

/** A field of one line. */
export function TextField({ value, onChange, suggestions = [], ...field }: TextFieldProps): ReactNode {
  const hintId = useId();
  const listId = useId();
  return (
    <Field {...field} hintId={hintId}>
      {suggestions.length === 0 ? null : (
        <datalist id={listId}>
          {suggestions.map((words) => (
            <option key={words} value={words} />
          ))}
        </datalist>
      )}
      <input
        id={field.id}
        {...(suggestions.length === 0 ? {} : { list: listId })}
        value={value ?? ""}
        onChange={(event) => onChange(event.target.value === "" ? undefined : event.target.value)}
        autoComplete="off"
        {...(field.hint === undefined ? {} : { "aria-describedby": hintId })}
      />
    </Field>
  );
}

interface NumberFieldProps extends FieldProps {
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
}

/** The number in words as people type them: separators are let by, anything else is no number. */
function numberIn(text: string): number | undefined {
  const bare = text.replace(/[\s,\u00a0\u202f]/gu, "");
  return /^\d+(\.\d+)?$/u.test(bare) ? Number(bare) : undefined;
}

/** A field for a number; what is typed stays as it is typed. */
export function NumberField({ value, onChange, ...field }: NumberFieldProps): ReactNode {
  const hintId = useId();
  const [typed, setTyped] = useState(value === undefined ? "" : String(value));
  const isWrong = typed !== "" && numberIn(typed) === undefined;
  return (
    <Field {...field} hintId={hintId}>
      <input
        id={field.id}
        inputMode="decimal"
        value={typed}
        aria-invalid={isWrong}
        autoComplete="off"
        onChange={(event) => {
          setTyped(event.target.value);
          onChange(numberIn(event.target.value));
        }}
      />
    </Field>
  );
}

interface SelectFieldProps<T extends string> extends FieldProps {
  readonly value: T | undefined;
  readonly onChange: (value: T | undefined) => void;
  readonly options: readonly { readonly id: T; readonly name: string }[];
  /** What stands where nothing is chosen; absent where something always is. */
  readonly empty?: string;
}

/** A field that is one of several. */
export function SelectField<T extends string>({
  value,
  onChange,
  options,
  empty,
  ...field
}: SelectFieldProps<T>): ReactNode {
  const hintId = useId();
  const known = options.some(({ id }) => id === value);
  return (
    <Field {...field} hintId={hintId}>
      <select
        id={field.id}
        value={value ?? ""}
        onChange={(event) => onChange(options.find(({ id }) => id === event.target.value)?.id)}
        {...(field.hint === undefined ? {} : { "aria-describedby": hintId })}
      >
        {empty === undefined ? null : <option value="">{empty}</option>}
        {value === undefined || known ? null : <option value={value}>{value}</option>}
        {options.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </Field>
  );
}

interface CheckFieldProps {
  readonly label: string;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}

/** A field that is so or not. */
export function CheckField({ label, value, onChange }: CheckFieldProps): ReactNode {
  return (
    <label className="draft-check">
      <input type="checkbox" checked={value} onChange={(event) => onChange(event.target.checked)} /> {label}
    </label>
  );
}
