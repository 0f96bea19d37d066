import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { mayBeCopyOf, notedDigests } from "../../cases/copy-match.ts";
import { readingOf } from "../../cases/source-reading.ts";
import type { SourceView } from "../../cases/views.ts";
import { sha256Hex, sha256HexOfBytes } from "../../values/digest.ts";
import { notFound, Refusal } from "../errors.ts";
import { caseSummary } from "../loaded-case.ts";
import { SourceReadingSchema, SourceViewSchema } from "../schemas/sources.ts";
import { answers, documentBody, InCase, router, type Workbench } from "../workbench.ts";

const list = createRoute({
  method: "get",
  path: "/{case}/sources",
  tags: ["sources"],
  summary: "All sources of a case",
  request: { params: InCase },
  responses: answers(z.object({ sources: z.array(SourceViewSchema).readonly() }), "The sources by id"),
});

const InSource = InCase.extend({ source: z.string() });

const one = createRoute({
  method: "get",
  path: "/{case}/sources/{source}",
  tags: ["sources"],
  summary: "A source's text with the claims that stand in it",
  request: { params: InSource },
  responses: answers(SourceReadingSchema, "The text, where a copy is attached, and the claims with their places in it"),
});

const copy = createRoute({
  method: "post",
  path: "/{case}/sources/{source}/copy",
  tags: ["sources"],
  summary: "Attach your own copy of a source",
  description:
    "The body is the file itself. Its SHA-256 must be the one that the case notes for the source, where it notes one.",
  request: {
    params: InSource,
    body: {
      required: true,
      content: { "application/octet-stream": { schema: z.any().openapi({ type: "string", format: "binary" }) } },
    },
  },
  responses: answers(SourceViewSchema, "The source, with its copy attached"),
});

/** Routes of the sources: list, reading, and attaching a copy. */
export function sources(bench: Workbench): OpenAPIHono {
  const app = router();
  app.openapi(list, async (c) => {
    const { case: id } = c.req.valid("param");
    await caseSummary(bench.store, id);
    return c.json({ sources: await bench.store.sources.list(id) }, 200);
  });
  app.openapi(one, async (c) => {
    const { case: id, source } = c.req.valid("param");
    const view = await sourceOf(bench, id, source);
    const [text, { claims }] = await Promise.all([
      bench.store.copies.text(id, source),
      bench.store.claims.list(id, { source }),
    ]);
    return c.json(readingOf(view, claims, text), 200);
  });
  app.use("/:case/sources/:source/copy", documentBody());
  app.openapi(copy, async (c) => {
    const { case: id, source } = c.req.valid("param");
    const view = await sourceOf(bench, id, source);
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    await attach(bench, { id, view, bytes, mediaType: c.req.header("content-type") ?? "" });
    return c.json(await sourceOf(bench, id, source), 200);
  });
  return app;
}

async function sourceOf(bench: Workbench, id: string, source: string): Promise<SourceView> {
  await caseSummary(bench.store, id);
  const view = await bench.store.sources.get(id, source);
  if (view === undefined) throw notFound("source", source, `GET /api/cases/${id}/sources lists those there are.`);
  return view;
}

async function attach(
  bench: Workbench,
  copied: { id: string; view: SourceView; bytes: Uint8Array; mediaType: string },
): Promise<void> {
  const { source } = copied.view;
  const digest = sha256HexOfBytes(copied.bytes);
  const read = await bench.readers.read(copied.bytes, { name: "copy", mediaType: copied.mediaType });
  if (!mayBeCopyOf(source, digest, read.ok ? sha256Hex(read.value.text) : undefined)) {
    throw new Refusal(
      422,
      `This file is not the copy that the case was made from: its digest differs from the one noted for "${source.title}". Nothing was attached.`,
      [{ file: "copy", field: "sha256", value: digest, expected: notedDigests(source).join(" or ") }],
    );
  }
  if (!read.ok) throw new Refusal(415, "The text of this file cannot be read here.", read.issues);
  await bench.store.copies.attach(copied.id, source.id, {
    bytes: copied.bytes,
    mediaType: read.value.mediaType,
    text: read.value.text,
    parts: read.value.parts,
  });
  bench.shelf.forget(copied.id);
  bench.proposing.forget(copied.id);
}
