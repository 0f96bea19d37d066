import { afterAll, beforeAll, describe } from "vitest";
import { auditTests } from "./audit.ts";
import { type Bench, openBench } from "./bench.ts";
import { changeTests } from "./change.ts";
import { conflictTests } from "./conflicts.ts";
import { keyboardTests } from "./keyboard.ts";
import { occupationTests } from "./occupations.ts";
import { proposalTests } from "./proposals.ts";
import { reachTests } from "./reach.ts";
import { walkTests } from "./walk.ts";

let opened: Bench | undefined;

function bench(): Bench {
  if (opened === undefined) throw new Error("missing bench: it could not be opened");
  return opened;
}

beforeAll(async () => {
  opened = await openBench();
}, 180_000);
afterAll(() => opened?.close());

describe("a number leads to its source", () => walkTests(bench));
describe("by keyboard alone", () => keyboardTests(bench));
describe("what cannot be right", () => auditTests(bench));
describe("what stands against what", () => conflictTests(bench));
describe("within everybody's reach", () => reachTests(bench));
describe("what people change", () => changeTests(bench));
describe("what waits to become a claim", () => proposalTests(bench));
describe("who does what work", () => occupationTests(bench));
