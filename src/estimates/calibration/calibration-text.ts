import type { Calibration, RankRow } from "./calibration.ts";

const BARS = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/**
 * A calibration as three tables in Markdown: coverage, ranks, and the reliability of stated conflicts.
 * @example
 * calibrationText({ problems: 0, seed: 1, thinned: 19, unsettled: 0, coverage: [], ranks: [], reliability: { claims: 0, wrong: 0, bins: [], brier: 0, brierIfTrue: 0, brierOfShare: 0 } }).startsWith("0 problems") // => true
 */
export function calibrationText(calibration: Calibration): string {
  return [summary(calibration), coverage(calibration), ranks(calibration), reliability(calibration)].join("\n\n");
}

function summary({ problems, seed, thinned, unsettled, coverage: [all] }: Calibration): string {
  const rest =
    unsettled === 0
      ? "every quantity had as many effective draws."
      : `${unsettled} of ${all?.truths ?? 0} quantities had fewer effective draws, and are counted all the same.`;
  return `${problems} problems, seed ${seed}; longer chains thinned to ${thinned} draws, among which truths are ranked: ${rest}`;
}

function coverage({ coverage: rows }: Calibration): string {
  return table(
    ["quantities", "truths", "inside 50 %", "±", "inside 90 %", "±"],
    rows.map((row) => [
      row.sort,
      String(row.truths),
      ...[row.in50, row.error50, row.in90, row.error90].map((share) => (100 * share).toFixed(1)),
    ]),
  );
}

function ranks({ ranks: rows }: Calibration): string {
  return table(
    ["quantities", "tested", "p < 0.05", "least even", "p of it among so many", "ranks, low to high"],
    rows.map((row) => [
      row.sort,
      String(row.quantities),
      String(row.suspect),
      row.worst === "" ? "–" : `\`${row.worst}\``,
      row.p.toFixed(3),
      bars(row),
    ]),
  );
}

/** Twenty bars; one that is half as high as the tallest of eight steps holds as many ranks as an even histogram would. */
function bars({ histogram }: RankRow): string {
  const even = histogram.reduce((sum, count) => sum + count, 0) / histogram.length;
  return histogram.map((count) => BARS[Math.min(7, Math.round((3.5 * count) / even))] ?? "").join("");
}

function reliability({ reliability: curve }: Calibration): string {
  const rows = curve.bins.map((bin) => [
    `${percent(bin.from)}–${percent(bin.to)} %`,
    String(bin.claims),
    ...(bin.claims === 0
      ? ["–", "–", "–"]
      : [bin.stated, bin.happened, bin.error].map((share) => (100 * share).toFixed(1))),
  ]);
  const scores = [curve.brier, curve.brierIfTrue, curve.brierOfShare].map((score) => score.toFixed(4));
  return [
    table(["conflict as stated", "claims", "stated, mean %", "wrong, %", "± by chance"], rows),
    `${curve.wrong} of ${curve.claims} claims were made wrong. Brier score ${scores[0]}; ${scores[1]} is due if what is stated is true, ` +
      `${scores[2]} if every claim were given the share of wrong ones.`,
  ].join("\n\n");
}

function percent(share: number): string {
  return String(Math.round(100 * share));
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(heads), line(heads.map((_, k) => (k === 0 ? "---" : "---:"))), ...rows.map(line)].join("\n");
}
