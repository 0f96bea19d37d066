import type { MeasureCue } from "./cue.ts";

const PAY =
  /wages?\b|salar|earn|\bpay\b|income|money|of which|(?:is|are|was|were) paid|받지|받는|of (?:that|this|it|the amount)|out of the rest|what is left|remain|임금|월급|급여|소득|зарплат|заработ|доход|工资|收入|薪/iu;
const TAKEN =
  "takes?|took|taken|keeps|kept by|confiscat\\p{L}*|deduct\\p{L}*|withh\\p{L}*|go(?:es)? to|going to|sent back|siphon\\p{L}*|seiz\\p{L}*|skim\\p{L}*|hand(?:ed|s)? over|surrender|remit\\p{L}*|held back|holds? back|garnish\\p{L}*|forfeit|pay|떼|공제|가져|징수|상납|отбира|забира|удержива|изыма|拿走|扣|上缴|没收";
const REST = /what is left|the rest|what remains|remaining|остат|остав|나머지|其余|剩/iu;
const AGENCY =
  /agenc(?:y|ies)|brokers?|middlem[ae]n|mediator|transport company|dispatch(?:ing)? company|state company|sending company|intermediar|중개|파견 ?회사|посредник|агентств|中介|公司/iu;
const EMBASSY = /embass(?:y|ies)|consulate|대사관|посольств|使馆/iu;
const SITE =
  /operating expenses|workshops?|administrat|management|site\b|lodging|(?:the|their) company|managers?|for the costs|preparing your|관리|управлен|管理/iu;
const STATE =
  /government|\bstate\b|regime|authorities|\bparty\b|Pyongyang|Workers. Party|treasury|국가|당국|정권|государств|власт|режим|国家|政府|当局/iu;
const taken = new RegExp(TAKEN, "iu");

/** Cues of shares of pay. Who takes it comes first; a share that nobody is said to take is taken in all. */
export const SHARES: readonly MeasureCue[] = [
  { measure: "bribe_prevalence", of: "share", near: /brib|뇌물|взятк|贿/iu },
  { measure: "transfer_fee", of: "share", near: /send(?:s|ing)? (?:this )?money|transfer fee|remittance fee/iu },
  { measure: "broker_fee", of: "share", near: /finding (?:a|us a|work) ?(?:job)?|for a job|job broker/iu },
  { measure: "embassy_share_of_rest", of: "share", near: EMBASSY, sentence: REST },
  { measure: "agency_share_of_rest", of: "share", near: AGENCY, sentence: REST, not: EMBASSY },
  { measure: "site_share_of_rest", of: "share", near: SITE, sentence: REST },
  { measure: "embassy_share", of: "share", near: EMBASSY, sentence: PAY },
  { measure: "agency_share", of: "share", near: AGENCY, sentence: PAY, not: STATE },
  {
    measure: "state_share",
    of: "share",
    near: new RegExp(`(?:${STATE.source})[^.;]*(?:${TAKEN})|(?:${TAKEN})[^.;]*(?:${STATE.source})`, "iu"),
    sentence: PAY,
  },
  {
    measure: "kept_share",
    of: "share",
    near: /\bkeeps?\b|\bkept\b|left with|allowed to have|only (?:get|gets|receive|receives)|would (?:only )?receive|(?:workers?|they|we) (?:get|gets|receive|receives)|손에|на руки|оставля\p{L}+ себе|拿到|到手/iu,
    sentence: PAY,
    not: /government|regime|authorities|employer|company keeps/iu,
  },
  { measure: "taken_share", of: "share", near: taken, sentence: PAY },
];

/** Cues of hours of work and lengths of stay. */
export const TIMES: readonly MeasureCue[] = [
  {
    measure: "work_day",
    of: "hours",
    near: /work|shift|toil|labou?r|노동|일(?:하|해|을)|근무|работа|смен|工作|干活/iu,
    times: ["day"],
    not: /sleep|rest\b|lunch/iu,
  },
  {
    measure: "stay_months",
    of: "duration",
    near: /contracts?|\bterms?\b|stints?|(?:length|duration) of (?:a |the )?(?:stay|contract|term)|(?:sent|dispatched|posted|assigned|appointed|appointment|leave|go(?:es)? abroad)[^.;]{0,30}\bfor\b|send you for|work abroad for|meant to work for|worked for|\bafter\b.{0,40}years?[’']? of (?:work|working)\b|работа\p{L}* за (?:рубежом|границей)|контракт|срок\p{L}*|계약 ?기간|계약|파견 ?기간|合同期|为期|期限/iu,
    not: /\bago\b|since|prison|sentence|later|years? old|military/iu,
    times: [""],
  },
];
