/** A kind of work that claims speak of. Leaf occupations partition all work. */
export interface Occupation {
  readonly id: string;
  readonly name: string;
  /** What claims call all of it, besides its id and name. */
  readonly members: readonly string[];
}

/** A named set of leaf occupations. */
export interface OccupationGroup {
  readonly id: string;
  readonly name: string;
  /** Ids of leaf occupations. */
  readonly members: readonly string[];
}

/**
 * The occupation or group of occupations that the word of a claim names: by its id, its name or a member, whatever the case of
 * its letters; absent where the account has none so called.
 * @example
 * occupationNamed({ occupations: [{ id: "logging", name: "Logging", members: ["loggers"] }], occupationGroups: [] }, "Loggers") // => "logging"
 */
export function occupationNamed(
  account: { readonly occupations: readonly Occupation[]; readonly occupationGroups: readonly OccupationGroup[] },
  word: string,
): string | undefined {
  const asked = foldWord(word);
  const isNamed = (words: readonly string[]): boolean => words.some((one) => foldWord(one) === asked);
  const leaf = account.occupations.find(({ id, name, members }) => isNamed([id, name, ...members]));
  return (leaf ?? account.occupationGroups.find(({ id, name }) => isNamed([id, name])))?.id;
}

/**
 * A word for an occupation as it is looked up: lower case, single spaces.
 * @example
 * foldWord(" Building  Sites ") // => "building sites"
 */
export function foldWord(word: string): string {
  return word.trim().replace(/\s+/gu, " ").toLowerCase();
}
