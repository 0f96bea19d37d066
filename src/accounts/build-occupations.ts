import type { Account } from "./account.ts";
import type { WrittenAccount } from "./account-schema.ts";
import type { OccupationGroup } from "./occupation.ts";

type Written = WrittenAccount["occupations"];

/**
 * The leaf occupations of an account as written, and its groups with the leaves in them: an occupation is a group where a member
 * is the id of another.
 * @example
 * buildOccupations([{ id: "wood", name: "Wood", members: ["loggers"], parts: [] }, { id: "out", name: "Outdoors", members: ["wood"], parts: [] }]).occupationGroups // => [{"id":"out","name":"Outdoors","members":["wood"],"parts":[]}]
 */
export function buildOccupations(written: Written): Pick<Account, "occupations" | "occupationGroups"> {
  const byId = new Map(written.map((one) => [one.id, one]));
  const isGroup = (one: Written[number]): boolean => one.members.some((member) => byId.has(member));
  const leavesOf = (id: string, above: readonly string[]): readonly string[] => {
    const one = byId.get(id);
    if (!one || above.includes(id)) return [];
    return isGroup(one) ? one.members.flatMap((member) => leavesOf(member, [...above, id])) : [id];
  };
  const groupOf = (one: Written[number]): OccupationGroup => ({ ...one, members: leavesOf(one.id, []) });
  return {
    occupations: written.filter((one) => !isGroup(one)),
    occupationGroups: written.filter(isGroup).map(groupOf),
  };
}
