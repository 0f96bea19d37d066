/** One line of what a file says of itself; absent when it says nothing. */
export function oneLine(text: string | undefined): string | undefined {
  const line = text?.replace(/\s+/gu, " ").trim() ?? "";
  return line === "" ? undefined : line.slice(0, 500);
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** The day, month or year that a date begins with: ISO, PDF (`D:2012…`) or mail (`Thu, 14 Jun 2012 …`); absent for anything else. */
export function dateIn(text: string | undefined): string | undefined {
  const mail = /\b(\d{1,2}) (\w{3})\w* (\d{4})\b/u.exec(text ?? "");
  const month = MONTHS.indexOf(mail?.[2]?.toLowerCase() ?? "") + 1;
  if (mail !== null && month > 0) return `${mail[3]}-${pad(month)}-${(mail[1] ?? "").padStart(2, "0")}`;
  const found = /^\s*(?:D:)?((?:19|20)\d\d)(?:-?(0[1-9]|1[0-2])(?:-?(0[1-9]|[12]\d|3[01]))?)?/u.exec(text ?? "");
  if (found === null) return undefined;
  return [found[1], found[2], found[3]].filter((part) => part !== undefined).join("-");
}

const pad = (number: number) => String(number).padStart(2, "0");
