/** A record whose properties that may be undefined are absent instead. */
export type Present<T> = { readonly [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  readonly [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/**
 * The record without its undefined properties: what is not known is absent.
 * @example
 * present({ id: "a", note: undefined }) // => {"id":"a"}
 */
export function present<T extends object>(record: T): Present<T> {
  const entries = Object.entries(record).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Present<T>;
}
