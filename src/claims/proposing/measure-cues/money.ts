import type { MeasureCue } from "./cue.ts";

const YEARLY = ["year", ""];
const LABOUR =
  /workers?\b|labou?r|\bworking\b|overseas|abroad|employ|노동|근로|파견|인력|рабоч|труд|工人|劳工|务工|劳务/iu;
/** Sums of a state that come from something else. */
const OTHER_TRADE =
  /\barms\b|weapon|drugs?\b|coal|iron ore|\bgold\b|counterfeit|touris|casino|\btrade\b|sanctions? (?:cost|relief)|budget|\bGDP\b|fisher(?:y|ies) rights|foreign business|무역|무기|석탄|торговл|оружи|угл[яь]|贸易|武器|煤炭/iu;
const TAKES =
  "takes?|took|taken|keeps?|kept|collects?|collected|confiscat\\p{L}*|deduct\\p{L}*|withh\\p{L}*|siphon\\p{L}*|skim\\p{L}*|pockets?|retain\\p{L}*|demands?";
const PAYS =
  "surrender|hand(?:s|ed|ing)? over|pay|pays|paid|give|gives|gave|remit\\p{L}*|send|sends|turn over|contribute|owe|goes|go|went|transfer\\p{L}*";
const STATE = "government|state|regime|authorities|part(?:y|y's)|Pyongyang|treasury|fatherland";

/** Cues of yearly money of a whole programme. */
const REVENUE: readonly MeasureCue[] = [
  {
    measure: "wage_bill",
    of: "large money",
    near: /wage bill|total wages|in wages|wages (?:totall?ing|of all)|임금 총액|фонд оплаты/iu,
    times: YEARLY,
  },
  {
    measure: "state_revenue",
    of: "large money",
    near: new RegExp(
      `state revenue|(?:brings?|earns?|yields?|gives?) the (?:[A-Z]\\p{L}+ )*(?:${STATE})|(?:remit|transfer|flow|funnel|sent|sends?|goes|go|hand)\\p{L}*[^.;]{0,40} to (?:the |its |his )?(?:[A-Z]\\p{L}+ )*(?:${STATE})|state coffers|(?:${STATE})[^.;]{0,30}(?:collects?|receives?|received|takes in)`,
      "iu",
    ),
    sentence: LABOUR,
    not: OTHER_TRADE,
    times: YEARLY,
  },
  {
    measure: "revenue",
    of: "large money",
    near: /revenue|income|earn|profit|\bbrings?\b|bringing|generat|foreign (?:currency|exchange)|hard currency|remittance|proceeds|worth|\b(?:send|sends|sent|sending) (?:back )?home\b|외화|수입|벌어|수익|доход|выручк|зарабатыва|прибыл|收入|创汇|外汇|赚/iu,
    sentence: LABOUR,
    not: OTHER_TRADE,
    times: YEARLY,
  },
  {
    measure: "revenue",
    of: "money",
    near: /(?:the|total|annual|their) (?:earnings|revenues?|profits?)\b/iu,
    sentence: LABOUR,
    not: /per (?:worker|person)|each|an? (?:individual|average|normal)|worker's|workers' /iu,
    times: ["year"],
  },
];

/** Cues of what is taken from one worker's pay, by whom. */
const TAKEN: readonly MeasureCue[] = [
  {
    measure: "selection_bribe",
    of: "money",
    near: /brib|right to work|for (?:the right|permission) to|to (?:be|get) (?:selected|chosen|sent|picked|recruited)|selection fee|to secure (?:a|the) (?:job|post|place)|뇌물|взятк|贿|走后门/iu,
  },
  {
    measure: "selection_bribe",
    of: "money",
    near: /for (?:work|a job|a place|a post) (?:in|at|abroad)/iu,
    sentence: /right to work|brib/iu,
  },
  {
    measure: "embassy_take",
    of: "money",
    near: /embassy|consulate|대사관|посольств|使馆/iu,
    not: /official|according|said/iu,
  },
  {
    measure: "agency_take",
    of: "money",
    near: new RegExp(
      `(?:agenc(?:y|ies)|brokers?|middlem[ae]n|mediators?|intermediar)[^.;]{0,40}(?:${TAKES}|charges?)|(?:${TAKES}|${PAYS})[^.;]{0,60}(?:agenc(?:y|ies)|brokers?|middlem[ae]n|intermediar)|посредник|중개|中介`,
      "iu",
    ),
  },
  {
    measure: "site_take",
    of: "money",
    near: /administrative (?:expenses|fees?|costs?)|management fees?|(?:for|towards) (?:food|lodging|accommodation|room and board|dormitor)|(?:compan(?:y|ies)|managers?|bosses)(?: (?:in|on|at|of) \S+)? (?:takes?|keeps?|deducts?|holds? back)|관리비|식비|숙박비|за жилье|за жильё|за питание|管理费|伙食费|住宿费/iu,
  },
  {
    measure: "state_take",
    of: "money",
    near: new RegExp(
      `(?:${STATE})[^.;,]{0,40}\\b(?:${TAKES})\\b|\\b(?:${TAKES}|${PAYS})\\b[^.;]{0,70}\\b(?:to|by|for) (?:the |their )?(?:[A-Z]\\p{L}+ )*(?:${STATE})|planned contribution|loyalty (?:fund|money|payment)|state quota|monthly quota|quota of|충성자금|국가계획분|계획분|상납|государств\\p{L}* (?:забира|отбира|удержива)|(?:отда|перечисля|платят?)\\p{L}*[^.]{0,40}государств|上缴|上交`,
      "iu",
    ),
  },
];

/** Cues of what people earn and are left with. */
const KEPT: readonly MeasureCue[] = [
  {
    measure: "home_income",
    of: "money",
    near: /(?:family|families|household)[^.;]{0,60}\bincome|\bincome\b[^.;]{0,60}(?:family|families|household)|가구 ?소득|доход\p{L}* семь|家庭收入/iu,
    times: ["month", "year"],
  },
  {
    measure: "home_pay",
    of: "money",
    near: /(?:makes?|earns?|paid|get|gets|wages?|salar(?:y|ies))[^.;]{0,60}(?:back home|at home|inside the country|in their (?:own )?country|in the homeland|на родине|дома)/iu,
    not: /sent? home|take home/iu,
  },
  {
    measure: "stay_savings",
    of: "money",
    near: /(?:return|come|came|go|went|gone|coming|going) (?:back )?(?:home|to (?:his|her|their) (?:family|families))[^.;]{0,40}\bwith\b|(?:bring|brings|brought|bringing|take|took) (?:back|home)|в конце срока привоз|привоз|가지고 (?:돌아|귀국)|带回/iu,
    times: [""],
    not: /goods/iu,
  },
  {
    measure: "stay_made",
    of: "money",
    near: /\b(?:earn|earns|earned|make|makes|made)\b/iu,
    sentence:
      /\b(?:in|for|over|during|after)\s(?:the |those |a )?(?:\d[\d\s–-]*|two|three|four|five|several)(?:\s(?:or|to)\s(?:two|three|four|five))?(?:\s|-)years?\b/iu,
    times: [""],
  },
  {
    measure: "stay_savings",
    of: "money",
    near: /\bsaves?\b|\bsaved\b|накопи|모은|모을|存下/iu,
    sentence: /stints?|contracts?|\bafter (?:\p{L}+ ){0,3}years\b|년 (?:뒤|후|만에)|за \p{L}+ (?:года|лет)/iu,
    times: [""],
  },
  {
    measure: "saved",
    of: "money",
    near: /\bsaves?\b|\bsaved\b|savings?\b|sen[dt]s? (?:[^.;]{0,20})?(?:home|to (?:our|his|her|their|my|the) famil)|(?:sent|send|remit\p{L}*) [^.;]{0,40}famil|저축|송금|откладыва|отсыла|отправля\p{L}+ (?:домой|семь)|存下|寄回|汇回/iu,
  },
  {
    measure: "side_day",
    of: "money",
    near: /earn|made?\b|receive|get\b|벌|зарабатыва|赚/iu,
    sentence: /side (?:jobs?|work)|extern|outside work|good day|one day|normal day|on the side|부업|подработ|外活/iu,
    times: ["day"],
  },
  {
    measure: "kept",
    of: "money",
    near: /(?:gets?|got|able|allowed) to keep|left with|end(?:s|ed)? up with|gets? into their pockets|in their pockets/iu,
    sentence: /expenses|living costs|rooms?\b|food|day-to-day|after (?:paying|subtracting)/iu,
  },
  {
    measure: "in_hand",
    of: "money",
    near: /take[- ]home|in hand\b|left with|gets? to keep|\bkeeps?\b|\bkept\b|actually (?:gets?|receives?|paid)|(?:only|barely|just) (?:gets?|paid|receives?|receive|given)|(?:gets?|receives?|paid|given) (?:only|barely|just)|given back to|in reality (?:you|they|we) (?:get|receive)|handed (?:to )?(?:the )?workers?|workers? (?:is|are|was|were) (?:left|handed|given)|(?:worker|laborer|labourer|we|they|employee|would|could|can)s? (?:would |could |usually |normally |actually )?(?:receives?|received|gets?|got)\b|(?:is left|what remains) (?:is|for|to|goes to) (?:the )?workers?|손에 (?:쥐|쥔|쥘)|실수령|на руки|실제로 받|到手|实得|拿到/iu,
    not: /employers? (?:pays?|paid|gets?|receives?)|the company receives|per year for the|government receives|managers?\b|\bboss|officials?\b|guards?\b|(?:other|foreign|chinese|russian|local|public) workers?/iu,
  },
  {
    measure: "in_hand",
    of: "money",
    near: /\breceives?\b|\breceived\b/iu,
    not: /employer|compan(?:y|ies)|government|regime|state\b|managers?\b|\bboss|officials?\b|guards?\b|(?:other|foreign|chinese|russian|local|public) workers?|famil/iu,
    times: ["month", "year", "week", "day", "hour"],
  },
  {
    measure: "gross_pay",
    of: "money",
    near: /should be|meant to be|employers?(?: (?:in|on|at|from) \S+)? (?:pay|pays|paid)|gross|before (?:deductions|tax|anything)|credited with|contract price|they are paying us|(?:company|factory|firm|plant|farm)(?: (?:in|on|at|from) \S+)? (?:pays|paid)|by contract|under (?:the|their) contracts?|on paper|가 지급하는|по контракту|начисля|合同工资|雇主支付/iu,
    not: /\bnot\b/iu,
  },
  {
    measure: "gross_pay",
    of: "money",
    near: /\b(?:earn|earns|earned|makes?)\b/iu,
    sentence:
      /takes? away|taken away|take[sn]? (?:by|out|from)|confiscat|deduct|of which|took (?:its|their|a) (?:share|cut)|hand(?:ed)? over/iu,
    times: ["month", "year", "day", "week", "hour"],
  },
  {
    measure: "wage",
    of: "money",
    near: /\bwages?\b|salar(?:y|ies)|\bpay is|monthly pay|are paid|is paid|was paid|were paid|\b(?:earns?|earned)\b|월급|임금|급여|받(?:는|지|고|았|으며|아)|зарплат|заработн|оклад|получа(?:ет|ют|л)|工资|薪|月收入|挣/iu,
    not: /minimum wage|budget|economy|american|local worker|chinese worker|public worker|russian worker|foreign worker|per capita/iu,
    times: ["month", "year", "week", "day", "hour"],
  },
  {
    measure: "wage",
    of: "money",
    near: /\b(?:monthly |our |their |your |the )wages?\b|(?:our|their|your|monthly) salar(?:y|ies)|월급|월 ?임금|зарплат|工资/iu,
    not: /minimum wage|chinese worker|public worker|russian worker|foreign worker/iu,
    times: [""],
  },
  {
    measure: "wage",
    of: "money",
    near: /workers?[^.;]{0,30}\b(?:can |could |may |will )?earns?\b/iu,
    sentence: /\b(?:a|good|one|each|every|per) month\b|monthly/iu,
    not: /(?:chinese|public|russian|foreign|other|local) workers?/iu,
    times: [""],
  },
];

/** Cues of measures in money; what is taken and from whom comes before what is earned. */
export const MONEY: readonly MeasureCue[] = [...REVENUE, ...TAKEN, ...KEPT];
