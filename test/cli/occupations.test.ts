import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeWorkCase } from "../cases/work-case.ts";
import { type Desk, openDesk } from "./command.ts";

const SHORT = ["--chains", "2", "--draws", "100", "--seed", "7"];

describe("tributary on a case by occupation", () => {
  let desk: Desk;
  let printed: { quantities: { id: string }[]; claims: { id: string; unused?: string }[] };

  beforeAll(async () => {
    desk = await openDesk();
    await desk.keepOpen();
    await writeWorkCase(join(desk.folder, "trades"));
    const ran = await desk.tributary("reconcile", "trades", "--json", ...SHORT);
    expect(ran.code, ran.err).toBe(0);
    printed = JSON.parse(ran.out);
    expect((await desk.tributary("import", "trades", "--data", "data")).code).toBe(0);
    expect((await desk.tributary("reconcile", "--data", "data", ...SHORT)).code).toBe(0);
  }, 120_000);
  afterAll(() => desk.clear());

  const estimates = async (...options: readonly string[]) => {
    const { code, out, err } = await desk.tributary("estimates", "--data", "data", "--json", ...options);
    expect(code, err).toBe(0);
    const found: { quantity: string; occupation?: string }[] = JSON.parse(out).estimates;
    return found;
  };

  test("reconcile --json prints the occupation in ids, and every warning with its row", async () => {
    const ids = new Set(printed.quantities.map(({ id }) => id));
    for (const id of ["in_hand.XB:logging.2012", "in_hand.XB:outdoors.2012", "in_hand.XB.2012", "in_hand.world.2012"])
      expect(ids.has(id), id).toBe(true);
    for (const id of ids) expect(id).toMatch(/^[a-z][a-z0-9_]*(\.[A-Za-z0-9-]+)?(:[a-z]+)?(\.\d{4})?$/);
    // 7 measures: one scalar, two by place and year, four by place, occupation and year, each with all work and a group.
    expect(ids.size).toBe(1 + 2 * 3 * 5 + 4 * 3 * 5 * 5);
  });

  test("estimates --occupation keeps one occupation, or all work, and refuses what there is not", async () => {
    const logging = await estimates("--measure", "in_hand", "--occupation", "logging", "--year", "2012");
    expect(logging.map(({ quantity }) => quantity)).toEqual([
      "in_hand.XB:logging.2012",
      "in_hand.XC:logging.2012",
      "in_hand.world:logging.2012",
    ]);
    expect(logging.every(({ occupation }) => occupation === "logging")).toBe(true);
    const whole = await estimates("--measure", "in_hand", "--occupation", "all", "--place", "XB");
    expect(whole.map(({ quantity }) => quantity)).toEqual(
      [2010, 2011, 2012, 2013, 2014].map((year) => `in_hand.XB.${year}`),
    );
    const { code, err } = await desk.tributary("estimates", "--data", "data", "--occupation", "fishing");
    expect(code).not.toBe(0);
    expect(err).toContain('no occupation in trades called "fishing"; there are: all, outdoors, logging');
  });

  test("trace follows all work to its occupations, and claims name theirs", async () => {
    const trace = await desk.tributary("trace", "in_hand.XB.2012", "--data", "data");
    expect(trace.out).toContain("In hand · Ordania · 2012");
    expect(trace.out).toContain("sum(workers * in_hand over occupation) / sum(workers over occupation)");
    expect(trace.out).toContain("In hand · Ordania · Logging · 2012");
    const claims = await desk.tributary("claims", "--data", "data", "--measure", "in_hand");
    expect(claims.out).toMatch(/XB, loggers/);
    const told = async (occupation: string) => {
      const options = ["--data", "data", "--measure", "in_hand", "--occupation", occupation, "--json"];
      const found: { claim: { occupation?: string } }[] = JSON.parse(
        (await desk.tributary("claims", ...options)).out,
      ).claims;
      return found.map(({ claim }) => claim.occupation).toSorted();
    };
    expect(await told("logging")).toEqual(["forestry", "loggers"]);
    expect(await told("outdoors")).toEqual(["builders", "construction", "forestry", "loggers", "plasterers"]);
    expect(await told("all")).toEqual([undefined]);
  });
});
