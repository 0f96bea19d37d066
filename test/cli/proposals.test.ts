import { resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Desk, openDesk } from "./command.ts";

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
  await desk.keepOpen();
  const imported = await desk.tributary("import", resolve("cases/example"));
  expect(imported.code, imported.err).toBe(0);
});
afterAll(() => desk.clear());

interface Listed {
  readonly proposals: readonly {
    readonly proposal: { readonly id: string; readonly source: string };
    readonly missing: readonly string[];
  }[];
  readonly counts: Readonly<Record<string, number>>;
}

const list = async (...args: string[]): Promise<Listed> =>
  JSON.parse((await desk.tributary("proposals", ...args, "--json")).out);

describe("proposals", () => {
  test("[Q1] [Q5] lists what waits, with what each lacks, and says how many stand where", async () => {
    const { code, out, err } = await desk.tributary("proposals", "--source", "aldren-2013", "--limit", "4");
    expect(code).toBe(0);
    expect(out.split("\n").filter((line) => /^p[0-9a-f]{12} /.test(line))).toHaveLength(4);
    expect(err).toMatch(/\d+ waiting, [1-9]\d* claims already, 0 accepted, 0 corrected, 0 rejected/);
    const { proposals } = await list("--status", "claimed", "--source", "aldren-2013");
    expect(new Set(proposals.map(({ proposal }) => proposal.source))).toEqual(new Set(["aldren-2013"]));
  });

  test("[Q2] refuses to accept what lacks something, and names the fields", async () => {
    const { proposals } = await list("--limit", "60");
    const lacking = proposals.find(({ missing }) => missing.length > 0)?.proposal.id ?? "";
    const accepted = await desk.tributary("proposals", "accept", lacking);
    expect(accepted.code).toBe(1);
    expect(accepted.err).toContain(`${lacking} cannot be a claim yet; nothing was kept`);
  });

  test("[Q4] rejects with a reason, and takes back what the same person did last", async () => {
    const [first] = (await list("--limit", "1")).proposals;
    const id = first?.proposal.id ?? "";
    const rejected = await desk.tributary("proposals", "reject", id, "--by", "R. Holm", "--why", "a page");
    expect(rejected).toMatchObject({ code: 0, out: `${id}: rejected by R. Holm\n` });
    expect((await list("--limit", "1")).counts.rejected).toBe(1);
    const undone = await desk.tributary("proposals", "undo", "--by", "R. Holm");
    expect(undone.out).toBe(`${id}: withdrawn by R. Holm\n`);
  });

  test("[Q3] accepts what lacks nothing, and the claim says who did", async () => {
    const { proposals } = await list("--status", "claimed");
    const whole = proposals.find(({ missing }) => missing.length === 0)?.proposal.id ?? "";
    const { code, out, err } = await desk.tributary("proposals", "accept", whole, "--by", "T. Osk", "--json");
    expect(code, err).toBe(0);
    const [made] = JSON.parse(out).decisions;
    expect(made).toMatchObject({ decision: "accepted", subject: whole, by: "T. Osk" });
    const claims = JSON.parse((await desk.tributary("claims", "--json")).out).claims;
    const claim = claims.find((view: { claim: { id: string } }) => view.claim.id === made.claim);
    expect(claim.accepted).toMatchObject({ by: "T. Osk", decision: "accepted" });
  });

  test("does not understand another action, a status that there is not, or accepting nothing", async () => {
    for (const args of [["adopt"], ["--status", "liked"], ["accept"]])
      expect((await desk.tributary("proposals", ...args)).code, args.join(" ")).toBe(2);
    expect((await desk.tributary("proposals", "--source", "nothing")).err).toContain('There is no source "nothing"');
  });

  test("[S5] [Q6] rebuild reads the texts again and keeps what was decided", async () => {
    const before = await list("--status", "accepted");
    expect(await desk.tributary("rebuild", "--no-reconcile")).toMatchObject({ code: 0 });
    expect(await list("--status", "accepted")).toEqual(before);
  });
});
