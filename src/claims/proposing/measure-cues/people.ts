import type { MeasureCue } from "./cue.ts";

const LABOUR =
  /work|labou?r|employ|hired|jobs?\b|crew|staff|build|logg|trainee|dispatch|노동|근로|인력|파견|일하|рабоч|работ|труд|工人|劳工|务工|劳务|工作|派遣/iu;
/** Crowds that are no stock of workers: the size of a room, a family, a class, a group under way. */
const SMALL =
  /\bin (?:one|a|each|every|this) (?:room|container|space|group|team|dormitory|restaurant|house|hall|establishment|factory|workshop|camp)|(?:left|came|go|goes|went|leave|travel|arrive)\p{L}* (?:\p{L}+ ){0,2}in (?:a )?groups? of|groups of|in (?:a|the) team|children|per room|each room|famil(?:y|ies) of|were killed|died|deaths?\b|detained|custody|arrested|defect|escap|asylum|tourists|displaced|moved out|competitors|applicants|in charge of|handling|watch(?:ing|ed)? over|people waiting|unemployed|have not been able/iu;
const NOT_HOSTS =
  /\bforeigners\b|foreign (?:labou?rers|workers|migrants)|tourists?|students?\b|refugees|population of|residents of|\b(?:country|nation|city|island) of\b/iu;

const OTHER_PEOPLE = new RegExp(`${SMALL.source}|${NOT_HOSTS.source}`, "iu");

/** Cues of measures that count people, or papers for people. */
export const PEOPLE: readonly MeasureCue[] = [
  { measure: "student_visas", of: "documents", near: /student visas?|учебн\p{L}* виз|유학 ?비자|学生签证/iu },
  { measure: "student_visas", of: "persons", near: /(?:on|with|holding|received|given|issued) student visas?/iu },
  { measure: "tourist_visas", of: "documents", near: /tourist visas?|туристическ\p{L}* виз|관광 ?비자|旅游签证/iu },
  { measure: "tourist_visas", of: "persons", near: /(?:on|with|holding|received|given|issued) tourist visas?/iu },
  {
    measure: "permits_issued",
    of: "documents",
    near: /permits?[^.;]{0,40}(?:issued|granted|handed out|given out)|(?:issued|granted|handed out|approved)[^.;]{0,40}permits?|выда\p{L}+[^.;]{0,40}разрешен|разрешен\p{L}*[^.;]{0,40}выда|허가[^.]{0,20}발급|发放[^。]{0,20}许可/iu,
    not: /valid|in force|remain|действующ|유효|有效/iu,
  },
  {
    measure: "work_permits",
    of: "documents",
    near: /permits?\b|разрешен\p{L}+|취업 ?허가|노동 ?허가|高?工作许可|工作许可/iu,
    not: /residence permits?|building permits?|export permits?/iu,
  },
  {
    measure: "work_permits",
    of: "persons",
    near: /(?:held|hold|holding|with|had|have) (?:valid )?(?:work|labou?r) permits?/iu,
  },
  {
    measure: "visas",
    of: "documents",
    near: /(?:work|labou?r|employment|business) visas?|visas? (?:were |was )?(?:issued|granted)|issued[^.;]{0,30}visas?|рабоч\p{L}+ виз|취업 ?비자|工作签证/iu,
  },
  {
    measure: "repatriated",
    of: "persons",
    near: /repatriat|sent (?:back|home)|send(?:ing)? (?:back|home)|returned home|went home|gone home|left for home|been deported|were deported|expelled|송환|귀국|돌려보|выслан|высла|вернул\p{L}+ (?:домой|на родину)|отправлен\p{L}* домой|домой отправ|遣返|回国|送回/iu,
    not: /money|cash|dollars?|not been/iu,
  },
  {
    measure: "entries",
    of: "persons",
    near: /(?:entered|entries|entering|arrivals|arrived|crossed (?:the border )?into)\b[^.;]{0,80}|입국|въехал|въезд|入境/iu,
    sentence: LABOUR,
    not: /tourists?|third country|students?|arrived at (?:an? |the )?(?:\p{L}+ ){0,2}(?:estimate|figure|number|total)/iu,
  },
  {
    measure: "it_workers",
    of: "persons",
    near: /\bIT (?:workers|staff|specialists|personnel)|information technology|programmers|software developers|hackers|정보기술|IT ?인력|айти|программист|信息技术|IT人员/u,
  },
  {
    measure: "dispatched",
    of: "persons",
    near: /sent|sends|send\b|dispatch|export(?:s|ed)|take in|accepts?|파견|направля|отправля|派遣|派出/iu,
    times: ["year"],
    not: SMALL,
  },
  {
    measure: "workers",
    of: "persons",
    near: /workers?\b|labou?rers?\b|employed|employees|employment|working|worked (?:in|there|abroad|overseas)|\bworks? (?:in|on|at|abroad|overseas|there|for)\b|\b(?:labou?r|toil)(?:s|ed)? (?:in|on|at|abroad|overseas)\b|workforce|\babroad\b|\boverseas\b|builders|loggers|waitresses|seamstresses|engineers|doctors|trainees|(?:sent|dispatched) (?:abroad|overseas|to)|노동자|근로자|인력|파견|일하|рабочи\p{L}*|рабочих|работник|трудятся|работа(?:ет|ют|ли|ло)|工人|劳工|务工|劳务人员|工作|派遣/iu,
    not: OTHER_PEOPLE,
    least: 20,
  },
  {
    measure: "workers",
    of: "persons",
    near: /\b(?:estimates?|the (?:number|total|figure)|in all|in total)\b|\bthere (?:are|were) [^.;]{0,20}\d[\d,.]* (?:people|men|[A-Z]\p{L}+s) (?:in|on)\b/iu,
    sentence: /workers?\b|labou?rers?\b|employed|working|노동자|рабочих|工人/iu,
    not: OTHER_PEOPLE,
    least: 1000,
  },
  {
    measure: "host_countries",
    of: "countries",
    near: /work|labou?r|employ|sent|dispatch|노동|파견|рабоч|работ|工人|劳工|派/iu,
  },
];
