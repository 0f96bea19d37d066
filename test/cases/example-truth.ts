/**
 * The truth behind cases/example; the same figures stand in its README. Workers of 2000 to 2010 were changed after a trial of
 * reconciling, and so was a prior: good for seeing that slips are caught, not for judging how well intervals cover.
 */
const knots: Readonly<Record<string, readonly (readonly [year: number, persons: number])[]>> = {
  XB: [
    [2000, 10_000],
    [2005, 11_500],
    [2010, 13_200],
    [2012, 14_000],
    [2015, 15_500],
    [2016, 16_000],
    [2017, 15_200],
    [2018, 8400],
    [2019, 2900],
    [2020, 950],
  ],
  XC: [
    [2000, 3300],
    [2005, 4000],
    [2010, 4800],
    [2012, 5200],
    [2015, 5600],
    [2016, 5500],
    [2017, 5300],
    [2018, 5100],
    [2019, 4700],
    [2020, 4200],
  ],
  XD: [
    [2000, 1100],
    [2005, 1400],
    [2010, 1750],
    [2012, 1900],
    [2015, 2100],
    [2017, 2050],
    [2018, 2000],
    [2019, 1900],
    [2020, 1700],
  ],
  XE: [
    [2000, 2500],
    [2005, 3000],
    [2010, 3700],
    [2012, 4000],
    [2015, 5600],
    [2016, 6300],
    [2017, 6900],
    [2018, 7300],
    [2019, 7400],
    [2020, 7000],
  ],
  XF: [
    [2000, 450],
    [2005, 550],
    [2010, 650],
    [2012, 700],
    [2015, 650],
    [2017, 450],
    [2018, 300],
    [2019, 200],
    [2020, 150],
  ],
  rest: [
    [2000, 900],
    [2005, 1000],
    [2010, 1150],
    [2012, 1200],
    [2015, 1250],
    [2017, 1100],
    [2018, 1000],
    [2019, 900],
    [2020, 800],
  ],
};

/** USD per person and month in 2012. */
const pay2012: Readonly<Record<string, readonly [state: number, agency: number, embassy: number, inHand: number]>> = {
  XB: [290, 100, 50, 200],
  XC: [200, 90, 60, 150],
  XD: [190, 70, 40, 120],
  XE: [160, 50, 25, 95],
  XF: [200, 70, 30, 150],
  rest: [180, 60, 40, 120],
};

const MONTHS = 11;
const RISE = 1.01;

const membersOf = (place: string): readonly string[] => {
  if (place === "world") return Object.keys(knots);
  return place === "coast" ? ["XC", "XD"] : [place];
};

function inLeaf(place: string, year: number): number {
  const known = knots[place] ?? [];
  const after = known.find(([at]) => at >= year);
  const before = known.findLast(([at]) => at <= year);
  if (after === undefined || before === undefined) throw new Error(`invalid year: ${year}`);
  if (after[0] === before[0]) return after[1];
  return before[1] * (after[1] / before[1]) ** ((year - before[0]) / (after[0] - before[0]));
}

/** Persons abroad in the middle of a year. */
export function trueWorkers(place: string, year: number): number {
  return membersOf(place).reduce((total, leaf) => total + inLeaf(leaf, year), 0);
}

/** Parts of pay, USD per person and month, the mean over workers of a place or region. */
export function truePay(place: string, year: number) {
  const mean = (part: 0 | 1 | 2 | 3) =>
    (RISE ** (year - 2012) *
      membersOf(place).reduce((sum, leaf) => sum + inLeaf(leaf, year) * (pay2012[leaf]?.[part] ?? 0), 0)) /
    trueWorkers(place, year);
  const [state_take, agency_take, embassy_take, in_hand] = [mean(0), mean(1), mean(2), mean(3)];
  return {
    state_take,
    agency_take,
    embassy_take,
    in_hand,
    gross_pay: state_take + agency_take + embassy_take + in_hand,
  };
}

/** The true value of a measure of cases/example in the measure's unit (shares as fractions). */
export function truth(measure: string, place: string, year: number): number {
  if (measure === "workers") return trueWorkers(place, year);
  if (measure === "months") return MONTHS;
  const pay = truePay(place, year);
  const yearly = MONTHS * trueWorkers(place, year);
  const rest = pay.gross_pay - pay.state_take;
  const values: Readonly<Record<string, number>> = {
    ...pay,
    state_share: pay.state_take / pay.gross_pay,
    taken_share: 1 - pay.in_hand / pay.gross_pay,
    agency_share_of_rest: pay.agency_take / rest,
    embassy_share_of_rest: pay.embassy_take / rest,
    state_revenue: yearly * pay.state_take,
    revenue: yearly * pay.state_take,
    wage_bill: yearly * pay.gross_pay,
  };
  const value = values[measure];
  if (value === undefined) throw new Error(`invalid measure: ${measure}`);
  return value;
}
