const WORD = "(?:\\p{Lu}[\\p{L}\\p{M}’'.-]*)";
const LINK = "(?:of|for|the|on|and|de|al|van|von|in)";

/** Capitalised words, with the small words between them: `Institute for Far Lands`. */
export const NAME = `${WORD}(?:\\s(?:${LINK}\\s){0,2}${WORD}){0,8}`;

/** Speakers without a name who are an answer to "who says so". */
export const OFFICES =
  "(?:(?:[Tt]wo|[Tt]hree|[Ff]our|[Ss]everal|[Ss]ome|[\\p{Ll}’'-]+|[A-Z]\\p{L}+)\\s){0,3}?(?:officials?|diplomats?|defectors?|experts?|analysts?|researchers?|sources?|activists?|ambassador|spokes(?:man|woman|person)(?: for (?:the )?[\\p{L}’ ]{3,40}?)?|employers?|managers?|workers?|accountant|foreman|brokers?|traders?|prosecutors?|lawyers?|inspectors?|deput(?:y|ies)|clerk|recruiter|driver|observer|inspectorate|minister|ministry|government|embassy|consulate)(?=(?:\\s(?:in|from|at|of)\\s(?:the\\s)?\\p{Lu}[\\p{L}-]+)?)";

/** What leads to a name: `the South Korean researcher`. */
export const ROLE =
  "(?:(?:[\\p{L}-]+\\s){0,4}?(?:researcher|professor|analyst|spokesman|spokeswoman|spokesperson|director|official|minister|president|chairman|head|author|journalist|reporter|curator|manager|expert|scholar|activist|economist|lawyer|diplomat|defector|secretary|ambassador|rapporteur|historian|newspaper|agency|organisation|organization|group|foreman|accountant)\\s(?:of the |of |at the )?)?";

const TITLES =
  /^(?:(?:The|A|An|One|Mr|Mrs|Ms|Dr|Prof|Professor|President|researcher|expert|analyst|activist|author|historian)\.?\s)+/u;
/** What a name may have caught at its beginning or its end that is none of it. */
const BEGINNING =
  /^(?:(?:But|And|Yet|Though|Although|While)\s|[\p{Ll}’'-]+ and (?=\p{Ll})|(?:because|since|considering|although|that|when|if|as|by|of|for|to)\s(?:the |an? )?)/u;
const MONTH =
  "(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)";
const DATED = new RegExp(`\\s(?:in|on|from)\\s${MONTH}$`, "u");
const NO_SPEAKER = new RegExp(
  `^${MONTH}$|^(?:(?:is|are|was|were|be|been|has|have|had)\\s|(?:dozens|hundreds|thousands|millions|tens|scores|half|none|number) of\\b)`,
  "u",
);
const NO_NAME =
  /^(?:An?|The|This|That|These|Those|It|He|She|They|We|I|You|In|On|At|But|And|If|As|When|While|There|Some|Many|Most|One|Two|Others?|Another|Nobody|Everyone|People|Officials|However|According|North Koreans?|South Koreans?|Estimates?|Reports?|Workers?|Now|Then|Today|Here|What|Who|God|Sometimes|Normally|Actually|Also|Our|Their|His|Her|My|Your|No|Not|Yes|So|For|From|By|To)$/u;

/**
 * A speaker's name without titles and the words that lead to it; absent for a pronoun and for what is no name.
 * @example
 * ["The Ministry of Works", "He", "Dr. Odile Vell"].map((text) => speakerName(text) ?? "none") // => ["Ministry of Works","none","Odile Vell"]
 */
export function speakerName(text: string): string | undefined {
  const bare = text
    .trim()
    .replace(BEGINNING, "")
    .replace(TITLES, "")
    .replace(/[’']s?$/u, "")
    .replace(/[.,]+$/u, "")
    .replace(DATED, "");
  return bare === "" || NO_NAME.test(bare) || NO_SPEAKER.test(bare) ? undefined : bare;
}
