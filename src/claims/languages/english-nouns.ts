import { keyed } from "../language.ts";

/** English nouns that are counted in reports of labour, with the unit that they are counted in. */
export const englishNouns = keyed({
  persons: `person persons people peoples worker workers laborer laborers labourer labourers employee employees man men woman women child children
    girl girls boy boys kid kids migrant migrants immigrant immigrants emigrant emigrants refugee refugees defector defectors escapee escapees
    citizen citizens national nationals resident residents inhabitant inhabitants staff staffers personnel crew crewmen crewmembers member members
    soldier soldiers troop troops officer officers official officials guard guards agent agents manager managers supervisor supervisors overseer overseers
    engineer engineers doctor doctors nurse nurses physician physicians technician technicians teacher teachers student students trainee trainees
    intern interns apprentice apprentices waitress waitresses waiter waiters cook cooks chef chefs painter painters artist artists sailor sailors
    fisherman fishermen seafarer seafarers seaman seamen logger loggers lumberjack lumberjacks miner miners welder welders builder builders farmer farmers
    plasterer plasterers tailor tailors seamstress seamstresses driver drivers prisoner prisoners inmate inmates detainee detainees convict convicts
    criminal criminals victim victims survivor survivors witness witnesses interviewee interviewees respondent respondents informant informants participant
    participants passenger passengers tourist tourists visitor visitors traveller travellers traveler travelers diplomat diplomats spy spies
    athlete athletes player players researcher researchers expert experts scientist scientists specialist specialists professional professionals
    journalist journalists lawyer lawyers activist activists customer customers client clients guest guests broker brokers recruit recruits recruiter
    recruiters candidate candidates applicant applicants volunteer volunteers trafficker traffickers smuggler smugglers slave slaves servant servants maid maids
    nanny nannies caregiver caregivers bystander civilian civilians adult adults teenager teenagers youth youths youngster youngsters minor minors
    pensioner pensioners veteran veterans family-members relative relatives dependent dependents parent parents son sons daughter daughters
    brother brothers sister sisters wife wives husband husbands friend friends colleague colleagues co-worker co-workers coworker coworkers compatriot
    compatriots countryman countrymen mechanic mechanics electrician electricians carpenter carpenters bricklayer bricklayers cleaner cleaners
    operative operatives hacker hackers programmer programmers developer developers operator operators minister ministers priest priests missionary missionaries
    foreigner foreigners local locals expatriate expatriates expat expats breadwinner breadwinners individual individuals head heads souls
    koreans chinese russians americans filipinos nepalis nepalese bangladeshis indians pakistanis vietnamese ukrainians poles mongolians africans asians
    europeans arabs kuwaitis qataris uzbeks tajiks kyrgyz japanese germans britons thais cambodians indonesians malaysians burmese laotians ethiopians nigerians
    workforce manpower hands labours delegates delegate masters master performer performers musician musicians dancer dancers trader traders
    businessman businessmen businesspeople entrepreneur entrepreneurs chiefs base-chiefs boss bosses director directors deputies captain captains mediator mediators
    accountant accountants sculptor sculptors patient patients deaths dead casualties fatalities injured missing others dispatchees returnees repatriates lad lads
    guy guys lady ladies policeman policemen police chauffeur cadres cadre fighters fighter militants militant rebels protesters demonstrators
    voters voter readers users user subscribers beneficiaries beneficiary households-members masons stonemasons caretakers male males female females defendants defendant returnees returnee complainants accused illegals bracero braceros gastarbeiter gastarbeiters turks kurds swedes danes finns czechs slovaks croats serbs greeks kazakhs turkmens assemblers population populace runaway runaways crewmate crewmates roommates teammates classmates workmates cellmates fans spectators supporters monks aides fugitives
    captives hostages orphans widows architects interpreters pilots medics paramedics surgeons consultants attendants attendant assistants assistant clerks
    secretaries lawmakers senators scholars academics peasants tenants occupants claimants plaintiffs suspects suspect housemaids househelps
    hostesses coaches actors actresses models expats homeless grandchild grandchildren sibling siblings welder headcount ofw ofws deployment deployments departures arrivals conscript conscripts passengers`,
  families: "family families household households",
  countries: "country countries nation nations state states",
  cities: "city cities town towns village villages province provinces region regions",
  companies: `company companies firm firms enterprise enterprises employer employers agency agencies business businesses branch branches
    corporation corporations subsidiary subsidiaries supplier suppliers contractor contractors organisation organisations organization organizations entity entities
    manufacturer manufacturers retailer retailers start-up startups
    factory factories restaurant restaurants plant plants shop shops mill mills farm farms bank banks workshops workshop`,
  sites:
    "site sites camp camps project projects mine mines location locations dormitory dormitories facility facilities",
  documents:
    "visa visas permit permits passport passports contract contracts document documents licence licences license licenses",
  vessels: "ship ships vessel vessels boat boats trawler trawlers",
});

/** Endings of nouns for people, and words with such endings that are none. */
const personEndings = ["ers", "ors", "ists", "eers", "ees", "women", "men", "ians", "folk", "people", "persons"];
const noPersons = new Set(
  `others containers papers computers dollars numbers centers letters meters quarters orders offers rivers towers covers powers borders chapters
  factors sectors doors floors tractors reactors colors motors flowers helicopters freighters tankers trailers printers servers layers registers tigers corners
  fees trees committees degrees employees-fees knees bees coffees guarantees carriers-bags matters headquarters shoulders fingers
  summers winters centimeters kilometers millimeters liters tenders feathers bombers launchers carriers cruisers destroyers lasers
  sensors mirrors errors terrors tumors vapors indicators generators elevators corridors vectors monitors processors factors humors favors
  parameters perimeters diameters newspapers answers dinners suppers hammers ladders posters folders filters filers barriers characters
  clusters disasters encounters embers cancers ulcers fibers specimens regimen specimen omens lumens drawers trousers scooters transfers shelters counters blockers lists exists consists insists persists assists resists wrists twists heists checklists tiers frontiers waitlists playlists
  stickers vouchers stoppers boosters sewers lockers pointers trackers routers drivers-licences`
    .split(/\s+/u)
    .filter((word) => word !== ""),
);

/**
 * Whether an English noun in the plural names people by its ending, as `plasterers` does.
 * @example
 * ["plasterers", "containers", "linguists", "cars"].map(namesPeople) // => [true, false, true, false]
 */
export function namesPeople(noun: string): boolean {
  return noun.length > 4 && personEndings.some((ending) => noun.endsWith(ending)) && !noPersons.has(noun);
}
