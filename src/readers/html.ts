import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { decodeText, encodingNote } from "./encoding.ts";
import { cleanText, locateMarks } from "./marked-text.ts";
import { type MarkupNode, markupText } from "./markup-text.ts";
import type { MarkupText } from "./page-text.ts";
import { type ReadDocument, type Reader, type ReadOptions, RefusedFile, refuse, type Sniffed } from "./reader.ts";
import { dateIn, oneLine } from "./said-of-itself.ts";

const MEDIA_TYPE = "text/html";

/** Words outside the article may be this many times as many before it is taken to be only part of the page. */
const PART_OF_PAGE = 4;

/** As much of a page as reading it needs. */
export interface WebPage {
  readonly body: MarkupNode | null;
  readonly documentElement: MarkupNode | null;
  readonly querySelector: (
    selector: string,
  ) => { readonly getAttribute: (name: string) => string | null; readonly textContent: string | null } | null;
}

/** Deeper nesting than this is no page that anybody wrote, and takes forever to walk. */
const DEEPEST = 1_000;
/** Elements that end without saying so are not counted. */
const NESTING =
  /<(\/?)(div|span|table|tr|td|section|article|main|ul|ol|blockquote|b|i|em|strong|font|a|center|form|fieldset)(?=[\s>/])/giu;

/** Throws `RefusedFile` for a page that is nested too deep. */
function checkDepth(html: string): void {
  let depth = 0;
  for (const [, closes] of html.matchAll(NESTING)) {
    depth = closes === "/" ? Math.max(0, depth - 1) : depth + 1;
    if (depth > DEEPEST) throw new RefusedFile(`a page nested less than ${DEEPEST} deep`);
  }
}

/** A web page as its file has it: nothing in it is run, and nothing that it names is fetched. */
export function parsePage(html: string): WebPage {
  return treeOf(html);
}

/** The tree of a page with everything that the library gives it. Throws `RefusedFile`. */
function treeOf(html: string) {
  checkDepth(html);
  return parseHTML(withBody(html)).document;
}

/**
 * The page in one `body`: authors may leave out `html`, `head` and `body`, and the library does not put them in. What belongs
 * to the head is found wherever it stands.
 */
function withBody(html: string): string {
  const inner = html.replace(/<!doctype[^<>]*>|<\?xml[^<>]*>|<\/?(?:html|head|body)(?:\s[^<>]*)?>/giu, "");
  return `<!doctype html><html><head></head><body>${inner}</body></html>`;
}

/** What a page says in words, and where its sections begin; empty when it has no body. */
export function pageText(document: WebPage): MarkupText {
  const body = document.body ?? document.documentElement;
  return body === null ? { text: "", sections: [] } : markupText(body);
}

/** The encoding that a page declares in its first bytes. */
function declared(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  return (
    /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/iu.exec(head)?.[1] ??
    /^<\?xml[^>]+encoding=["']([\w-]+)/iu.exec(head)?.[1]
  );
}

function sniff(bytes: Uint8Array): Sniffed {
  const head = (decodeText(bytes.subarray(0, 1024))?.text ?? new TextDecoder("latin1").decode(bytes.subarray(0, 1024)))
    .replace(/^\uFEFF?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*/u, "")
    .toLowerCase();
  if (/^<!doctype html|^<html[\s>]/u.test(head)) return "yes";
  return /^<(?:head|body|div|p|table|article|h1|meta|title)[\s>]/u.test(head) ? "maybe" : "no";
}

interface Article {
  readonly said: MarkupText;
  readonly isArticle: boolean;
  readonly title?: string | undefined;
  readonly author?: string | undefined;
  readonly published?: string | undefined;
}

/** The article of a page without the furniture around it; the whole page where there is no telling them apart. */
function articleOf(html: string): Article {
  const whole = pageText(parsePage(html));
  const found = new Readability<MarkupText>(treeOf(html), { serializer: (node) => markupText(node) }).parse();
  const said = found?.content ?? undefined;
  const facts = {
    title: titleOf(parsePage(html), found?.title ?? undefined),
    author: oneLine(found?.byline ?? undefined),
    published: dateIn(found?.publishedTime ?? publishedIn(html)),
  };
  if (said === undefined || said.text.trim() === "") return { ...facts, said: whole, isArticle: false };
  return { ...facts, said, isArticle: whole.text.length < said.text.length * PART_OF_PAGE };
}

/** The title of a page without the name of its site: its heading, where the title begins with it. */
function titleOf(page: WebPage, found: string | undefined): string | undefined {
  const title = oneLine(found) ?? oneLine(page.querySelector("title")?.textContent ?? undefined);
  const heading = oneLine(page.querySelector("h1")?.textContent ?? undefined);
  return heading !== undefined && title?.startsWith(heading) ? heading : (title ?? heading);
}

/** The date of publication that a page gives in its head or in a `time` element. */
function publishedIn(html: string): string | undefined {
  const document = parsePage(html);
  const meta = document.querySelector(
    'meta[property="article:published_time"], meta[name="date"], meta[name="pubdate"], meta[name="dc.date"], meta[name="DC.date.issued"], meta[itemprop="datePublished"]',
  );
  return (
    meta?.getAttribute("content") ??
    document.querySelector("article time[datetime], time[datetime]")?.getAttribute("datetime") ??
    undefined
  );
}

async function read(bytes: Uint8Array, options: ReadOptions) {
  const decoded = decodeText(bytes, declared(bytes));
  if (decoded === undefined) return refuse(options, "a web page in an encoding that can be told; save it as UTF-8");
  const html = decoded.text;
  const article = articleOf(html);
  const text = cleanText(article.said.text);
  if (text.trim() === "")
    return refuse(
      options,
      "a page with words; this one is made of scripts or pictures: save it as it is shown, or print it to PDF",
    );
  const language = /<html[^<>]+?\blang\s*=\s*["']?([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)/u.exec(html)?.[1];
  const document: ReadDocument = {
    kind: "document",
    reader: "html",
    mediaType: MEDIA_TYPE,
    text,
    parts: locateMarks(text, [{ kind: "section", label: "beginning", at: 0 }, ...article.said.sections]),
    encoding: decoded.encoding,
    ...(article.title === undefined ? {} : { title: article.title }),
    ...(article.author === undefined ? {} : { author: article.author }),
    ...(article.published === undefined ? {} : { published: article.published }),
    ...(language === undefined ? {} : { language }),
    notes: [encodingNote(decoded), ...notesOn(html, article)].filter((note) => note !== undefined),
  };
  return { ok: true, value: document } as const;
}

function notesOn(html: string, { isArticle }: Article): readonly string[] {
  const scripts = /<script\b|\bon(?:load|error|click)\s*=|javascript:/iu.test(html);
  const remote = [
    ...html.matchAll(/<(?:img|iframe|video|audio|source|link)\b[^<>]+?(?:src|href)\s*=\s*["']?(?:https?:)?\/\//giu),
  ];
  return [
    ...(isArticle
      ? []
      : ["No article could be told from the rest of the page with confidence; look at what was left out."]),
    ...(scripts ? ["The page holds scripts; none was run."] : []),
    ...(remote.length > 0 ? [`The page names ${remote.length} remote files such as pictures; none was fetched.`] : []),
  ];
}

/** Reads web pages: the article, not the furniture around it. */
export const html: Reader = {
  id: "html",
  called: "a web page",
  mediaTypes: [MEDIA_TYPE, "application/xhtml+xml"],
  extensions: [".html", ".htm", ".xhtml"],
  sniff,
  read,
};
