import { windows1252Letters } from "./windows-1252.ts";

/** A text and how its bytes were taken. */
export interface Decoded {
  readonly text: string;
  /** Name of the encoding, as the WHATWG standard has it. */
  readonly encoding: string;
  /** How it was found: the file's first bytes, its own words, bytes that fit no other, or the letters of its language. */
  readonly by: "byte order mark" | "declared" | "validity" | "letters";
}

/** An encoding without marks of its own, and the characters that texts in it are mostly made of. */
interface Candidate {
  readonly encoding: string;
  readonly common: ReadonlySet<string>;
  /** Share of its characters beyond ASCII that the common ones make up in running text. */
  readonly usual: number;
}

const KOREAN =
  "이다는의에을를가은로고지하한사도기자서나어리인아들그시대일해정보수라주게있었만으부여구제과동전여했장러관국상니원무선요면것세안들조소과우북공신성비경위스오생물할된연문중내년명치마분모말음습려와없같던월방때개금노외건화학달";
const CHINESE =
  "的一是不了在人有我他这個中大来上国說们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长知民样现分将外但身些与高意进把法此实回二理美点月明其种声全工己話者向情部正名定女问力机给等几很業最間新什打便位因重被走電四第門相次東政海口使教西再平真听世气信北少关并内加化由却代军产入先山五太水万市眼体别处总才场师书比住员九笑性通目华报立马命张活难神数件安表原车白应路期叫死常提感金何更反合放做系计或司利受光王果亲界及今京务制解各任至清物台象记边共风战干接它许八特觉望直服毛林题建南度统色字请交爱让认算论百吃义科怎元社术结六功指思非流每青管夫连远资队跟带花快条院变联言权往展该領傳近留紅治决周保達辦運武半候七必城父强步完革深區即求品士轉量空甚眾技轻程告江语英基派满式李息写呢識極令黄德收臉錢黨倒未持取設始版雙歷越史商千片容研像找友孩站廣改議形委早房音火際則首單據導影失拿網香似斯專石若兵弟誰校讀志飛觀爭究包組造落視濟喜離壞錯";
const RUSSIAN = "оеаинтсрвлкмдпуяыьгзбчйхжшю";
const WESTERN = "éèêàáâäãåçñóòôöõúùûüíìîïøæßÉÀÖÜÄ’‘“”–—…€£©®°«»·•º½¼";
const JAPANESE =
  "のにはをたがでてとしれさあいなるもかこまりすらっんきくそうよだつどけえせわちみおやアイントスルラリコタクドシ、。";

const CANDIDATES: readonly Candidate[] = [
  { encoding: "euc-kr", common: new Set(KOREAN), usual: 0.75 },
  { encoding: "gb18030", common: new Set(`${CHINESE}，。、“”：；（）！？`), usual: 0.75 },
  { encoding: "big5", common: new Set(`${CHINESE}，。、「」：；（）！？`), usual: 0.65 },
  { encoding: "shift_jis", common: new Set(JAPANESE), usual: 0.55 },
  { encoding: "windows-1251", common: new Set(RUSSIAN), usual: 0.93 },
  { encoding: "koi8-r", common: new Set(RUSSIAN), usual: 0.93 },
  { encoding: "windows-1252", common: new Set(WESTERN), usual: 0.97 },
];

/** Below this share of what is usual for a language, letters prove nothing. */
const LEAST = 0.45;
/** This much of a file is enough to tell by. */
const SAMPLE = 65_536;
/** Single characters beyond ASCII in a row, more often than this, are no Western language. */
const MOST_WESTERN = 0.35;

/** Cyrillic letters inside a Latin word, as accented letters look when they are taken for Russian ones. */
const MIXED = /[A-Za-z]\p{Script=Cyrillic}|\p{Script=Cyrillic}[A-Za-z]/gu;
const MOST_MIXED = 0.2;

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return encoding === "windows-1252" ? windows1252Letters(text) : text;
  } catch {
    return undefined;
  }
}

/** The encoding that a byte order mark announces. */
function marked(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? "utf-32le" : "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  return a === 0 && b === 0 && c === 0xfe && d === 0xff ? "utf-32be" : undefined;
}

/** UTF-16 without a mark: zero bytes stand on one side of each pair, for ASCII and its line ends and spaces. */
function unmarked16(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, SAMPLE - (SAMPLE % 2));
  if (bytes.length % 2 !== 0 || bytes.length < 4) return undefined;
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const many = sample.length / 2 / 12;
  if (odd > many && even === 0) return "utf-16le";
  return even > many && odd === 0 ? "utf-16be" : undefined;
}

/** How much the letters of a text are those of a candidate's language: 1 and more for running text, 0 for none. */
function likeness(text: string, { common, usual, encoding }: Candidate): number {
  let beyond = 0;
  let known = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) continue;
    if (code < 0xa0 || (code >= 0xe000 && code <= 0xf8ff)) return 0;
    beyond++;
    if (common.has(character)) known++;
  }
  if (beyond === 0) return 0;
  if (encoding === "windows-1252" && beyond / text.length > MOST_WESTERN) return 0;
  if ([...text.matchAll(MIXED)].length > beyond * MOST_MIXED) return 0;
  return known / beyond / usual;
}

/** The whole bytes of a sample: cut after a line end, so that no character of two bytes is halved. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= SAMPLE) return bytes;
  const end = bytes.subarray(0, SAMPLE).lastIndexOf(0x0a);
  return end > 0 ? bytes.subarray(0, end) : bytes;
}

/** The encoding whose language the letters are of. */
function byLetters(bytes: Uint8Array): string | undefined {
  const sample = sampleOf(bytes);
  const likenesses = CANDIDATES.map((candidate) => {
    const text = decode(sample, candidate.encoding);
    return { encoding: candidate.encoding, likeness: text === undefined ? 0 : likeness(text, candidate) };
  });
  const best = likenesses.reduce((left, right) => (right.likeness > left.likeness ? right : left));
  return best.likeness >= LEAST ? best.encoding : undefined;
}

function known(label: string | undefined): string | undefined {
  if (label === undefined) return undefined;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

/**
 * The text that bytes hold. A byte order mark decides; then what the file says of itself, if the bytes fit it; then UTF-8, if
 * they are valid; then the letters of Korean, Chinese, Japanese, Russian and Western languages. Absent when nothing fits.
 */
export function decodeText(bytes: Uint8Array, declared?: string): Decoded | undefined {
  const tried: readonly (readonly [string | undefined, Decoded["by"]])[] = [
    [known(declared), "declared"],
    [unmarked16(bytes), "letters"],
    ["utf-8", "validity"],
  ];
  const mark = marked(bytes);
  if (mark !== undefined) {
    const text = known(mark) === undefined ? undefined : decode(bytes, mark);
    return text === undefined ? undefined : { text, encoding: mark, by: "byte order mark" };
  }
  for (const [encoding, by] of tried) {
    const text = encoding === undefined ? undefined : decode(bytes, encoding);
    if (encoding !== undefined && text !== undefined && !text.includes("\u0000")) return { text, encoding, by };
  }
  const encoding = byLetters(bytes);
  const text = encoding === undefined ? undefined : decode(bytes, encoding);
  if (encoding === undefined || text === undefined || text.includes("\u0000")) return undefined;
  return { text, encoding, by: "letters" };
}

/** The sentence that says how bytes were taken, where that was a guess; absent where the file leaves no doubt. */
export function encodingNote({ encoding, by }: Decoded): string | undefined {
  if (by !== "letters") return undefined;
  return `The file does not say how its text is encoded; it was taken as ${encoding}, by its letters.`;
}
