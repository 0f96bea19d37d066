import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { proposalsIn } from "../../src/cases/proposal-text.ts";
import { writePackage } from "../../src/cases/write-package.ts";
import { draftOf } from "../../src/claims/claim-draft.ts";
import type { ClaimProposal } from "../../src/claims/proposal.ts";
import { ConflictError, DraftError, NotFoundError } from "../../src/store/errors.ts";
import type { Propose, Store } from "../../src/store/store.ts";
import { claimWith, REPORT, samplePackage } from "../cases/sample-package.ts";
import { grounds } from "./stores.ts";

const AT = "2026-11-22T10:00:00.000Z";
const propose: Propose = async (text) => proposalsIn(text, text.parts ?? []);

/** The draft of a proposal with what its words do not say. */
function completed(proposal: ClaimProposal) {
  return { statedBy: "the ministry", measure: "workers", place: "RU", period: "2012", ...draftOf(proposal, {}) };
}

for (const ground of grounds()) {
  describe(`the queue on ${ground.name}`, () => {
    let store: Store;
    beforeAll(async () => {
      store = await ground.open();
    });
    afterAll(async () => {
      await store?.close();
      await ground.clear();
    });

    const NOTE = "Invented. Some 700 men left in 2013. Another 800 men left.";
    const readAll = async (id: string) => {
      for (const source of await store.proposals.unread(id)) await store.proposals.read(id, source, propose);
      return store.proposals.all(id);
    };
    /** A case with an attached note of two numbers; its shipped text has two more. */
    const caseAs = async (id: string, text = NOTE) => {
      await store.cases.importPackage({ ...samplePackage(), id });
      await store.copies.attach(id, "press-2014", { bytes: new Uint8Array(), mediaType: "text/plain", text });
      const all = await readAll(id);
      const mine = all.filter(({ source }) => source === "press-2014");
      return { all, mine, first: mine[0] as ClaimProposal, second: mine[1] as ClaimProposal };
    };
    const accept = (id: string, proposal: ClaimProposal, change: object = {}, by = "analyst") =>
      store.proposals.decide(id, {
        by,
        at: AT,
        decisions: [
          {
            id: proposal.id,
            decision: "accepted",
            draft: { ...completed(proposal), ...change },
            paraphrase: "Departures counted",
          },
        ],
      });
    const reject = (id: string, ...proposals: readonly ClaimProposal[]) =>
      store.proposals.decide(id, {
        by: "analyst",
        at: AT,
        decisions: proposals.map((one) => ({ id: one.id, decision: "rejected" as const })),
      });
    const undo = (id: string, by = "analyst") => store.proposals.withdraw(id, { by, at: AT });

    test("[Q6] texts are read once, and again when a copy, the account or the rules change", async () => {
      const { all, mine } = await caseAs("queued");
      expect(mine.map(({ range }) => range)).toEqual([
        { kind: "point", value: 700 },
        { kind: "point", value: 800 },
      ]);
      expect(all.filter(({ source }) => source === "report-2013").length).toBeGreaterThan(1);
      expect(await store.proposals.unread("queued")).toEqual([]);
      await store.copies.attach("queued", "press-2014", { bytes: new Uint8Array(), mediaType: "", text: "No number." });
      expect(await store.proposals.unread("queued")).toEqual(["press-2014"]);
      expect((await readAll("queued")).filter(({ source }) => source === "press-2014")).toEqual([]);
      await store.copies.detach("queued", "press-2014");
      expect(await store.proposals.unread("queued")).toEqual([]);
    });

    test("[S5] [Q6] proposals can be dropped and read again, and what was decided about them stays", async () => {
      const { all, first } = await caseAs("dropped");
      await reject("dropped", first);
      await store.dropDerived("dropped");
      expect(await store.proposals.all("dropped")).toEqual([]);
      expect(await readAll("dropped")).toEqual(all);
      expect((await store.decisions.list("dropped")).some(({ subject }) => subject === first.id)).toBe(true);
      await expect(reject("dropped", first)).rejects.toThrow(ConflictError);
    });

    test("[Q1] [Q3] accepting makes one claim with its passage, our paraphrase and who decided when", async () => {
      const { first } = await caseAs("accepting");
      expect((await store.claims.all("accepting")).length).toBe(3);
      const [made] = await accept("accepting", first);
      expect(made).toMatchObject({ decision: "corrected", subject: first.id, by: "analyst", at: AT });
      const view = await store.claims.get("accepting", made?.claim ?? "");
      expect(view?.claim).toMatchObject({ source: "press-2014", span: first.span, derivation: "stated" });
      expect(view?.claim.paraphrase).toBe("Departures counted");
      expect(view?.accepted).toEqual({ by: "analyst", at: AT, decision: "corrected" });
      expect((await store.search.query("accepting", "departures")).hits.map(({ id }) => id)).toEqual([made?.claim]);
    });

    test("[Q2] what lacks something is refused, and nothing of the act is kept", async () => {
      const { first, second } = await caseAs("lacking");
      const before = writePackage(await store.cases.exportPackage("lacking"));
      const act = {
        by: "analyst",
        at: AT,
        decisions: [
          { id: first.id, decision: "rejected" as const },
          {
            id: second.id,
            decision: "accepted" as const,
            draft: draftOf(second, {}),
            paraphrase: "Departures counted",
          },
        ],
      };
      await expect(store.proposals.decide("lacking", act)).rejects.toThrow(DraftError);
      expect(writePackage(await store.cases.exportPackage("lacking"))).toEqual(before);
    });

    test("[Q2] a witness who is not in the case is refused, as an import would refuse it", async () => {
      const { first } = await caseAs("witnessed");
      await expect(accept("witnessed", first, { statedBy: "witness:report-2013-z" })).rejects.toMatchObject({
        issues: [{ field: "stated_by", value: "witness:report-2013-z" }],
      });
      await accept("witnessed", first, { statedBy: "witness:report-2013-m" });
    });

    test("[Q7] two people at once make one claim; the second is told who was first", async () => {
      const { first } = await caseAs("at-once");
      const both = await Promise.allSettled([
        accept("at-once", first, {}, "R. Holm"),
        accept("at-once", first, { high: 900, low: 900 }, "T. Osk"),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      const refused = both.find((one) => one.status === "rejected");
      expect(refused?.reason).toBeInstanceOf(ConflictError);
      expect(refused?.reason.differences[0]).toMatch(/was (accepted|corrected) by (R\. Holm|T\. Osk)/);
      expect((await store.claims.all("at-once")).length).toBe(4);
    });

    test("[Q7] a claim that is there already is not made again, and an unknown proposal is told", async () => {
      const { first, second } = await caseAs("twice");
      const same = { ...completed(first), locator: "p. 1" };
      await accept("twice", first, same);
      await expect(accept("twice", second, same)).rejects.toThrow("is there already");
      await expect(accept("twice", { ...first, id: "p00000000dead" })).rejects.toThrow(NotFoundError);
    });

    test("[Q4] undo takes back the last act, its claims too, and both stay in the log", async () => {
      const { first, second } = await caseAs("undone");
      await accept("undone", first);
      await reject("undone", second);
      expect((await undo("undone")).map(({ subject }) => subject)).toEqual([second.id]);
      expect((await undo("undone", "somebody else")).length).toBe(0);
      const [taken] = await undo("undone");
      expect(taken).toMatchObject({ decision: "withdrawn", subject: first.id });
      expect(await undo("undone")).toEqual([]);
      expect((await store.claims.all("undone")).length).toBe(3);
      expect((await store.search.query("undone", "departures")).total).toBe(0);
      const log = (await store.decisions.list("undone")).filter(({ subject }) => subject.startsWith("p"));
      expect(log.map(({ decision }) => decision).sort()).toEqual(["corrected", "rejected", "withdrawn", "withdrawn"]);
      expect(log.find(({ decision }) => decision === "corrected")?.claim).toMatch(/^c/);
      await accept("undone", first);
      expect((await store.claims.all("undone")).length).toBe(4);
    });

    test("[Q4] what others rest on is not taken back", async () => {
      const { first } = await caseAs("needed");
      const [made] = await accept("needed", first);
      const pkg = await store.cases.exportPackage("needed");
      const copy = claimWith({ derivedFrom: [made?.claim ?? ""], period: "2020" });
      await store.cases.importPackage({ ...pkg, claims: [...pkg.claims, copy] });
      await expect(undo("needed")).rejects.toMatchObject({ differences: [`the claim ${copy.id} derives from it`] });
      expect((await store.claims.all("needed")).length).toBe(5);
    });

    test("[Q6] what was decided is decided after an export and an import elsewhere", async () => {
      const { first, second } = await caseAs("leaving");
      const [made] = await accept("leaving", first);
      await reject("leaving", second);
      const pkg = await store.cases.exportPackage("leaving");
      await store.cases.importPackage({ ...pkg, id: "arriving" });
      expect((await store.claims.get("arriving", made?.claim ?? ""))?.accepted?.by).toBe("analyst");
      await store.copies.attach("arriving", "press-2014", { bytes: new Uint8Array(), mediaType: "", text: NOTE });
      await readAll("arriving");
      await expect(reject("arriving", first)).rejects.toThrow(ConflictError);
      await expect(reject("arriving", second)).rejects.toThrow(ConflictError);
      expect((await undo("arriving")).map(({ subject }) => subject)).toEqual([second.id]);
    });

    test("[Q8] a proposal whose words have moved since it was read is not accepted", async () => {
      const { first } = await caseAs("moving");
      const slow: Propose = async (text) => {
        if (text.text === NOTE) return propose(text);
        return propose({ ...text, text: NOTE });
      };
      const moved = `A line before. ${NOTE}`;
      await store.copies.attach("moving", "press-2014", { bytes: new Uint8Array(), mediaType: "", text: moved });
      await store.proposals.read("moving", "press-2014", slow);
      await expect(accept("moving", first)).rejects.toThrow("has moved: other words stand at this position");
      await store.dropDerived("moving");
      const again = (await readAll("moving")).find(({ id }) => id === first.id);
      expect(again?.number.start).toBe(first.number.start + "A line before. ".length);
    });

    test("[Q6] a copy that is replaced while it is read is read again", async () => {
      await store.cases.importPackage({ ...samplePackage(), id: "racing" });
      const attach = (text: string) =>
        store.copies.attach("racing", "press-2014", { bytes: new Uint8Array(), mediaType: "", text });
      await attach(NOTE);
      let readings = 0;
      await store.proposals.read("racing", "press-2014", async (text) => {
        if (readings++ === 0) await attach("Then 900 men left.");
        return propose(text);
      });
      const all = await store.proposals.all("racing");
      expect(all.map(({ range }) => range)).toEqual([{ kind: "point", value: 900 }]);
      expect(REPORT).toContain("5,000");
    });
  });
}
