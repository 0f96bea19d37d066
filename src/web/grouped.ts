/** The space between groups of three digits. */
export const THIN = "\u202F";

/** Digits in groups of three with thin spaces, no rounding beyond twelve figures. */
export function grouped(value: number): string {
  const [whole = "0", fraction] = plain(Math.abs(value)).split(".");
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, THIN);
  return `${value < 0 ? "−" : ""}${groups}${fraction === undefined ? "" : `.${fraction}`}`;
}

function plain(value: number): string {
  const text = String(Number(value.toPrecision(12)));
  return text.includes("e") ? value.toFixed(value < 1 ? 12 : 0).replace(/\.?0+$/, "") : text;
}
