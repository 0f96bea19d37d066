import { ensureBrowser } from "./browser.mjs";
import { interruptible, say, since, tellOn } from "./command.mjs";
import { answers, withoutPassword } from "./postgres.mjs";
import { orExplain, setUp, setUpPackages } from "./setup.mjs";
import { CHECKS, stage, vitest } from "./stages.mjs";

/**
 * Runs every check and every test and says what came out; the last line is `N passed, N failed`. Ends the process with an
 * exit code other than 0 when something failed or no test ran.
 * @param {readonly string[]} args passed on to Vitest
 */
export async function verdict(args) {
  const start = performance.now();
  tellOn(1);
  await orExplain(setUpPackages);
  const { checks, counts, notes } = await interruptible(
    () => runAll(args),
    () => {},
  );
  const { lines, code } = conclude({ checks, counts, notes, took: since(start) });
  for (const line of lines) say(line);
  process.exitCode = code;
}

/**
 * The lines that say what came out, and the exit code. The last line is `N passed, N failed` and nothing else, also when
 * tests were left out: scripts read it.
 * @param {{checks: readonly boolean[], counts: {passed: number, failed: number, skipped: readonly {file: string, title: string, why: string}[]}, notes: readonly string[], took: string}} outcome
 */
export function conclude({ checks, counts, notes, took }) {
  const failed = checks.filter((ok) => !ok).length + counts.failed;
  const passed = checks.filter((ok) => ok).length + counts.passed;
  const lines = [
    "",
    ...notes,
    ...leftOut(counts.skipped),
    `${checks.length} checks (types, form, build) and the tests in ${took}:`,
    `${passed} passed, ${failed} failed`,
  ];
  return { lines, code: failed > 0 || counts.passed === 0 ? 1 : 0 };
}

async function runAll(args) {
  const checks = [];
  for (const [name, check] of CHECKS) checks.push(await stage(name, check));
  checks.push(await stage("build", async () => ({ code: 0, output: (await setUp()) ?? "" })));
  const browser = await ensureBrowser();
  const address = process.env.TRIBUTARY_TEST_POSTGRES ?? "";
  const database = await findPostgres(address);
  const env = browser.path === undefined ? {} : { TRIBUTARY_CHROMIUM: browser.path };
  const counts = await vitest(args, env);
  if (database.failed) counts.failed += 1;
  const notes = [
    "Database: the embedded one",
    address === ""
      ? database.note
      : `${database.note} (${counts.titles.filter(isOnPostgres).length} tests passed on it)`,
    `Browser: ${browser.path ?? "none"}`,
    ...browser.missing.map((what) => `  left out: ${what}`),
  ];
  return { checks, counts, notes };
}

/** Tests that run on both databases say which one in their titles. */
function isOnPostgres(title) {
  return title.includes("PostgreSQL");
}

async function findPostgres(address) {
  if (address === "") {
    return { failed: false, note: "  left out: PostgreSQL, because TRIBUTARY_TEST_POSTGRES names none" };
  }
  const there = await answers(address).catch(() => false);
  if (there) return { failed: false, note: `Database: PostgreSQL at ${withoutPassword(address)}` };
  return { failed: true, note: "  failed: TRIBUTARY_TEST_POSTGRES is set, and nothing answers there" };
}

function leftOut(skipped) {
  if (skipped.length === 0) return [];
  const lines = skipped.map(({ file, title, why }) => `  ${file}: ${title}${why === "" ? "" : ` (${why})`}`);
  return [`Tests left out: ${lines.length}`, ...lines];
}
