import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

/** Packages that recognise characters, exact: `tributary ocr install` fetches these and nothing else. */
export const OCR_PACKAGES = [
  "tesseract.js@7.0.0",
  "@tesseract.js-data/eng@1.0.0",
  "@tesseract.js-data/kor@1.0.0",
] as const;

/** The model files, and the folder of its package in which each lies. */
export const OCR_LANGUAGES = ["eng", "kor"] as const;
const MODEL = "4.0.0_best_int";

/** As much of the recogniser as is used; it is loaded from where it was installed. */
interface Tesseract {
  readonly createWorker: (
    languages: string,
    engine: number,
    options: Readonly<Record<string, unknown>>,
  ) => Promise<Worker>;
}

interface Worker {
  readonly recognize: (picture: Uint8Array) => Promise<{ readonly data: { readonly text: string } }>;
  readonly terminate: () => Promise<unknown>;
}

/** Whether the packages that recognise characters lie in a folder. */
export function hasOcr(folder: string): boolean {
  return (
    existsSync(join(folder, "node_modules", "tesseract.js", "package.json")) &&
    OCR_LANGUAGES.every((language) => existsSync(modelFile(folder, language)))
  );
}

/** Where the model of a language lies once it is installed: all in one folder, as the recogniser wants them. */
export function modelFile(folder: string, language: string): string {
  return join(folder, "models", `${language}.traineddata.gz`);
}

/** Where the package of a language brings its model. */
export function packedModel(folder: string, language: string): string {
  return join(folder, "node_modules", "@tesseract.js-data", language, MODEL, `${language}.traineddata.gz`);
}

/** Spaces that recognition puts between the syllables of Korean words. */
function joinSyllables(text: string): string {
  const lone = /(?<=(?:^|\s)\p{Script=Hangul}) (?=\p{Script=Hangul}(?:\s|$))/gmu;
  return text.replace(lone, "");
}

/** Reads pictures (PNG, JPEG and the like) in English and Korean, one after the other. It starts with the first picture. */
export class Recogniser {
  readonly #folder: string;
  #worker: Worker | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The words of a picture. Nothing is fetched. */
  async words(picture: Uint8Array): Promise<string> {
    this.#worker ??= await this.#start();
    const { data } = await this.#worker.recognize(picture);
    return joinSyllables(data.text.trim());
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = undefined;
  }

  async #start(): Promise<Worker> {
    const library: Tesseract = createRequire(join(this.#folder, "package.json"))("tesseract.js");
    return library.createWorker(OCR_LANGUAGES.join("+"), 1, {
      langPath: join(this.#folder, "models"),
      cacheMethod: "none",
      gzip: true,
      errorHandler: () => undefined,
    });
  }
}
