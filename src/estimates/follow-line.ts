import { real, whole } from "../math/vector.ts";
import type { JumpLine } from "./jump-site.ts";

/**
 * The same node moved along the line on which its parameters are said to follow: all that follow by more than some share of the one that follows most.
 * Nothing where the node would not move by that.
 * @example
 * followLine({ landings: [], bent: Int32Array.of(), parameters: Int32Array.of(4), slope: Float64Array.of(1) }, Int32Array.of(4, 5), Float64Array.of(2, 1), 0.03).amounts // => {"0":1,"1":0.5}
 */
export function followLine(
  line: JumpLine,
  active: Int32Array,
  along: Float64Array,
  least: number,
): JumpLine | undefined {
  const most = along.reduce((largest, amount) => Math.max(largest, Math.abs(amount)), 0);
  // A node that is to land somewhere must move by just what is asked.
  const bent = new Set(line.landings.length > 0 ? line.bent : []);
  const kept = [...along.keys()].filter((i) => Math.abs(real(along, i)) > least * most && !bent.has(whole(active, i)));
  const parameters = Int32Array.from(kept, (i) => whole(active, i));
  const slope = new Map([...line.parameters].map((at, k) => [at, real(line.slope, k)]));
  const moved = kept.reduce((sum, i) => sum + real(along, i) * (slope.get(whole(active, i)) ?? 0), 0);
  if (moved === 0) return undefined;
  return { ...line, parameters, amounts: Float64Array.from(kept, (i) => real(along, i) / moved) };
}
