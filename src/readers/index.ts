import { csv } from "./csv.ts";
import { docx } from "./docx.ts";
import { eml } from "./eml.ts";
import { epub } from "./epub.ts";
import { html } from "./html.ts";
import { markdown } from "./markdown.ts";
import { odt } from "./odt.ts";
import { pdf } from "./pdf.ts";
import { picture } from "./picture.ts";
import { plainText } from "./plain-text.ts";
import type { Reader } from "./reader.ts";
import { rtf } from "./rtf.ts";
import { subtitles } from "./subtitles.ts";
import { xlsx } from "./xlsx.ts";

/** Every kind of file that is read, one file each. Where bytes may be of several, the later ones are the more general. */
export const READERS: readonly Reader[] = [
  pdf,
  docx,
  odt,
  xlsx,
  epub,
  rtf,
  picture,
  eml,
  html,
  subtitles,
  csv,
  markdown,
  plainText,
];
