import type { Modality } from "../claim.ts";

const PLANNED =
  /\bplan(?:s|ned|ning)?\b(?! economy)|\bintend|\baims? (?:to|at)|\b(?:decided|agreed|pledged|promised|wants?) to\b|\bwill (?!normally|often|sometimes|only|usually|vary|just|earn|take|spend|be able|say|tell|give you|also)(?:soon |be |have |reach|rise|send|increase|grow|bring|go |come|receive|dispatch|hire|take in|accept|need)|\b(?:is|are|was|were) (?:expected|going|set|scheduled) to\b|\b(?:is|are|was|were) to (?:be sent|rise|grow|reach|increase|fall|send|receive)\b|\bexpect(?:s|ed)? to\b|\bhopes? to\b|in the (?:future|coming years)|by next year|예정|계획|목표|할 것으로 (?:예상|전망)|планиру|намерен|собира(?:ет|ют)ся|ожидается|будет направлен|будут направлен|предполагается|计划|打算|预计|拟|将(?:派|增|达|向|在|有|会)/iu;
const SUPPOSED =
  /\bin theory\b|\bsuppos(?:e|ing)\b|\bassuming\b|\bhypothetical|\b(?:might|may) (?:\w+ ){0,2}(?:earn|be|reach|bring|cost|number|lose|generate|have)\b|\bcould (?:\w+ )?(?:reach|rise|bring|cost|generate|lose|amount|be as|earn the|total)\b|\bwould (?:\w+ )?(?:cost|lose|mean|amount|generate|need|require|yield|fall|rise|reach|total|be worth)\b|만약|가정하면|경우 .{0,30}(?:것이다|수 있다)|\bбы\b|предположим|假如|假设|倘若/iu;
const CONDITION = /(?<!even )\bif\b|\b(?:unless|were .{1,40} to)\b|라면|다면|если|如果|若/iu;
const CONDITIONAL = /\b(?:would|could|might|were to|knew|had)\b|것이다|텐데|\bбы\b|将会|就会/iu;
const HEARSAY =
  /reportedly|allegedly|\b(?:is|are|was|were|been) (?:said|rumou?red|alleged|reported|believed) to\b|\bit (?:is|was|has been) (?:said|rumou?red|alleged)|rumou?rs?\b|supposedly|apparently|\b(?:I|he|she|they|we) (?:have |has |had )?heard\b|\bI guess\b|\bthey say\b|\bit seems that\b|\bit would seem\b|hearsay|알려졌|알려져|전해졌|것으로 전해|소문|카더라|다고 한다|якобы|говорят, что|по слухам|ходят слухи|как сообщается|据说|传闻|据传|据悉|听说/iu;

/**
 * The mood in which a number is given, from its clause and its sentence: planned, hypothetical, hearsay, else asserted.
 * @example
 * [modalityOf("plans to send 400", ""), modalityOf("if they had 400", "they would"), modalityOf("400", "reportedly 400"), modalityOf("sent 400", "")] // => ["planned","hypothetical","hearsay","asserted"]
 */
export function modalityOf(near: string, sentence: string): Modality {
  if (CONDITION.test(near) && CONDITIONAL.test(near) && CONDITIONAL.test(sentence)) return "hypothetical";
  if (SUPPOSED.test(near)) return "hypothetical";
  if (PLANNED.test(near)) return "planned";
  if (HEARSAY.test(sentence)) return "hearsay";
  return "asserted";
}
