import { fileURLToPath } from "node:url";
import type { CasePackage } from "../../cases/case-package.ts";
import { caseTerms } from "../../cases/case-terms.ts";
import type { CaseTerms } from "../../claims/proposing/context.ts";
import { loadFolder } from "../case-folder.ts";
import { chosenCase, type Place, withStoreToRead } from "../options.ts";
import type { Shell } from "../shell.ts";
import { evidenceIn } from "../stored-case.ts";

/** The case whose measures and places serve where no case is named; seen from the built files. */
const SHIPPED = fileURLToPath(new URL("../../../cases/dprk", import.meta.url));

function termsOf(pkg: CasePackage): CaseTerms {
  return caseTerms(evidenceIn(pkg).account, pkg.claims);
}

/** What the case that is named calls its measures and places; without a name, what the shipped case does. */
export function termsFor(options: Place & { readonly case?: string }, shell: Shell): Promise<CaseTerms> {
  if (options.case === undefined) return loadFolder(SHIPPED).then(termsOf);
  return withStoreToRead(options, shell, async (store) => {
    const { id } = await chosenCase(store, options.case);
    return termsOf(await store.cases.exportPackage(id));
  });
}
