// The reference problem as an account and its evidence, and the names under which Stan and JAGS know its quantities.
const NINETY = 1.6448536269514722;
const GROSS = 0.08;
const GROSS_SD = 2.8;

const interval = (log, sd) => `[${Math.exp(log - NINETY * sd)}, ${Math.exp(log + NINETY * sd)}]`;

/** The account of a problem, as a case would write it. */
export function accountText({ H, Y }) {
  const places = Array.from({ length: H }, (_, i) => `  - {id: p${i + 1}, name: Place ${i + 1}}`);
  const level = (id, median) =>
    `  - {id: ${id}, name: ${id}, unit: USD/person/month, type: rate, over: [place], combine: mean, weights: workers, prior: {default: ${interval(Math.log(median), 1)}}}`;
  return [
    `years: ${FIRST}/${FIRST + Y - 1}`,
    `anchor: ${FIRST}`,
    "places:",
    ...places,
    "measures:",
    `  - {id: workers, name: workers, unit: person, type: stock, over: [place, year], combine: sum, prior: {default: ${interval(Math.log(5000), 1.5)}}, walk: {scale: 0.2, every: 1, steps: normal}}`,
    level("take", 250),
    level("kept", 120),
    level("other", 60),
    "  - {id: gross, name: gross, unit: USD/person/month, over: [place], combine: mean, weights: workers, formula: take + kept + other}",
    "  - {id: months, name: months, unit: month/year, type: rate, prior: {default: [11.999, 12.001]}}",
    "  - {id: revenue, name: revenue, unit: USD/year, over: [place, year], formula: months * workers * take}",
    "headlines: [workers]",
    "",
  ].join("\n");
}

const FIRST = 2001;

/** The claims of a problem as evidence: each right with probability 0.92, else 2.8 wider. */
export function groupsOf(problem) {
  return Array.from({ length: problem.C }, (_, c) => {
    const mean = problem.m[c];
    const variance = problem.sd[c] ** 2;
    const right = { logWeight: Math.log(1 - GROSS), target: 0, mean, variance, gross: false, miscopied: 0 };
    const wrong = { ...right, logWeight: Math.log(GROSS), variance: variance + GROSS_SD ** 2, gross: true };
    return {
      id: `c${String(c).padStart(5, "0")}`,
      origin: `c${c}`,
      form: "value",
      scale: "log",
      targets: [{ ...targetOf(problem, c), weight: 1 }],
      readings: [{ claims: [`c${c}`], said: [{ center: mean, half: 0 }] }],
      components: [right, wrong],
    };
  });
}

const ALWAYS = { kind: "always" };

function targetOf({ kind, h, y }, c) {
  const place = `p${h[c]}`;
  const year = { kind: "year", year: FIRST + y[c] - 1 };
  const targets = [
    { measure: "workers", place, when: year },
    { measure: "workers", place: "world", when: year },
    { measure: "revenue", place: "world", when: year },
    { measure: "take", place, when: ALWAYS },
    { measure: "kept", place, when: ALWAYS },
    { measure: "gross", place, when: ALWAYS },
  ];
  return targets[kind[c] - 1];
}

/** The quantities that are compared: the name that Stan and JAGS have for each, and ours. */
export function comparedQuantities({ H, Y }) {
  const years = Array.from({ length: Y }, (_, j) => j + 1);
  const places = Array.from({ length: H }, (_, i) => i + 1);
  const of = (measure, place, year) => ({ measure, place, ...(year === undefined ? {} : { year: FIRST + year - 1 }) });
  return [
    ...places.flatMap((i) => years.map((j) => [`workers[${i},${j}]`, of("workers", `p${i}`, j)])),
    ...["take", "kept", "other"].flatMap((id) => places.map((i) => [`${id}[${i}]`, of(id, `p${i}`)])),
    ...years.map((j) => [`total[${j}]`, of("workers", "world", j)]),
    ...years.map((j) => [`revenue[${j}]`, of("revenue", "world", j)]),
  ];
}
