import { readSubjectBefore } from '../quotations/read-subject.ts';
import type { TextSpan } from '../text/article.ts';
import { attributionVerbSet } from '../text/attribution-verbs.ts';
import { afterPhrase, listOf, prepositions, titles } from '../text/phrase-words.ts';
import type { PrintedName } from './read-names.ts';

/** Characters searched on either side: no description is longer. */
const reach = 160;
/**
 * ", a lawyer for the league," or ", 47, a lawyer": up to its closing punctuation. A full stop inside is an
 * abbreviation's.
 */
const apposition =
  /^(?:\s\(|,\s(?:\d{1,3},\s)?)((?:an?|the|one of|his|her|its|their|former|chief|then|\p{Ll}+)\s(?:[^,;:()—\n“”".]|\.(?=\p{L})|(?<=(?<!\p{L})(?:\p{Lu}|Mrs?|Ms|Dr|Sen|Rep|Gov|Gen|St|Lt|Col|Sgt|Prof))\.)+)(?=[,;:)—\n]|\s\(|\.(?!\p{L})|$)/u;
/**
 * After one of these a name is part of another's description: "Ann Lee of New York, the leader of her
 * party,".
 */
const behindPreposition = /(?<!\p{L})(?:of|from|for|at|with|by|in)\s(?:the\s)?$/u;
const groupNoun =
  /\b(?:group|company|agency|organi[sz]ation|firm|city|town|country|state|network|paper|newspaper|site|website|magazine|party|union|university|school|think tank|nonprofit|charity|league|court|island|province|region|county|village|suburb|capital|maker|giant|bank|church)\b/;
const courtesy = /^(?:Mr|Mrs|Ms|Mx|M|Mme|Herr|Frau)\.?$/;
/** Nouns for roles, by the endings that English has for them. */
const roleNoun =
  /(?:(?:man|woman|men|women|person|er|or|ist|ian|ant|ent|ee|ress|spokes\p{L}+)|^(?:executive|representative|detective|secretary|chief|head|aide|chair|boss|coach|star|wife|husband|son|daughter|friend|ally|rival|judge|pope|surgeon|analyst|mate|scholar|general|official|professor|host|justice|company|group|agency|firm|union|party|network|city|town|league))s?$/u;
const certainRole = /(?:man|woman|person|ist|spokes\p{L}+)$/u;
const article = /^(?:an?|the|one|another|his|her|its|their|.*[’']s?)$/i;
const noRole =
  /^(?:other|another|however|either|neither|never|ever|over|under|after|later|earlier|further|together|whether|rather|her|or|nor|for|more|former|senior|current|recent|percent|different|moment|amount|event|government|statement|agreement|number|order|power|paper|letter|matter|even|then|than|when|consider|remember|offer|enter|center|major|minor|prior|behavior|favor|want|present|prevent|absent|recommend|sent|went|spent|meant|lent|bent|rent|cent|member|most)$/;
const beforeRole = listOf(
  'former late retired senior deputy acting chief then current longtime veteran assistant associate executive prominent ' +
    'campaign party federal local state top vice co police press presidential party’s conservative liberal democratic republican independent ' +
    'political national general fellow ex-president',
);

/**
 * The words right beside a name that say who or what it is, as printed: "the league's director", ", a lawyer
 * from Ohio,".
 */
export function describeName(text: string, name: PrintedName): TextSpan[] {
  const before = describedBefore(text, name);
  const behind = apposition.exec(text.slice(name.end, name.end + reach));
  const found = before ? [before] : [];
  const isAnothers = behindPreposition.test(text.slice(Math.max(0, name.titledStart - 12), name.titledStart));
  if (behind?.[1] && isApposition(behind[1]) && (!isAnothers || groupNoun.test(behind[1]))) {
    const end = name.end + behind[0].length;
    found.push({ start: end - behind[1].length, end });
  }
  return found;
}

/**
 * "Republican Sen. Maria Lopez", "the league's director Maria Lopez": not a verb that precedes the name,
 * "confirm Maria Lopez".
 */
function describedBefore(text: string, name: PrintedName): TextSpan | null {
  const subject = readSubjectBefore(text, Math.max(name.sentence, name.start - reach), name.end);
  if (!subject?.role || subject.start !== name.start) return null;
  const { start, end } = subject.role;
  const words = text.slice(start, end).split(/\s+/);
  const last = words.at(-1) as string;
  if (courtesy.test(last) || !(titles.has(last) || isRoleNoun(last))) return null;
  let first = words.length - 1;
  const isDetermined = first > 0 && article.test(words[0] as string);
  while (first > 0 && (isDetermined || maySpecify(words[first - 1] as string, last))) first -= 1;
  // A single lower-case word may be a verb: "[to] counter Maria Lopez".
  if (first === words.length - 1 && !titles.has(last) && !certainRole.test(last)) return null;
  return { start: end - words.slice(first).join(' ').length, end };
}

/** Before a title an ordinary word may be a verb: "consider President Lopez". */
function maySpecify(word: string, last: string): boolean {
  return (
    /^(?:\p{Lu}|ex-)/u.test(word) ||
    beforeRole.has(word.toLowerCase()) ||
    (isRoleNoun(word) && !titles.has(last))
  );
}

function isRoleNoun(word: string): boolean {
  return roleNoun.test(word) && !noRole.test(word);
}

/** A phrase that says what somebody is, not what they did: no "speaking …", no clause. */
function isApposition(phrase: string): boolean {
  const words = phrase.split(/\s+/);
  const isClause =
    words.some((word) => attributionVerbSet.has(word)) ||
    /\b(?:is|was|were|are|has|had|have|will|would|did|not|who)\b/.test(phrase);
  if (words.length < 2 || isClause) return false;
  if (/^(?:an?|the|one of)\s/.test(phrase)) return words.length > 2 || isRoleNoun(words[1] as string);
  const [first = '', second = ''] = words;
  if (/^(?:his|her|its|their)$/.test(first)) return isRoleNoun(words[1] as string);
  return (
    isRoleNoun(first) ||
    (!afterPhrase.has(first) &&
      !prepositions.has(first) &&
      !/(?:ing|ed|ly)$/.test(first) &&
      isRoleNoun(second))
  );
}
