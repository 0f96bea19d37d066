import { describe, expect, test } from "vitest";
import { claimFromDraft, draftOf } from "../../src/claims/claim-draft.ts";
import { acceptances, decidedProposals, lastAct, standingDecisions } from "../../src/claims/decided-proposal.ts";
import type { Decision, DecisionKind } from "../../src/claims/decision.ts";
import { proposalWith } from "./sample-proposal.ts";

const proposal = proposalWith({ measure: "workers", period: "2012", speaker: "the ministry" });
const made = (minute: number, decision: DecisionKind, change: Partial<Decision> = {}): Decision => ({
  kind: "decision",
  at: `2026-11-21T10:0${minute}:00.000Z`,
  by: "analyst",
  decision,
  subject: proposal.id,
  ...change,
});

describe("decidedProposals(proposals, case)", () => {
  const statusOf = (...decisions: Decision[]) =>
    decidedProposals([proposal], { decisions, claims: [] }).map(({ status }) => status)[0];

  test("[Q1] [Q4] a proposal waits until it is decided, and again when that was withdrawn", () => {
    expect(statusOf()).toBe("open");
    expect(statusOf(made(1, "rejected"))).toBe("rejected");
    expect(statusOf(made(1, "accepted", { claim: "c000000000001" }))).toBe("accepted");
    expect(statusOf(made(1, "rejected"), made(2, "withdrawn"))).toBe("open");
    expect(statusOf(made(1, "rejected"), made(2, "withdrawn"), made(3, "corrected"))).toBe("corrected");
  });

  test("[Q5] a number that a claim of the case has at the same place does not wait", () => {
    const claim = claimFromDraft(proposal, draftOf(proposal, {}), "Counted");
    if (!claim.ok) throw new Error("invalid draft");
    const claims = [claim.value];
    const at = (one: typeof proposal) => decidedProposals([one], { decisions: [], claims })[0];
    expect(at(proposal)).toMatchObject({ status: "claimed", claim: claim.value.id });
    expect(at({ ...proposal, range: { kind: "point", value: 6000 } })?.status).toBe("open");
    expect(at({ ...proposal, number: { start: 200, end: 205 } })?.status).toBe("open");
    expect(at({ ...proposal, source: "another" })?.status).toBe("open");
  });
});

describe("lastAct(decisions, by)", () => {
  test("[Q4] is what a person did last in one go, and what stands of it, whatever others do", () => {
    const [one, two] = [made(1, "rejected"), made(2, "rejected", { subject: "p000000000002" })];
    const together = made(2, "rejected", { subject: "p000000000003" });
    const other = made(3, "rejected", { subject: "p000000000004", by: "R. Holm" });
    const all = [one, two, together, other];
    expect(lastAct(all, "analyst")).toEqual([two, together]);
    const undone = [...all, ...[two, together].map(({ subject }) => made(4, "withdrawn", { subject }))];
    expect(lastAct(undone, "analyst")).toEqual([one]);
    expect(lastAct([...undone, made(5, "withdrawn")], "analyst")).toEqual([]);
    expect(standingDecisions(undone).size).toBe(2);
  });
});

describe("acceptances(decisions)", () => {
  test("[Q3] tells who accepted a claim: by its proposal while that stands, or by the claim itself", () => {
    const accepted = made(1, "accepted", { claim: "c000000000001" });
    const older = made(2, "corrected", { subject: "c000000000002" });
    expect([...acceptances([accepted, older]).keys()]).toEqual(["c000000000001", "c000000000002"]);
    expect([...acceptances([accepted, older, made(3, "withdrawn")]).keys()]).toEqual(["c000000000002"]);
  });
});
