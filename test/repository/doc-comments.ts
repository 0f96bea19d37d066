/** An exported function as its file declares it. */
export interface Declared {
  readonly name: string;
  /** The text of its doc comment without its stars; absent where it has none. */
  readonly comment?: string;
}

/** One documented example: an expression and the value that it is said to have, both as text. */
export interface Example {
  readonly expression: string;
  readonly value: string;
}

/** The functions that a file exports, each with its doc comment. An overloaded one counts once. */
export function exportedFunctions(text: string): Declared[] {
  const declared = /^export (?:async )?function\s*\*?\s*(\w+)/gm;
  const assigned = /^export const (\w+)(?:: [^=]+)? = (?:async )?(?:function\b|<|\([^)]*\)(?:: [^=]+)? =>|\w+ =>)/gm;
  const found = new Map<string, Declared>();
  for (const match of [...text.matchAll(declared), ...text.matchAll(assigned)]) {
    const name = match[1] ?? "";
    if (found.has(name)) continue;
    const comment = commentBefore(text.slice(0, match.index));
    found.set(name, comment === undefined ? { name } : { name, comment });
  }
  return [...found.values()];
}

/** The types and interfaces that a file exports, by name. */
export function exportedTypes(text: string): string[] {
  return [...text.matchAll(/^export (?:declare )?(?:abstract )?(?:interface|type|class) (\w+)/gm)].map(
    (m) => m[1] ?? "",
  );
}

/** The examples of a doc comment: the lines of its `@example` blocks, each `expression // => value`. */
export function examplesOf(comment: string): Example[] {
  const blocks = comment.split(/^@/m).filter((block) => block.startsWith("example"));
  return blocks
    .flatMap((block) => block.split("\n").slice(1))
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("```"))
    .map((line) => {
      const at = line.lastIndexOf("// =>");
      return at === -1
        ? { expression: line, value: "" }
        : { expression: line.slice(0, at).trim(), value: line.slice(at + 5).trim() };
    });
}

function commentBefore(text: string): string | undefined {
  const match = /\/\*\*((?:[^*]|\*(?!\/))*)\*\/\s*$/.exec(text);
  return match?.[1]
    ?.split("\n")
    .map((line) => line.replace(/^\s*\*? ?/, "").trimEnd())
    .join("\n")
    .trim();
}
