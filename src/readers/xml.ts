import { SaxesParser, type SaxesTagNS } from "saxes";
import { RefusedFile } from "./reader.ts";

/** What an XML file holds, in its order. Names are without their prefix. */
export interface XmlEvents {
  readonly open?: (name: string, attribute: (name: string) => string | undefined) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/** Deeper nesting than this is no document. */
const DEEPEST = 2_000;

/** The text of an XML file in UTF-8 or UTF-16. Throws `RefusedFile` when it defines entities. */
export function xmlText(bytes: Uint8Array): string {
  const [a, b] = bytes;
  const encoding = a === 0xff && b === 0xfe ? "utf-16le" : a === 0xfe && b === 0xff ? "utf-16be" : "utf-8";
  const text = new TextDecoder(encoding).decode(bytes);
  if (/<!ENTITY/iu.test(text))
    throw new RefusedFile("a file without entity definitions of its own; they are not expanded, as they may never end");
  return text;
}

/** Reads XML and tells what it holds. Entities other than the five of XML are an error. Throws `RefusedFile` for damage. */
export function readXml(bytes: Uint8Array, events: XmlEvents): void {
  const text = xmlText(bytes);
  const parser = new SaxesParser({ xmlns: true });
  let depth = 0;
  parser.on("error", (error) => {
    throw new RefusedFile(`XML that is in order; this is damaged (${error.message})`);
  });
  parser.on("opentag", (tag: SaxesTagNS) => {
    if (++depth > DEEPEST) throw new RefusedFile(`XML nested less than ${DEEPEST} deep`);
    events.open?.(tag.local, (name) => attributeOf(tag, name));
  });
  parser.on("closetag", (tag) => {
    depth--;
    events.close?.(tag.local);
  });
  parser.on("text", (data) => events.text?.(data));
  parser.on("cdata", (data) => events.text?.(data));
  parser.write(text).close();
}

function attributeOf(tag: SaxesTagNS, name: string): string | undefined {
  const found = Object.values(tag.attributes).find((one) => one.name === name || one.local === name);
  return found?.value;
}
