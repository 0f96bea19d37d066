import { createRequire } from "node:module";
import { dirname, join, sep } from "node:path";
import { getDocument, type PDFDocumentProxy, type PDFPageProxy, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
import { cleanText, joinParts } from "./marked-text.ts";
import { mendCharacters } from "./mend-characters.ts";
import { type PdfRun, pageOf } from "./pdf-lines.ts";
import { type ReadDocument, type Reader, type ReadOptions, refuse, type Sniffed } from "./reader.ts";
import { Recogniser } from "./recognise.ts";
import { dateIn, oneLine } from "./said-of-itself.ts";

const MEDIA_TYPE = "application/pdf";
const PAGE_BREAK = "\n\f";
/** Points are 1/72 inch; scans are recognised best at about 200 to an inch. */
const SCAN_SCALE = 200 / 72;

const library = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));

/** Opens a PDF with everything off that runs, fetches or draws. The tables for Korean, Chinese and Japanese come with the library. */
function open(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  return getDocument({
    data: bytes.slice(),
    cMapUrl: join(library, "cmaps") + sep,
    cMapPacked: true,
    standardFontDataUrl: join(library, "standard_fonts") + sep,
    wasmUrl: join(library, "wasm") + sep,
    isEvalSupported: false,
    enableXfa: false,
    useSystemFonts: false,
    disableFontFace: true,
    disableAutoFetch: true,
    verbosity: VerbosityLevel.ERRORS,
  }).promise;
}

function expectedOf(error: unknown): string {
  const name = error instanceof Error ? error.name : "";
  if (name === "PasswordException")
    return "a PDF without a password; this one is encrypted: save it without and try again";
  return "a whole PDF; this one is damaged, get the file anew";
}

/** The mark may stand a little way into the file, where only the file's name can tell. */
function sniff(bytes: Uint8Array): Sniffed {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 1024));
  if (/^(?:\u00ef\u00bb\u00bf)?\s*%PDF-/u.test(head)) return "yes";
  return head.includes("%PDF-") ? "maybe" : "no";
}

async function runsOf(page: PDFPageProxy): Promise<readonly PdfRun[]> {
  const { items } = await page.getTextContent({ disableNormalization: true });
  return items.flatMap((item): PdfRun[] => {
    if (!("str" in item)) return [];
    const [, , c = 0, d = 0, x = 0, y = 0] = item.transform.map(Number);
    return [{ words: item.str, x, y, width: item.width, size: Math.hypot(c, d) || item.height, endsLine: item.hasEOL }];
  });
}

interface Page {
  readonly number: number;
  readonly text: string;
}

/** As much of the library's canvas as a scanned page needs. */
interface Canvases {
  readonly create: (
    width: number,
    height: number,
  ) => { readonly canvas: { readonly toBuffer: (type: "image/png") => Uint8Array }; readonly context: unknown };
}

/** A page as a picture, PNG. */
async function pictureOf(document: PDFDocumentProxy, page: PDFPageProxy): Promise<Uint8Array> {
  const viewport = page.getViewport({ scale: SCAN_SCALE });
  const canvases = document.canvasFactory as unknown as Canvases;
  const { canvas, context } = canvases.create(Math.ceil(viewport.width), Math.ceil(viewport.height));
  await page.render({ canvas: canvas as never, canvasContext: context as never, viewport }).promise;
  return canvas.toBuffer("image/png");
}

async function pagesOf(document: PDFDocumentProxy, recogniser: Recogniser | undefined) {
  const pages: Page[] = [];
  const scanned: number[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const text = pageOf(await runsOf(page));
    if (text === "") scanned.push(number);
    const words = text === "" ? await recogniser?.words(await pictureOf(document, page)) : text;
    pages.push({ number, text: cleanText(words ?? "").replaceAll("\f", " ") });
    page.cleanup();
  }
  return { pages, scanned };
}

function scanNotes(scanned: readonly number[], count: number, options: ReadOptions): readonly string[] {
  if (scanned.length === 0) return [];
  const which = scanned.length > 12 ? `${scanned.slice(0, 12).join(", ")} …` : scanned.join(", ");
  const what = `${scanned.length} of ${count} pages hold no text, as scans do (${which})`;
  return options.ocrFolder === undefined
    ? [`${what}. \`tributary ocr install\` fetches what reads them.`]
    : [`${what}; they were read by optical recognition, which makes mistakes: check every number against the page.`];
}

async function factsOf(document: PDFDocumentProxy) {
  const info = await document.getMetadata().then(
    (found) =>
      new Map(
        Object.entries(found.info).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
      ),
    () => new Map<string, string>(),
  );
  const title = oneLine(info.get("Title"));
  const author = oneLine(info.get("Author"));
  const published = dateIn(info.get("CreationDate"));
  const language = oneLine(info.get("Language"));
  return {
    ...(title === undefined || /^(?:untitled|microsoft word - |.*\.(?:docx?|hwp|indd|pdf)$)/iu.test(title)
      ? {}
      : { title }),
    ...(author === undefined ? {} : { author }),
    ...(published === undefined ? {} : { published }),
    ...(language === undefined ? {} : { language }),
  };
}

async function readOpened(opened: PDFDocumentProxy, options: ReadOptions) {
  if (opened.numPages > options.limits.pages)
    return refuse(options, `at most ${options.limits.pages} pages, not ${opened.numPages}`);
  const recogniser = options.ocrFolder === undefined ? undefined : new Recogniser(options.ocrFolder);
  const { pages, scanned } = await pagesOf(opened, recogniser).finally(() => recogniser?.close());
  const words = pages.filter((page) => page.text !== "");
  if (words.length === 0)
    return refuse(
      options,
      options.ocrFolder === undefined
        ? "a PDF with text; its pages are pictures. `tributary ocr install` fetches what reads scans"
        : "a PDF with words; none were found on its pages, not by optical recognition either",
    );
  const raw = joinParts(
    pages.map(({ number, text }) => ({ kind: "page", label: `p. ${number}`, text: mendCharacters(text).text })),
    PAGE_BREAK,
  );
  const { mends } = mendCharacters(pages.map((page) => page.text).join(PAGE_BREAK));
  const document: ReadDocument = {
    kind: "document",
    reader: "pdf",
    mediaType: MEDIA_TYPE,
    ...raw,
    ...(await factsOf(opened)),
    ...(mends.length === 0 ? {} : { mends }),
    notes: [
      ...scanNotes(scanned, pages.length, options),
      ...(mends.length === 0
        ? []
        : [
            `${mends.length} characters of the file are look-alikes (radicals, ligatures) and stand in the text as what they show.`,
          ]),
    ],
  };
  return { ok: true, value: document } as const;
}

async function read(bytes: Uint8Array, options: ReadOptions) {
  let opened: PDFDocumentProxy;
  try {
    opened = await open(bytes);
  } catch (error) {
    return refuse(options, expectedOf(error));
  }
  try {
    return await readOpened(opened, options);
  } finally {
    await opened.loadingTask.destroy();
  }
}

/** Reads PDF page by page; pages that are pictures only by optical recognition, where that is installed. */
export const pdf: Reader = {
  id: "pdf",
  called: "a PDF",
  mediaTypes: [MEDIA_TYPE],
  extensions: [".pdf"],
  sniff,
  read,
};
