import { existsSync, readdirSync, readFileSync } from "node:fs";
import { parsePackage } from "../../src/cases/parse-package.ts";
import type { Claim } from "../../src/claims/claim.ts";
import { sha256HexOfBytes } from "../../src/values/digest.ts";
import { boundsOf } from "../../src/values/range.ts";

const folder = new URL("../../cases/dprk/", import.meta.url);

/** The files of the shipped case, by path. */
export const files: ReadonlyMap<string, string> = new Map(
  readdirSync(folder).map((path) => [path, readFileSync(new URL(path, folder), "utf8")]),
);

const parsed = parsePackage(files);
if (!parsed.ok) throw new Error(`unreadable cases/dprk: ${JSON.stringify(parsed.issues)}`);

/** The shipped case, read. */
export const dprk = parsed.value;

/** The one claim that answers a choice; two or none are an error of the test or of the case. */
export function the(
  source: string,
  measure: string,
  place: string,
  only: (claim: Claim) => boolean = () => true,
): Claim {
  const found = dprk.claims.filter((c) => c.source === source && c.measure === measure && c.place === place && only(c));
  const [claim] = found;
  if (claim === undefined || found.length > 1)
    throw new Error(`invalid choice: ${source} ${measure} ${place} gives ${found.length}`);
  return claim;
}

/** A claim's two ends as printed; an open end is infinite. */
export function ends(claim: Claim): readonly [number, number] {
  const { low = 0, high = Number.POSITIVE_INFINITY } = boundsOf(claim.range);
  return [low, high];
}

/** The number of a claim that gives just one. */
export function point(claim: Claim): number {
  if (claim.range.kind !== "point") throw new Error(`invalid point: ${claim.range.kind} in ${claim.id}`);
  return claim.range.value;
}

const seedFolder = new URL("../../../shared/seeds/", import.meta.url);

/** The texts of the documents that the case has positions in, by source; absent where no copies lie beside the repository. */
export function seedTexts(): ReadonlyMap<string, string> | undefined {
  if (!existsSync(seedFolder)) return undefined;
  const copies = readdirSync(seedFolder).map((name) => readFileSync(new URL(name, seedFolder)));
  const byDigest = new Map(copies.map((bytes) => [sha256HexOfBytes(bytes), bytes.toString("utf8")]));
  return new Map(
    dprk.sources.flatMap(({ id, sha256 = "" }) => {
      const text = byDigest.get(sha256);
      return text === undefined ? [] : [[id, text] as const];
    }),
  );
}
