/** A kind of work that claims speak of. Leaf occupations partition all work. */
export interface Occupation {
  readonly id: string;
  readonly name: string;
  /** What claims call all of it, besides its id and name. */
  readonly members: readonly string[];
  /** What claims call parts of it, which are finer than the account's cells. */
  readonly parts: readonly string[];
}

/** A named set of leaf occupations. */
export interface OccupationGroup {
  readonly id: string;
  readonly name: string;
  /** Ids of leaf occupations. */
  readonly members: readonly string[];
  /** What claims call parts of it that are no leaf. */
  readonly parts: readonly string[];
}

interface WithOccupations {
  readonly occupations: readonly Occupation[];
  readonly occupationGroups: readonly OccupationGroup[];
}

/** The occupation, or group of them, that a word names, and whether it names all of it or a part. */
export interface NamedOccupation {
  readonly kind: "cell" | "part";
  readonly occupation: string;
}

/**
 * What the word of a claim names: an occupation or a group by its id, its name or a member, or a part of one, whatever the case
 * of its letters; absent where the account has none so called.
 * @example
 * occupationNamed({ occupations: [{ id: "logging", name: "Logging", members: ["loggers"], parts: [] }], occupationGroups: [] }, "Loggers") // => {"kind":"cell","occupation":"logging"}
 */
export function occupationNamed(account: WithOccupations, word: string): NamedOccupation | undefined {
  const asked = foldWord(word);
  const isNamed = (words: readonly string[]): boolean => words.some((one) => foldWord(one) === asked);
  const whole =
    account.occupations.find(({ id, name, members }) => isNamed([id, name, ...members])) ??
    account.occupationGroups.find(({ id, name }) => isNamed([id, name]));
  if (whole) return { kind: "cell", occupation: whole.id };
  const part = [...account.occupations, ...account.occupationGroups].find(({ parts }) => isNamed(parts));
  return part && { kind: "part", occupation: part.id };
}

/**
 * The words, as they are looked up, of claims that are about an occupation or a part of it; of a group, about anything in it; of
 * `all`, none, since such claims name no occupation; of what the account does not have, the very word.
 * @example
 * wordsOfOccupation({ occupations: [{ id: "logging", name: "Logging", members: ["Loggers"], parts: [] }], occupationGroups: [] }, "logging") // => ["logging","loggers"]
 */
export function wordsOfOccupation(account: WithOccupations, id: string): readonly string[] {
  if (id === "all") return [];
  const group = account.occupationGroups.find((one) => one.id === id);
  const leaves = group?.members ?? [id];
  const own = group ? [group.id, group.name, ...group.parts] : [id];
  const found = account.occupations.filter((one) => leaves.includes(one.id));
  const words = found.flatMap(({ id: leaf, name, members, parts }) => [leaf, name, ...members, ...parts]);
  return [...new Set([...own, ...words].map(foldWord))];
}

/**
 * A word for an occupation as it is looked up: lower case, single spaces.
 * @example
 * foldWord(" Building  Sites ") // => "building sites"
 */
export function foldWord(word: string): string {
  return word.trim().replace(/\s+/gu, " ").toLowerCase();
}
