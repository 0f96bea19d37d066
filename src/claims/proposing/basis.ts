import type { Basis } from "../claim.ts";

/** Words that tell how a number was come by; the first that stand in the sentence decide. */
const CUES: readonly (readonly [Basis, RegExp])[] = [
  ["intelligence", /\bintelligence\b(?! quotient)|\bNIS\b|spy agency|국정원|국가정보원|정보 ?당국|разведк|情报/iu],
  [
    "interview",
    /testimon(?:y|ies)|interview(?:ed|ees?|s)? |defectors? (?:said|says|told|testified)|증언|탈북민|свидетельств|證言|证词|脱北者/iu,
  ],
  ["survey", /\bsurvey(?:ed|s)?\b|questionnaire|respondents?|설문|опрос(?!н)|问卷/iu],
  [
    "register",
    /\bregist(?:er|ers|ry|ered)\b|statistics (?:show|of|from)|official (?:figures|statistics|data)|(?:work|labou?r) permits|visas? (?:issued|granted)|border (?:records|data)|реестр|по данным [^.]{0,40}(?:служб|ведомств|министерств)|статистик|통계|등록|登记|统计数据/iu,
  ],
  ["count", /\bhead ?count\b|\b(?:I|he|she|we|they|who|observers?|inspectors?) counted\b|подсчитал|세어|셌|清点/iu],
  [
    "official statement",
    /(?:ministr(?:y|ies)|minister|government|officials?|embassy|ambassador|spokes\p{L}+|State Department|secretary|authorit(?:y|ies)|president|Security Council|office) (?:[\p{L}’']+ ){0,4}(?:said|says|stated|announced|reported|told|notes?|acknowledged|confirmed)|(?:according to|said|says|told by) (?:an? |the |two |three |several |\p{Lu}\p{L}+ ){0,3}(?:officials?|ministry|minister|government|embassy|ambassador)|국무부|외교부|정부는|당국자|대사관은|министерств\p{L}* (?:сообщ|заяв)|посол|МИД|外交部|政府(?:表示|称)|官员/iu,
  ],
  ["estimate", /estimat|\bguess|thought to be|believed to|calculat|추정|추산|по оценк|оценива|估计|估算|推算/iu],
  [
    "press",
    /newspaper|\bmedia\b|news agency|\b(?:Daily|Times|Post|Herald|Ilbo|Gazette|Chronicle)\b|Reuters|\bAFP\b|Yonhap|Xinhua|TASS|보도|신문|сообща(?:ет|ют) СМИ|газет|агентств|报道|媒体/iu,
  ],
];

/**
 * How the number was come by, as far as the words of its sentence tell; unknown where they do not.
 * @example
 * ["A register shows 400.", "They estimate 400.", "There are 400."].map(basisOf) // => ["register","estimate","unknown"]
 */
export function basisOf(words: string): Basis {
  return CUES.find(([, cue]) => cue.test(words))?.[0] ?? "unknown";
}
