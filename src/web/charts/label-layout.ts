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

const DIRECTIONS = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [0.75, -0.75],
  [0.75, 0.75],
  [-0.75, -0.75],
  [-0.75, 0.75],
] as const;
const GAPS = [5, 16, 30, 48];

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

/** Places for the labels of discs, the first named first, so that none covers another or a disc; those without room are left out. */
export function placeLabels(items: readonly Labelled[], frame: Box): PlacedLabel[] {
  const discs = items.map(({ x, y, radius }) => ({
    x: x - radius,
    y: y - radius,
    width: 2 * radius,
    height: 2 * radius,
  }));
  const placed: PlacedLabel[] = [];
  for (const item of items) {
    const spot = GAPS.flatMap((gap) =>
      DIRECTIONS.map((direction) => ({ gap, box: candidate(item, direction, gap) })),
    ).find(
      ({ box }) =>
        inside(box, frame) &&
        discs.every((disc) => !overlap(box, disc)) &&
        placed.every((other) => !overlap(box, other.box)),
    );
    if (spot !== undefined) placed.push({ id: item.id, box: spot.box, leader: spot.gap > 6 });
  }
  return placed;
}
