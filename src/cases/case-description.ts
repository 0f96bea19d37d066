import { z } from "zod";
import type { Issue, Parsed } from "../values/issue.ts";
import { present } from "../values/present.ts";
import { isSlug } from "../values/slug.ts";
import type { CaseDescription } from "./case-package.ts";

const words = z.string({ error: "words" }).refine((text) => text.trim() !== "", { error: "words" });
const needed = (what: string) => ({ error: what });

const schema = z.strictObject({
  name: z
    .string(needed("the id of the case"))
    .refine(isSlug, needed("an id of lower-case letters, digits and hyphens")),
  title: words,
  description: z.string(needed("words, or an empty text")),
  licenses: z.array(
    z.strictObject({ name: words, title: words.optional(), path: words.optional() }),
    needed("a list of licences, each with its name"),
  ),
  version: words,
  invented: z.boolean(needed("true for a case whose sources and people are invented, else false")),
  resources: z.array(z.looseObject({ path: words }), needed("a list of files, each with its path")).optional(),
});

/** The description of a case, and the files that it says are in the package. */
export interface DescribedPackage {
  readonly description: CaseDescription;
  readonly listed: readonly string[];
}

const file = "datapackage.json";

function readJson(text: string): Parsed<unknown> {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, issues: [{ file, expected: `JSON that can be read; ${reason}` }] };
  }
}

function issueOf(problem: z.core.$ZodIssue): Issue {
  const field = problem.path.map(String).join(".");
  if (problem.code === "unrecognized_keys") {
    const known = problem.path.length === 0 ? Object.keys(schema.shape) : ["name", "title", "path"];
    return present({
      file,
      field: field === "" ? undefined : field,
      value: problem.keys.join(", "),
      expected: `none but the keys ${known.join(", ")}`,
    });
  }
  return present({ file, field: field === "" ? undefined : field, expected: problem.message });
}

/**
 * What a `datapackage.json` says of its case, or everything that is wrong with it. Its schemas are not read: they are
 * made anew from our tables.
 * @example
 * parseCaseDescription("{").ok // => false
 */
export function parseCaseDescription(text: string): Parsed<DescribedPackage> {
  const json = readJson(text);
  if (!json.ok) return json;
  const read = schema.safeParse(json.value);
  if (!read.success) return { ok: false, issues: read.error.issues.map(issueOf) };
  const { name, title, description, licenses, version, invented, resources = [] } = read.data;
  const value = {
    id: name,
    title,
    description,
    invented,
    version,
    licenses: licenses.map((licence) => present(licence)),
  };
  return { ok: true, value: { description: value, listed: resources.map((resource) => resource.path) } };
}
