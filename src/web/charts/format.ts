const SPACE = "\u202f";

function grouped(text: string): string {
  const [whole = "", rest] = text.split(".");
  const groups = whole.replace(/\B(?=(\d{3})+(?!\d))/g, SPACE);
  return rest === undefined ? groups : `${groups}.${rest}`;
}

function plain(value: number, figures: number): string {
  const exponent = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)));
  const unit = 10 ** (exponent - figures + 1);
  const rounded = Math.round(value / unit) * unit;
  const decimals = Math.max(0, figures - 1 - exponent);
  return grouped(rounded.toFixed(Math.min(20, decimals)));
}

/** A number as people say it, to two significant figures, in words from a million on. */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return "–";
  const size = Math.abs(value);
  if (size >= 999.5e9) return `${plain(value / 1e12, 2)}${SPACE}trillion`;
  if (size >= 995e6) return `${plain(value / 1e9, 2)}${SPACE}billion`;
  if (size >= 995e3) return `${plain(value / 1e6, 2)}${SPACE}million`;
  return plain(value, 2).replace(/^-/, "\u2212");
}

/** A number to five significant figures, for those who ask. */
export function formatFull(value: number): string {
  if (!Number.isFinite(value)) return "–";
  return grouped(String(Number(value.toPrecision(5)))).replace(/^-/, "\u2212");
}
