import type { Account, Measure } from "./account.ts";
import type { WrittenAccount } from "./account-schema.ts";
import type { Complain } from "./complain.ts";
import { foldWord } from "./occupation.ts";

/**
 * Says what is wrong with the occupations of an account whose shape is right: names that something else has, members that mix
 * words of claims with occupations, groups that hold themselves or count a leaf twice; gives nothing back.
 * @example
 * ((said) => { checkOccupations({ places: [], regions: [], occupations: [{ id: "wood" }], occupationGroups: [] }, [{ id: "wood", name: "Wood", members: [], parts: [] }], (path) => said.push(path.join("."))); return said })([]) // => ["occupations"]
 */
export function checkOccupations(account: Account, written: WrittenAccount["occupations"], complain: Complain): void {
  if (account.occupations.length === 1)
    complain(["occupations"], "two or more leaf occupations, which partition all work, or none");
  const places = new Set(["world", ...[...account.places, ...account.regions].map(({ id }) => id)]);
  const ids = written.map(({ id }) => id);
  written.forEach(({ id, members }, position) => {
    if (places.has(id) || ids.indexOf(id) !== position)
      complain(["occupations", position, "id"], "a name that no other occupation and no place has", id);
    checkMembers(account, { id, members, position, ids }, complain);
  });
  checkWords(written, new Set(account.occupations.map(({ id }) => id)), complain);
}

interface Entry {
  readonly id: string;
  readonly members: readonly string[];
  readonly position: number;
  readonly ids: readonly string[];
}

function checkMembers(account: Account, { id, members, position, ids }: Entry, complain: Complain): void {
  const at = (member: number) => ["occupations", position, "members", member];
  const group = account.occupationGroups.find((one) => one.id === id);
  members.forEach((member, n) => {
    if (group && !ids.includes(member))
      complain(at(n), "occupations of this account, as other members are, or only words of claims", member);
  });
  if (!group) return;
  const twice = group.members.find((leaf, n) => group.members.indexOf(leaf) !== n);
  if (twice !== undefined)
    complain(["occupations", position, "members"], `each occupation once, or ${twice} would count twice`, id);
  if (group.members.length === 0)
    complain(
      ["occupations", position, "members"],
      "no circle of groups: a group holds leaf occupations in the end",
      id,
    );
}

/** One word must not name two occupations. */
function checkWords(written: WrittenAccount["occupations"], leaves: ReadonlySet<string>, complain: Complain): void {
  const owner = new Map<string, string>();
  written.forEach(({ id, name, members, parts }, position) => {
    const said = [id, name, ...(leaves.has(id) ? members : []), ...parts].map(foldWord);
    for (const word of new Set(said)) {
      const other = owner.get(word);
      if (other !== undefined && other !== id)
        complain(["occupations", position], `words of its own: ${other} is called that too`, word);
      owner.set(word, id);
    }
  });
}

/**
 * Says what is wrong with occupation as a dimension of a measure: none declared, a mean without weights by occupation, a walk or
 * a break that tells occupations apart where the measure does not (rule A7); gives nothing back.
 * @example
 * ((said) => { checkOccupationOf({ occupations: [] }, { over: ["occupation"], combine: "sum" }, (path) => said.push(path.join("."))); return said })([]) // => ["over"]
 */
export function checkOccupationOf(account: Account, measure: Measure, complain: Complain): void {
  const leaves = new Set(account.occupations.map(({ id }) => id));
  const walk = measure.kind === "estimated" ? measure.walk : undefined;
  const named = walk?.breaks.flatMap(({ occupations }) => occupations ?? []) ?? [];
  for (const id of named.filter((one) => !leaves.has(one)))
    complain(["walk", "breaks"], "leaf occupations of this account", id);
  if (!measure.over.includes("occupation")) {
    if (walk?.by === "occupation" || walk?.by === "cell" || named.length > 0)
      complain(["walk"], "a walk by occupation only where the measure is over occupation");
    return;
  }
  if (leaves.size === 0)
    complain(["over"], "occupations that this account declares, under `occupations`", "occupation");
  checkWeights(account, measure, complain);
}

/** Of a share that a formula defines, the whole is computed from wholes and needs no weights. */
function checkWeights(account: Account, measure: Measure, complain: Complain): void {
  if (measure.combine !== "mean" || measure.kind === "mixed") return;
  if (measure.kind === "derived" && measure.unit === "share") return;
  const weights = account.measures.get(measure.weights ?? "");
  if (weights?.over.includes("occupation") || (measure.weights !== undefined && !weights)) return;
  const found = weights ? `${weights.id} is over ${weights.over.join(", ") || "nothing"}` : "it names none";
  complain(
    ["weights"],
    `weights over occupation, for the mean over occupations is weighted by people (${found}); put occupation among the ` +
      "dimensions of the measure that counts people, or define one by a formula: people × part / sum(part over occupation)",
    measure.weights,
  );
}
