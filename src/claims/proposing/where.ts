import type { PlaceTerm } from "./context.ts";
import type { NumberInWords } from "./number-in-words.ts";
import { nearestPlaces, type Whereabouts, whereabouts } from "./place.ts";
import { type CaseNames, placeMentions } from "./place-mentions.ts";

/** What is known of where a number holds, besides its sentence. */
export interface Surrounds {
  /** The words before its sentence in the same paragraph. */
  readonly before: string;
  /** What the label of the witness who speaks says of them. */
  readonly label: string;
  /** The heading that it stands under. */
  readonly heading: string;
  readonly measure: string | undefined;
  /** The country that the people of the text come from. */
  readonly origin: string | undefined;
  readonly places: readonly PlaceTerm[];
  readonly names: CaseNames;
}

const WORLDWIDE =
  /\bworldwide\b|around the world|\bglobally\b|(?:in|across|of|over) the world|\boverseas\b|\babroad\b|\bcountries\b|해외|세계|за рубежом|за границей|по всему миру|海外|境外|国外|全球|世界/iu;
/** Measures of a whole programme: of them "abroad" says everywhere, of one worker's pay it says nothing. */
const WHOLE =
  /^(?:planned_)?(?:workers|revenue|state_revenue|taken_revenue|wage_bill|dispatched|it_workers|host_countries|repatriated)$/u;
const AT_HOME = /^home_/u;

/**
 * Where a number holds: as its sentence says; of a whole programme abroad, the world; else as the label of its witness, the words
 * before it, or its heading say; nowhere if none of them do.
 * @example
 * whereOf({ words: "They pay 9.", at: 9, to: 10 }, { before: "He went to Doha.", label: "", heading: "", measure: undefined, origin: undefined, places: [], names: new Map() }).places // => ["QA"]
 */
export function whereOf(number: NumberInWords, surrounds: Surrounds): Whereabouts {
  const { measure = "", origin, places, names } = surrounds;
  if (AT_HOME.test(measure) && origin !== undefined) return { places: [origin], countries: [origin] };
  const mentions = placeMentions(number.words, names);
  const told = nearestPlaces(mentions, number, origin);
  const isAbroad = WHOLE.test(measure) && WORLDWIDE.test(number.words);
  if (told.some(({ stands }) => stands === "inside" || stands === "along") || (told.length > 0 && !isAbroad))
    return whereabouts(told, places);
  if (isAbroad) return worldOf(places);
  // Where the country that sends people acts ("North Korea plans to send"), the number is of all that it sends.
  if (WHOLE.test(measure) && mentions.some(({ stands, country }) => country === origin && stands === "named"))
    return NOWHERE;
  const before = carried(surrounds);
  if (before.places.length === 0 && WHOLE.test(measure) && WORLDWIDE.test(surrounds.before)) return worldOf(places);
  return before;
}

function worldOf(places: readonly PlaceTerm[]): Whereabouts {
  return { places: places.some(({ id }) => id === "world") ? ["world"] : [], countries: [] };
}

const NOWHERE: Whereabouts = { places: [], countries: [] };

/** Where a number holds whose own sentence does not say: by the label of its witness, the words before it, or its heading. */
function carried({ label, before, heading, origin, places, names }: Surrounds): Whereabouts {
  for (const words of [label, before, heading]) {
    const mentions = placeMentions(words, names).filter(
      ({ stands, town }) => stands !== "named" || town || words !== before,
    );
    const last = nearestPlaces(mentions, { words, at: words.length, to: words.length }, origin);
    if (last.length > 0) return whereabouts(last, places);
  }
  return NOWHERE;
}
