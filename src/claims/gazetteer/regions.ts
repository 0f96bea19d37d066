import { COUNTRIES } from "./countries.ts";

/** A named part of the world with the countries in it. */
export interface WorldRegion {
  /** As accounts name it. */
  readonly id: string;
  readonly members: readonly string[];
  readonly names: readonly string[];
}

function continent(name: string): readonly string[] {
  return COUNTRIES.filter((country) => country.continent === name).map(({ code }) => code);
}

function region(id: string, members: string | readonly string[], names: string): WorldRegion {
  return {
    id,
    members: typeof members === "string" ? members.split(" ") : members,
    names: names.split(";").map((name) => name.trim()),
  };
}

/**
 * The regions that reports on labour abroad name, the smaller before the larger that holds it. Members by the United Nations'
 * M49, the Middle East and the Gulf by common use (Gulf: the members of the Gulf Cooperation Council).
 */
export const REGIONS: readonly WorldRegion[] = [
  region(
    "gulf",
    "AE BH KW OM QA SA",
    "Gulf states; Gulf countries; Persian Gulf; Arabian Gulf; the Gulf; 걸프; Персидск~ залив~; 海湾国家; 海湾",
  ),
  region(
    "middle-east",
    "AE BH EG IL IQ IR JO KW LB OM PS QA SA SY TR YE",
    "Middle East; Middle Eastern; Mideast; 중동; Ближн~ Восток~; 中东",
  ),
  region(
    "southeast-asia",
    "BN ID KH LA MM MY PH SG TH TL VN",
    "South-East Asia; Southeast Asia; South East Asia; Southeast Asian; South-East Asian; 동남아시아; 동남아; Юго-Восточн~ Ази~; 东南亚",
  ),
  region(
    "central-asia",
    "KG KZ TJ TM UZ",
    "Central Asia; Central Asian; 중앙아시아; Средн~ Ази~; Центральн~ Ази~; 中亚",
  ),
  region(
    "eastern-europe",
    "BG BY CZ HU MD PL RO SK UA",
    "Eastern Europe; Eastern European; East European; Eastern Bloc; 동유럽; 동구권; Восточн~ Европ~; 东欧",
  ),
  region("africa", continent("africa"), "Africa; African; 아프리카; Африк~; африканск~; 非洲"),
  region(
    "europe",
    continent("europe"),
    "Europe; European; European Union; the EU; EU; 유럽; Европ~; европейск~; Евросоюз~; ЕС; 欧洲; 欧盟",
  ),
  region("americas", continent("americas"), "Latin America; South America; 남미; Латинск~ Америк~; 拉美"),
];
