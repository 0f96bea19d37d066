/** A rectangle in pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A disc that wants a label of a given size. */
export interface Labelled {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly width: number;
  readonly height: number;
}

/** Where a label stands, and whether it needs a line to its disc. */
export interface PlacedLabel {
  readonly id: string;
  readonly box: Box;
  readonly leader: boolean;
}

/**
 * Whether two rectangles share any area.
 * @example
 * overlap({ x: 0, y: 0, width: 2, height: 2 }, { x: 1, y: 1, width: 2, height: 2 }) // => true
 */
export function overlap(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

const DIRECTIONS: readonly (readonly [number, number])[] = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [0.8, -0.6],
  [0.8, 0.6],
  [-0.8, -0.6],
  [-0.8, 0.6],
  [0.45, -0.9],
  [0.45, 0.9],
  [-0.45, -0.9],
  [-0.45, 0.9],
];
/** Pixels between disc and label, tried in order; from the second on a line joins them. */
const GAPS = [5, 12, 20, 28];

function candidate(item: Labelled, direction: readonly [number, number], gap: number): Box {
  const [dx, dy] = direction;
  const reach = item.radius + gap;
  const left = dx > 0 ? 0 : dx < 0 ? -item.width : -item.width / 2;
  const top = dy > 0 ? 0 : dy < 0 ? -item.height : -item.height / 2;
  return { x: item.x + dx * reach + left, y: item.y + dy * reach + top, width: item.width, height: item.height };
}

function inside(box: Box, frame: Box): boolean {
  return (
    box.x >= frame.x &&
    box.y >= frame.y &&
    box.x + box.width <= frame.x + frame.width &&
    box.y + box.height <= frame.y + frame.height
  );
}

/** Where the line from a disc to its label ends. */
export function leaderEnd(from: { readonly x: number; readonly y: number }, box: Box): { x: number; y: number } {
  return {
    x: Math.min(box.x + box.width, Math.max(box.x, from.x)),
    y: Math.min(box.y + box.height, Math.max(box.y, from.y)),
  };
}

function covers(disc: Labelled, box: Box): boolean {
  const near = leaderEnd(disc, box);
  return Math.hypot(near.x - disc.x, near.y - disc.y) < disc.radius + 1;
}

function crosses(item: Labelled, box: Box, others: readonly Box[]): boolean {
  const end = leaderEnd(item, box);
  return [0.25, 0.5, 0.75, 0.95].some((part) => {
    const at = {
      x: item.x + (end.x - item.x) * part - 1,
      y: item.y + (end.y - item.y) * part - 1,
      width: 2,
      height: 2,
    };
    return others.some((other) => overlap(at, other));
  });
}

/** Places for the labels of discs, the first named first, so that none covers another or a disc; those without room are left out. */
export function placeLabels(items: readonly Labelled[], frame: Box): PlacedLabel[] {
  const discs = items.map(({ id, x, y, radius: r }) => ({ id, x: x - r, y: y - r, width: 2 * r, height: 2 * r }));
  const placed: PlacedLabel[] = [];
  for (const item of items) {
    const labels = placed.map(({ box }) => box);
    const others = [...discs.filter(({ id }) => id !== item.id), ...labels];
    const clear = (box: Box): boolean =>
      items.every((other) => !covers(other, box)) && labels.every((other) => !overlap(box, other));
    const free = ({ gap, box }: { readonly gap: number; readonly box: Box }): boolean =>
      inside(box, frame) && clear(box) && (gap === GAPS[0] || !crosses(item, box, others));
    const spots = GAPS.flatMap((gap) => DIRECTIONS.map((direction) => ({ gap, box: candidate(item, direction, gap) })));
    const spot = spots.find(free);
    if (spot !== undefined) placed.push({ id: item.id, box: spot.box, leader: spot.gap !== GAPS[0] });
  }
  return placed;
}
