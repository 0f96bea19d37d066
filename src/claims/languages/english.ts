import { keyed, type Language, phrases, words } from "../language.ts";
import { englishCurrencies } from "./english-currencies.ts";
import { englishNouns } from "./english-nouns.ts";

const ones = words(
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
);
const tens = words("twenty thirty forty fifty sixty seventy eighty ninety");

/** English, British and American, with the slips of those who write it as a second language. */
export const english: Language = {
  id: "en",
  name: "English",
  decimal: ".",
  numbers: {
    ...Object.fromEntries(ones.map((word, value) => [word, value])),
    ...Object.fromEntries(tens.map((word, index) => [word, 20 + 10 * index])),
    fourty: 40,
    ninty: 90,
  },
  magnitudes: {
    dozen: 12,
    hundred: 100,
    thousand: 1e3,
    thousands: 1e3,
    k: 1e3,
    million: 1e6,
    milion: 1e6,
    mln: 1e6,
    mn: 1e6,
    m: 1e6,
    mil: 1e6,
    billion: 1e9,
    bilion: 1e9,
    bn: 1e9,
    bln: 1e9,
    b: 1e9,
    trillion: 1e12,
    lakh: 1e5,
    lakhs: 1e5,
    crore: 1e7,
    crores: 1e7,
    trn: 1e12,
    tn: 1e12,
  },
  several: {
    dozens: 12,
    scores: 20,
    tens: 10,
    hundreds: 100,
    thousands: 1e3,
    millions: 1e6,
    billions: 1e9,
    trillions: 1e12,
  },
  few: {
    "a few": [2, 5],
    "quite a few": [3, 9],
    few: [2, 5],
    several: [2, 9],
    "a couple": [2, 3],
    "a couple of": [2, 3],
    "couple of": [2, 3],
    "a handful of": [2, 9],
    many: [2, 9],
  },
  wholes: {
    ...Object.fromEntries(
      words("two three four five six seven eight nine ten").map((word, index) => [
        `${word}fold`,
        [index + 2, index + 2, "times"] as const,
      ]),
    ),
    ...Object.fromEntries(
      words("twenties thirties forties fifties sixties seventies eighties").map((word, index) => [
        word,
        [20 + 10 * index, 29 + 10 * index, "age"] as const,
      ]),
    ),
    fortnight: [2, 2, "week"],
  },
  fractions: {
    half: 1 / 2,
    quarter: 1 / 4,
    quarters: 1 / 4,
    third: 1 / 3,
    thirds: 1 / 3,
    fourth: 1 / 4,
    fourths: 1 / 4,
    fifth: 1 / 5,
    fifths: 1 / 5,
    sixth: 1 / 6,
    eighth: 1 / 8,
    tenth: 1 / 10,
    tenths: 1 / 10,
  },
  before: {
    approximate: phrases(
      `≈, about, around, roughly, approximately, approx, approx ., circa, ca ., c ., some, nearly, almost, close to, an estimated, estimated,
      in the neighbourhood of, in the neighborhood of, in the region of, in the vicinity of, in the range of, in the order of, on the order of,
      somewhere around, perhaps, maybe, probably, possibly, or so, more or less, at around, at about, ~, near, nearing, approaching, believed to be,
      an average of about, say, just about, as around, closer to, barely`,
    ),
    atLeast: phrases(
      `more than, more that, over, well over, just over, a little over, slightly over, slightly more than, a little more than, just more than,
      well more than, greater than, higher than, bigger than, larger than, longer than, taller than, older than, in excess of, upwards of, upward of,
      exceeding, exceeds, exceeded, exceed, above, at least, at the very least, at a minimum, no fewer than, as young as, not fewer than, no less than, not less than,
      a minimum of, minimum of, a minimum, minimum, as little as, as few as, as low as, for as little as, beyond, topping, surpassing, >, ≥, from at least, starting at, starting from, or over`,
    ),
    atMost: phrases(
      `up to, upto, at most, at the most, no more than, not more than, not to exceed, not exceeding, a maximum of, maximum of, maximum, a maximum, less than,
      fewer than, under, well under, just under, slightly less than, slightly under, a little less than, a little under, below, lower than,
      smaller than, shorter than, younger than, as much as, as many as, as much, as many, within, as high as, as long as, <, ≤, no longer than,
      not longer than, no higher than, no later than, none exceeding, none more than, none over, none above`,
    ),
  },
  after: {
    approximate: phrases("or so, or thereabouts, odd, - odd, - some, more or less, give or take"),
    atLeast: phrases(
      "or more, or over, or above, or older, or higher, or longer, and more, and over, and above, and older, and up, plus, +, at least, minimum, at minimum, or greater, and upwards, - plus",
    ),
    atMost: phrases(
      "or less, or fewer, or under, or below, or younger, and under, and below, and younger, at most, at the most, maximum, at maximum, max, or lower",
    ),
  },
  opens: phrases(
    "between, from, anywhere between, anywhere from, somewhere between, ranging from, ranging between, of between",
  ),
  joins: phrases(
    "to, - to, ~, –, -, ‐, ‑, −, 〜, ～, through, up to, upto, or, to about, to around, to over, to more than, to as much as, to as many as, to nearly, to almost",
  ),
  pairs: phrases("and, and about, and around, &"),
  currencies: englishCurrencies,
  percent: phrases(
    "%, percent, per cent, pct, percents, percentage points, percentage point, ％, p . c ., p.c, p.c., pc, per - cent, percentage - points, percentage - point, basis points, basis point, bps",
  ),
  tenths: [],
  partsOf: [],
  times: keyed({
    second: "second seconds sec secs",
    minute: "minute minutes min mins",
    hour: "hour hours hr hrs",
    day: "day days night nights",
    week: "week weeks",
    month: "month months mo mos",
    quarter: "quarters",
    year: "year years yr yrs",
    decade: "decade decades",
    century: "century centuries",
  }),
  measures: keyed({
    "square kilometres": "㎢",
    "square metres": "㎡",
    metres: "meter meters metre metres",
    kilometres: "km kilometer kilometers kilometre kilometres kms",
    centimetres: "cm centimeter centimeters centimetre centimetres",
    millimetres: "mm millimeter millimeters millimetre millimetres",
    miles: "mile miles",
    feet: "foot feet ft",
    inches: "inch inches",
    tons: "ton tons tonne tonnes",
    kilograms: "kg kgs kilogram kilograms kilogramme kilogrammes kilo kilos",
    grams: "gram grams gramme grammes",
    pounds: "lb lbs",
    ounces: "ounce ounces oz",
    hectares: "hectare hectares ha",
    acres: "acre acres",
    litres: "liter liters litre litres",
    barrels: "barrel barrels",
    gallons: "gallon gallons",
    megawatts: "mw megawatt megawatts",
    kilowatts: "kw kilowatt kilowatts",
    degrees: "degree degrees celsius fahrenheit °",
    calories: "calorie calories kcal",
    times: "times",
  }),
  nouns: englishNouns,
  every: phrases(
    "a, an, per, each, every, in a, for each, for every, in one, in each, in a good, in a bad, on a normal, on a good, on a bad, any, any given, in any given, /",
  ),
  rates: {
    ...keyed({
      hour: "hourly",
      day: "daily",
      week: "weekly",
      month: "monthly",
      year: "annual annually anually yearly",
    }),
    ...Object.fromEntries(
      phrases(
        "each, apiece, per capita, per head, a head, per person, per worker, a person, per man, a piece, per employee, per laborer, per labourer",
      ).map((phrase) => [phrase, "person"]),
    ),
    "per family": "family",
    "per household": "family",
    "a day": "day",
    "per diem": "day",
    "per annum": "year",
    "p . a .": "year",
    "p.a.": "year",
    "p.a": "year",
    everyone: "person",
    everybody: "person",
    "working week": "week",
    "work week": "week",
    workweek: "week",
    "working day": "day",
  },
  months: words(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec",
  ),
  labels: words(
    `chapter chapters section sections article articles table tables figure figures fig chart page pages p pp pg no nos number numbers resolution unscr unscrs
    resolutions law act decree order volume vol issue room office bureau department company line highway route flight phase grade type category class camp
    annex appendix footnote note question step part paragraph paragraphs para paras clause item rule zone building channel version model windows
    isbn issn doi tel telephone phone fax box apartment apt suite amendment directive protocol convention regulation code platform gate bus
    train tier fortune schedule exhibit proposition division brigade regiment battalion district iphone
    boeing airbus covid apollo ref id passport factory hospital school column row point pier berth dock shop number interview interviews witness witnesses interviewee respondent count counts case file dial ext extension exhibits grade score № §`,
  ),
  monthMarks: [],
  beforeYear: words(
    "in since from until till by during before after early late mid around of to through year years summer winter spring autumn fall circa between and end and/or",
  ),
  beforeHour: words("at from until till before after by around"),
  afterHour: phrases(
    "am in the morning, a.m. in the morning, am, a.m, a.m., o'clock, o ' clock, o ’ clock, in the morning, a . m ., at noon, hours local time, in the early morning",
  ),
  beforeAfternoon: [],
  afterAfternoon: phrases(
    "pm at night, p.m. at night, pm in the evening, p.m. in the evening, pm in the afternoon, p.m. in the afternoon, pm, p.m, p.m., in the afternoon, in the evening, at night, at niht, in the night, o ' clock in the afternoon, o ' clock in the evening, o ’ clock in the evening, o ’ clock at night, o ' clock at night",
  ),
  beforeAge: phrases(
    "aged, age group, age groups, age bracket, age range, age, ages, age of, ages of, the age of, turned, turns, age :",
  ),
  afterAge: phrases(
    "years old, year old, years of age, years - old, - year - old, - year - olds, - year old, - year olds, - years old, year - old, - years - old, year olds, year - olds, years olds, years and older, - something, - somethings, something, somethings",
  ),
  changes: words(
    "rose risen rise rises rising increased increase increases increasing grew grown grow grows growing fell fallen fall falls falling dropped drop drops dropping decreased decrease declined decline shrank shrunk cut reduced expanded expand raised raise raises raising lowered jumped climbed surged swelled slid plunged tripled doubled went gone slashed narrowed widened dwindled",
  ),
};
