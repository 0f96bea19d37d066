import PostalMime, { type Address, type Email } from "postal-mime";
import { pageText, parsePage } from "./html.ts";
import { cleanText } from "./marked-text.ts";
import { type ReadDocument, type Reader, type ReadOptions, refuse, type Sniffed } from "./reader.ts";
import { dateIn, oneLine } from "./said-of-itself.ts";

const FIELDS =
  /^(?:return-path|received|from|to|date|subject|message-id|mime-version|delivered-to|x-[\w-]+|reply-to|cc|sender|dkim-signature|authentication-results|content-type):/iu;

/** A mail opens with header fields, two of them at least, one of which only mails have. */
function sniff(bytes: Uint8Array): Sniffed {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 8192)).replace(/^From [^\n]*\n/u, "");
  const fields = (head.split(/\r?\n\r?\n/u)[0] ?? "").split(/\r?\n(?![ \t])/u);
  if (fields.length < 2 || !fields.every((field) => /^[!-9;-~]+:/u.test(field))) return "no";
  const known = fields.filter((field) => FIELDS.test(field)).length;
  const sure = fields.some((field) => /^(?:message-id|received|mime-version|return-path):/iu.test(field));
  return known >= 2 && (sure || known >= 3) ? "yes" : "no";
}

function nameOf(address: Address): string {
  const at =
    "address" in address && address.address !== undefined && address.address !== "" ? ` <${address.address}>` : "";
  return `${address.name}${at}`.trim();
}

/** The head of a mail as a person reads it. */
function headOf(mail: Email): string {
  const lines = [
    ["From", mail.from === undefined ? "" : nameOf(mail.from)],
    ["To", (mail.to ?? []).map(nameOf).join(", ")],
    ["Cc", (mail.cc ?? []).map(nameOf).join(", ")],
    ["Date", mail.headers.find((header) => header.key === "date")?.value ?? mail.date ?? ""],
    ["Subject", mail.subject ?? ""],
  ] as const;
  return lines.flatMap(([name, value]) => (value === "" ? [] : `${name}: ${value}`)).join("\n");
}

function bodyOf(mail: Email): string {
  if (mail.text !== undefined && mail.text.trim() !== "") return mail.text.replace(/\r\n?/gu, "\n").trim();
  return mail.html === undefined ? "" : pageText(parsePage(`<html><body>${mail.html}</body></html>`)).text.trim();
}

function notesOn(mail: Email): readonly string[] {
  const names = mail.attachments.map(({ filename, mimeType }) => filename ?? mimeType);
  const remote = /<img[^<>]+src\s*=\s*["']?https?:/iu.test(mail.html ?? "");
  return [
    ...(names.length === 0
      ? []
      : [`Attached to the mail and not read with it: ${names.join(", ")}. Save them and read them too.`]),
    ...(remote ? ["The mail names pictures on the web; none was fetched."] : []),
  ];
}

async function read(bytes: Uint8Array, options: ReadOptions) {
  const mail = await PostalMime.parse(bytes, { maxNestingDepth: 64 });
  const head = headOf(mail);
  const body = bodyOf(mail);
  const encrypted = /multipart\/encrypted|application\/(?:x-)?pkcs7-mime/iu.test(
    mail.headers.find((header) => header.key === "content-type")?.value ?? "",
  );
  if (encrypted) return refuse(options, "a mail that is not encrypted; save it decrypted and read that");
  const text = cleanText(`${head}\n\n${body}`);
  if (head === "" && body === "") return refuse(options, "a mail with a head or a body; this one has neither");
  const title = oneLine(mail.subject);
  const author =
    mail.from === undefined ? undefined : oneLine(mail.from.name === "" ? nameOf(mail.from) : mail.from.name);
  const published = dateIn(mail.date);
  const document: ReadDocument = {
    kind: "document",
    reader: "eml",
    mediaType: "message/rfc822",
    text,
    parts: [],
    ...(title === undefined ? {} : { title }),
    ...(author === undefined ? {} : { author }),
    ...(published === undefined ? {} : { published }),
    notes: notesOn(mail),
  };
  return { ok: true, value: document } as const;
}

/** Reads mails: who wrote to whom and when, and the words of the mail. */
export const eml: Reader = {
  id: "eml",
  called: "a mail",
  mediaTypes: ["message/rfc822"],
  extensions: [".eml"],
  sniff,
  read,
};
