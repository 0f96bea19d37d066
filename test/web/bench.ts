import { readFileSync } from "node:fs";
import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { expect } from "vitest";
import { findChromium } from "../../scripts/browser.mjs";
import { type Desk, type Ended, openDesk } from "../cli/command.ts";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The source of the example case whose copy is taken away, so that it can be attached by hand. */
export const DETACHED = "lanterngate-2013";

/** A workbench that is being served on the example case, and a browser to open it with. */
export interface Bench {
  readonly origin: string;
  readonly folder: string;
  /** Runs a command beside the workbench. */
  readonly tributary: (...args: string[]) => Promise<Ended>;
  readonly open: (path: string, options?: VisitOptions) => Promise<Visit>;
  /** The same for who only looks: the page is that of the last who looked in this way, gone on to another address, which takes less time. */
  readonly look: (path: string, options?: VisitOptions) => Promise<Visit>;
  readonly close: () => Promise<void>;
}

export interface VisitOptions {
  readonly width?: number;
  readonly theme?: "light" | "dark";
  readonly language?: "en" | "ko";
}

/** A page of its own, which is watched for errors and for requests that leave the machine. */
export interface Visit {
  readonly page: Page;
  /** Ends the visit; throws when the page complained or asked another host. */
  readonly end: () => Promise<void>;
}

/** The example case without the copy of one source. */
async function exampleWithout(source: string, into: string): Promise<void> {
  await cp(resolve("cases/example"), into, { recursive: true });
  await rm(join(into, "texts", `${source}.txt`));
  const sources = join(into, "sources.csv");
  await writeFile(sources, (await readFile(sources, "utf8")).replace(`texts/${source}.txt`, ""));
  const manifest = join(into, "datapackage.json");
  const text = await readFile(manifest, "utf8");
  const resource = new RegExp(`,\\s*\\{\\s*"name": "texts/${source}\\.txt"[^}]*\\}`);
  await writeFile(manifest, text.replace(resource, ""));
}

async function prepare(desk: Desk): Promise<void> {
  const folder = join(desk.folder, "example");
  await exampleWithout(DETACHED, folder);
  const steps = [
    ["import", folder, "--data", "data"],
    // Few draws: the pages are tested here, not the estimates.
    ["reconcile", "--case", "example", "--data", "data", "--chains", "2", "--draws", "150", "--seed", "7"],
    // So that no page is looked at while its texts are still being read.
    ["proposals", "--case", "example", "--data", "data", "--limit", "1"],
  ];
  for (const step of steps) {
    const { code, err } = await desk.tributary(...step);
    if (code !== 0) throw new Error(`${step[0]} ended with ${code}:\n${err}`);
  }
}

/** Serves the example case from a temporary folder and starts a browser. */
export async function openBench(): Promise<Bench> {
  const desk = await openDesk();
  await prepare(desk);
  const running = desk.start("serve", "--data", "data", "--port", "0");
  const address = await running.says(/(http:\/\/\S+token=\S+)/);
  const executablePath = findChromium();
  if (executablePath === undefined)
    throw new Error("missing browser: install chromium or name one in TRIBUTARY_CHROMIUM");
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  const { origin } = new URL(address);
  const cookies = await cookiesOf(browser, address);
  const looked: Looked = new Map();
  return {
    origin,
    folder: desk.folder,
    tributary: desk.tributary,
    open: (path, options = {}) => openVisit(browser, { origin, cookies, path, ...options }),
    look: (path, options = {}) => lookAt(browser, looked, { origin, cookies, path, ...options }),
    close: async () => {
      await browser.close();
      running.child.kill("SIGTERM");
      await running.ended;
      await desk.clear();
    },
  };
}

type Cookies = Awaited<ReturnType<BrowserContext["cookies"]>>;

/** What the address with its token leaves with whoever opens it: every visit after that can go where it likes. */
async function cookiesOf(browser: Browser, address: string): Promise<Cookies> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(address);
  await page.locator("h1").first().waitFor();
  const cookies = await context.cookies();
  await context.close();
  return cookies;
}

/** A visit to a page of the workbench, by somebody whom it knows. */
interface KnownVisit extends VisitOptions {
  readonly origin: string;
  readonly cookies: Cookies;
  readonly path: string;
}

async function makeContext(browser: Browser, options: KnownVisit): Promise<BrowserContext> {
  const { width = 1440, theme = "light", language = "en" } = options;
  const context = await browser.newContext({ viewport: { width, height: width < 500 ? 780 : 900 } });
  await context.addCookies(options.cookies);
  await context.addInitScript(
    ([chosenTheme, chosenLanguage]) => {
      if (localStorage.getItem("tributary-theme") !== null) return;
      localStorage.setItem("tributary-theme", chosenTheme);
      localStorage.setItem("tributary-language", chosenLanguage);
    },
    [theme, language] as const,
  );
  return context;
}

/** A page, and what it complained about since that was last asked. */
interface WatchedPage {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly complaints: string[];
}

async function watchedPage(browser: Browser, options: KnownVisit): Promise<WatchedPage> {
  const context = await makeContext(browser, options);
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const { origin } = options;
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.origin !== origin && url.protocol.startsWith("http")) complaints.push(`left the machine: ${url.href}`);
  });
  return { context, page, complaints };
}

async function openVisit(browser: Browser, options: KnownVisit): Promise<Visit> {
  const { context, page, complaints } = await watchedPage(browser, options);
  await page.goto(options.origin + options.path);
  await settled(page);
  return {
    page,
    end: async () => {
      await context.close();
      expect(complaints).toEqual([]);
    },
  };
}

/** The pages of those who only look, by what they look at them with. */
type Looked = Map<string, WatchedPage>;

async function lookAt(browser: Browser, looked: Looked, options: KnownVisit): Promise<Visit> {
  const key = JSON.stringify([options.width, options.theme, options.language]);
  const watched = looked.get(key) ?? (await watchedPage(browser, options));
  looked.set(key, watched);
  const { page, complaints } = watched;
  await page.goto(options.origin + options.path);
  await settled(page);
  return { page, end: async () => expect(complaints.splice(0)).toEqual([]) };
}

/** Expects of a value what it will hold within ten seconds. */
export function eventually<T>(value: () => T | Promise<T>) {
  return expect.poll(value, { timeout: 30_000 });
}

/** Waits until nothing of the page is still on its way. */
export async function settled(page: Page): Promise<void> {
  await page.locator("h1").first().waitFor();
  await eventually(() => page.locator(".waiting").count()).toBe(0);
}

const AXE = readFileSync(resolve("node_modules/axe-core/axe.min.js"), "utf8");
const RULES = `["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]`;

/** What axe-core finds wrong with the page as it stands, one line a finding. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate<string[]>(
    `axe.run(document, { runOnly: ${RULES} }).then((found) => found.violations.flatMap((fault) =>
      fault.nodes.map((node) => fault.id + ": " + node.target.join(" ") + ": " + (node.failureSummary ?? "").split("\\n").slice(1).join(" "))))`,
  );
}

/** By how many pixels the page is wider than its window. */
export function overhang(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}
