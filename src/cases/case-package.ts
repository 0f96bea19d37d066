import type { Claim } from "../claims/claim.ts";
import type { Decision } from "../claims/decision.ts";
import type { CustodyEntry } from "../sources/custody.ts";
import type { Source } from "../sources/source.ts";
import type { Consent } from "../testimony/consent.ts";
import type { Witness } from "../testimony/witness.ts";
import type { Party } from "./party.ts";
import type { Policy } from "./policy.ts";

/** A licence under which a case is published. */
export interface Licence {
  /** Short name, such as `CC-BY-4.0`. */
  readonly name: string;
  readonly title?: string;
  readonly path?: string;
}

/** What `datapackage.json` says of a case itself. */
export interface CaseDescription {
  /** Id of the case: a slug. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** True for a case whose sources and people are invented. */
  readonly invented: boolean;
  readonly version: string;
  readonly licenses: readonly Licence[];
}

/** Everything in a case package, read: its tables as records in canonical order, other files as they were written. */
export interface CasePackage extends CaseDescription {
  readonly kind: "case package";
  readonly sources: readonly Source[];
  /** In the order of the chain. */
  readonly custody: readonly CustodyEntry[];
  readonly witnesses: readonly Witness[];
  readonly consents: readonly Consent[];
  readonly claims: readonly Claim[];
  readonly decisions: readonly Decision[];
  readonly parties: readonly Party[];
  readonly policies: readonly Policy[];
  /** Text of every file that is no table, byte for byte as written, by path: YAML, `README.md`, `texts/…`. */
  readonly files: ReadonlyMap<string, string>;
}
