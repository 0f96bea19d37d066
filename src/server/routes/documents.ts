import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { newSource } from "../../readers/new-source.ts";
import { sha256Hex, sha256HexOfBytes } from "../../values/digest.ts";
import { Refusal } from "../errors.ts";
import { caseSummary } from "../loaded-case.ts";
import { AddedDocumentSchema } from "../schemas/sources.ts";
import { answers, documentBody, InCase, router, type Workbench } from "../workbench.ts";

/** Who brings in what comes through the page; the person is whoever has the token. */
const ACTOR = "user of the workbench";

const add = createRoute({
  method: "post",
  path: "/{case}/sources",
  tags: ["sources"],
  summary: "Add a document as a source",
  description:
    "The body is the file itself, of any kind that is read. It becomes a source with its copy, graded F6, and the chain of custody says so.",
  request: {
    params: InCase,
    query: z.object({ name: z.string().min(1, { error: "the name of the file" }).max(300) }),
    body: {
      required: true,
      content: { "application/octet-stream": { schema: z.any().openapi({ type: "string", format: "binary" }) } },
    },
  },
  responses: answers(AddedDocumentSchema, "The source that the document became, or was already"),
});

/** The route by which documents come into a case. */
export function documents(bench: Workbench): OpenAPIHono {
  const app = router();
  app.use("/:case/sources", documentBody());
  app.openapi(add, async (c) => {
    const { case: id } = c.req.valid("param");
    const { name } = c.req.valid("query");
    await caseSummary(bench.store, id);
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    return c.json(await addDocument(bench, id, { name, bytes }), 200);
  });
  return app;
}

async function addDocument(bench: Workbench, id: string, { name, bytes }: { name: string; bytes: Uint8Array }) {
  const read = await bench.readers.read(bytes, { name });
  if (!read.ok) throw new Refusal(415, "This document cannot be read. Nothing was added.", read.issues);
  const digests = [sha256HexOfBytes(bytes), sha256Hex(read.value.text)];
  const known = await bench.store.sources.all(id);
  const twin = known.find(
    ({ sha256 = "", textSha256 = "" }) => digests.includes(sha256) || digests.includes(textSha256),
  );
  const arrival = { document: read.value, bytes, name, actor: ACTOR, at: bench.clock().toISOString() };
  const made = newSource(
    arrival,
    known.map((source) => source.id),
  );
  if (twin === undefined) await bench.store.sources.add(id, made);
  bench.shelf.forget(id);
  const source = twin ?? made.source;
  const view = (await bench.store.sources.get(id, source.id)) ?? { source, attached: true, claims: 0 };
  return { view, added: twin === undefined, notes: read.value.notes };
}
