/** The text with every comment blanked out and every line kept: what is left is code and its strings. */
export function withoutComments(text: string): string {
  let out = "";
  let i = 0;
  while (i < text.length) {
    const end = endOfToken(text, i, out);
    const token = text.slice(i, end);
    out += isComment(token) ? token.replace(/[^\n]/g, " ") : token;
    i = end;
  }
  return out;
}

/** What a file imports, types and dynamic imports included: the paths as written. */
export function importsOf(text: string): string[] {
  const code = withoutComments(text);
  const statements = /^\s*(?:import|export)\b[^;"'`]*?\bfrom\s*["']([^"']+)["']|^\s*import\s*["']([^"']+)["']/gm;
  const calls = /\bimport\s*\(\s*["']([^"']+)["']/g;
  return [...code.matchAll(statements), ...code.matchAll(calls)].map((match) => match[1] ?? match[2] ?? "");
}

/** Whether a file imports something whose path is only known when it runs. */
export function importsUnknown(text: string): boolean {
  return /\bimport\s*\(\s*[^"'\s]/.test(withoutComments(text));
}

/** A function of a file: its first line (one-based), its length in lines, and that first line. */
export interface FunctionSpan {
  readonly line: number;
  readonly lines: number;
  readonly head: string;
}

/**
 * The functions of a file that the formatter has put in shape. A function begins on a line that declares one and ends with
 * the brace that stands as far to the left as that line.
 */
export function functionsOf(text: string): FunctionSpan[] {
  const lines = withoutComments(text).split("\n");
  return lines.flatMap((head, i) => {
    if (!beginsFunction(head)) return [];
    const indent = /^ */.exec(head)?.[0] ?? "";
    const closing = new RegExp(`^${indent}\\}`);
    const length = lines.slice(i + 1).findIndex((line) => closing.test(line));
    return length === -1 ? [] : [{ line: i + 1, lines: length + 2, head: head.trim() }];
  });
}

function beginsFunction(line: string): boolean {
  const declared = /^\s*(?:export\s+)?(?:async\s+)?function\b/;
  const assigned = /^\s*(?:export\s+)?(?:const|let)\s+\w+[^=]*=\s*(?:async\s*)?(?:\(.*|<.*|\w+\s*=>.*)[{(]$/;
  const method = /^\s+(?:(?:static|async|private|protected|override|readonly|get|set)\s+)*[\w#]+(?:<.*>)?\(.*[{(]$/;
  if (/^\s*(?:if|for|while|switch|catch|return|await|throw|else|do|describe|test|it)\b/.test(line)) return false;
  if (declared.test(line)) return !line.trimEnd().endsWith(";") && !line.trimEnd().endsWith("}");
  return assigned.test(line) || (method.test(line) && line.trimEnd().endsWith("{"));
}

function isComment(token: string): boolean {
  return token.startsWith("//") || token.startsWith("/*");
}

function endOfToken(text: string, i: number, before: string): number {
  const two = text.slice(i, i + 2);
  const one = two.charAt(0);
  if (two === "//") return endAt(text, text.indexOf("\n", i));
  if (two === "/*") return endAt(text, text.indexOf("*/", i + 2) + 2);
  if (one === '"' || one === "'") return endOfQuoted(text, i, one);
  if (one === "`") return endOfQuoted(text, i, one);
  if (one === "/" && mayBeginRegExp(before)) return endOfRegExp(text, i);
  return i + 1;
}

function endAt(text: string, end: number): number {
  return end < 2 ? text.length : end;
}

function endOfQuoted(text: string, start: number, quote: string): number {
  let i = start + 1;
  while (i < text.length && text[i] !== quote) {
    if (quote !== "`" && text[i] === "\n") return i;
    i += text[i] === "\\" ? 2 : 1;
  }
  return i + 1;
}

function mayBeginRegExp(before: string): boolean {
  const last = before.trimEnd();
  return last === "" || /[(,=:[!&|?{};<>+*~^%-]$|\b(?:return|typeof|case|in|of)$/.test(last.slice(-12));
}

function endOfRegExp(text: string, start: number): number {
  let inClass = false;
  for (let i = start + 1; i < text.length; i++) {
    const c = text[i];
    if (c === "\n") return start + 1;
    if (c === "\\") i++;
    else if (c === "[") inClass = true;
    else if (c === "]") inClass = false;
    else if (c === "/" && !inClass) return i + 1;
  }
  return start + 1;
}
