import { attributionVerbs } from '../text/attribution-verbs.ts';
import { mask, readSubjectAfter, readSubjectBefore, type Subject } from './read-subject.ts';

/**
 * How the words beside a quotation attribute it. Each rule is measured on its own; `certainRules` are those
 * that were right in 97 of 100 cases (docs/stories.md has the figures).
 */
export type AttributionRule =
  /** "…," Nicole Ozer said */
  | 'quote-name-verb'
  | 'quote-pronoun-verb'
  | 'quote-description-verb'
  /** "…," said Nicole Ozer */
  | 'quote-verb-name'
  | 'quote-verb-description'
  /** "…?" Ozer said: a new sentence might start here */
  | 'quote-mark-subject-verb'
  /** Ozer said: "…"; Ozer said that "…" */
  | 'name-verb-quote'
  | 'pronoun-verb-quote'
  | 'description-verb-quote'
  /** Ozer said the company's plans were "…" */
  | 'verb-far-quote'
  /** …, calling it "…" */
  | 'participle-quote'
  /** Ozer praised the plan and said it was "…" */
  | 'compound-verb-quote'
  /** "…" of the case, the opinion said */
  | 'quote-far-subject-verb'
  /** Ozer said the plans were "…" and "…" */
  | 'verb-quote-quote'
  | 'according-to'
  /** Ozer: "…" */
  | 'name-colon-quote'
  /** „…“, sagte Lee; « … », a dit Lee; «…», dijo Lee */
  | 'other-language'
  /** "…," she said. "…" */
  | 'goes-on'
  /** The previous paragraph leaves its quotation open. */
  | 'open-paragraph'
  /** A paragraph that is a quotation, after one that ends with a quotation or its attribution. */
  | 'next-paragraph';

export interface RuledSubject {
  readonly rule: AttributionRule;
  readonly subject: Subject;
}

const sayingVerbs = attributionVerbs.filter((verb) => verb !== 'according');
const verbPattern = `(?:${sayingVerbs.filter((verb) => !verb.endsWith('ing')).join('|')})`;
const firstVerb = new RegExp(`(?<![\\p{L}\\p{N}’'-])${verbPattern}(?![\\p{L}\\p{N}’'-])`, 'u');
const everyVerb = new RegExp(firstVerb.source.replace(verbPattern, `(?:${sayingVerbs.join('|')})`), 'gu');
const leadingVerb = new RegExp(`^[\\s,—–-]*(?:\\p{Ll}+ly\\s+)?(${verbPattern})\\s+`, 'u');
const endsWithVerb = new RegExp(`(?<!\\p{L})(?:${verbPattern})\\s+(?:that\\s+)?$`, 'u');
/** Only white space is between the verb and an opening mark. */
export const endsWithSaying = new RegExp(`(?<!\\p{L})(?:${sayingVerbs.join('|')})\\s+$`, 'u');
const accordingTo = /(?<!\p{L})[Aa]ccording\s+to\s+/gu;

/**
 * The attribution right after a quotation, up to the end of the sentence.
 * @param lastSign the last character inside the marks
 */
export function readBehind(masked: string, from: number, to: number, lastSign: string): RuledSubject | null {
  if (/[.…]/.test(lastSign) && !/^\s*\p{Ll}/u.test(masked.slice(from, to))) return null;
  const zone = masked.slice(from, to);
  const according = /^[\s,—–-]*according\s+to\s+/.exec(zone);
  if (according) return attribute('according-to', readSubjectAfter(masked, from + according[0].length, to));
  const inverted = leadingVerb.exec(zone);
  if (inverted) {
    const subject = readSubjectAfter(masked, from + inverted[0].length, to);
    if (subject)
      return { rule: subject.kind === 'description' ? 'quote-verb-description' : 'quote-verb-name', subject };
    return null;
  }
  const verb = firstVerb.exec(zone);
  if (!verb) return null;
  const start = from + (/^[\s,—–-]*(?:as\s)?/.exec(zone) as RegExpExecArray)[0].length;
  const subject = readSubjectBefore(masked, start, from + verb.index);
  if (!subject) return null;
  if (!isWhole(masked, start, from + verb.index, subject))
    return readFarBehind(masked, start, from + verb.index, to, subject);
  const behind = zone.slice(verb.index + verb[0].length);
  if (
    /[?!]/.test(lastSign) &&
    /^\p{Lu}/u.test(masked.slice(start, start + 1)) &&
    !/^\s*(?:$|[,.:;—]|(?:in|on|at|during|of|after|before|to|with|as|when|while|from)\s|\p{Lu}\p{Ll}+day)/u.test(
      behind,
    )
  ) {
    return { rule: 'quote-mark-subject-verb', subject };
  }
  return { rule: `quote-${subject.kind}-verb`, subject };
}

/**
 * "… of the case, the opinion said.": the sentence continues after the quotation and ends with its
 * attribution.
 */
function readFarBehind(
  masked: string,
  from: number,
  verbStart: number,
  to: number,
  subject: Subject,
): RuledSubject | null {
  const first = Math.min(subject.start, subject.role?.start ?? subject.start);
  const isLast = /^\S+(?:\s+(?:in|on|at|during|to|last|this)\s[^,]*|\s+\p{Lu}\p{Ll}+day)?[.,]?\s*$/u.test(
    masked.slice(verbStart, to),
  );
  return isLast && /,\s*$/.test(masked.slice(from, first))
    ? { rule: 'quote-far-subject-verb', subject }
    : null;
}

/** Whether only the subject and what belongs to it is between the quotation and the verb. */
function isWhole(masked: string, from: number, to: number, subject: Subject): boolean {
  const first = Math.min(subject.start, subject.role?.start ?? subject.start);
  if (/\S/.test(masked.slice(from, first))) return false;
  const rest = masked.slice(subject.end, to).trim();
  return (
    rest === '' || /^[\p{Ll}\s]{0,40}$/u.test(rest) || /^[,(—–-].*[,)—–-](?:\s\p{Ll}+){0,3}$/su.test(rest)
  );
}

/** The attribution between the start of a quotation's sentence and its opening mark. */
export function readAhead(masked: string, from: number, to: number): RuledSubject | null {
  const zone = masked.slice(from, to);
  const found = Array.from(zone.matchAll(everyVerb));
  const according = Array.from(zone.matchAll(accordingTo)).at(-1);
  if (according) {
    const subject = readSubjectAfter(masked, from + according.index + according[0].length, to);
    if (subject) return { rule: 'according-to', subject };
  }
  for (const verb of found.reverse()) {
    const at = from + verb.index;
    const isParticiple = verb[0].endsWith('ing');
    const behind = masked.slice(at + verb[0].length, to);
    if (isParticiple) {
      const subject = readMainSubject(masked, from, at);
      if (subject) return { rule: 'participle-quote', subject };
      continue;
    }
    const isCompound = /(?:\band|\bbut|,)\s+(?:(?:also|then|later)\s+)?$/u.test(masked.slice(from, at));
    const main = isCompound ? readMainSubject(masked, from, at) : null;
    if (main) return { rule: 'compound-verb-quote', subject: main };
    const subject = readSubjectBefore(masked, from, at);
    // "Officials said he said": the attribution is farther left.
    if (subject?.kind === 'pronoun' && endsWithVerb.test(masked.slice(from, subject.start))) continue;
    if (!subject) {
      const inverted = behind.includes(mask) ? null : readInverted(masked, from, at + verb[0].length, to);
      if (inverted) return inverted;
      continue;
    }
    if (behind.includes(mask)) return { rule: 'verb-quote-quote', subject };
    if (isDirect(behind)) return { rule: `${subject.kind}-verb-quote`, subject };
    return { rule: 'verb-far-quote', subject };
  }
  return null;
}

/** Ozer: "…" */
export function readColon(masked: string, from: number, to: number): RuledSubject | null {
  const zone = masked.slice(from, to);
  if (!/^\s*.{2,60}:\s*$/su.test(zone)) return null;
  const subject = readSubjectBefore(masked, from, from + zone.lastIndexOf(':'));
  return subject?.kind === 'name' ? { rule: 'name-colon-quote', subject } : null;
}

/** Said Ozer: "…" */
function readInverted(masked: string, from: number, verbEnd: number, to: number): RuledSubject | null {
  if (
    !/^\s*\p{Lu}\p{Ll}+\s/u.test(masked.slice(from, verbEnd + 1)) ||
    !/[:,]\s*$/.test(masked.slice(verbEnd, to))
  )
    return null;
  const subject = readSubjectAfter(masked, verbEnd, to);
  return subject ? { rule: `${subject.kind}-verb-quote`, subject } : null;
}

/**
 * Whether only the occasion or the listener is between verb and quotation: said, said in a statement:, told
 * reporters that.
 */
function isDirect(behind: string): boolean {
  const words = behind.trim();
  if (words === '' || /^(?:[:,—–-]|that|:\s*…)$/.test(words)) return true;
  if (/^(?:that\s+)?(?:he|she|it|they|we)\p{L}*\b/u.test(words)) return false;
  if (/^(?:(?:in|on|at)\s)?(?:[\p{L}’']+\s){1,5}that$/u.test(words)) return true;
  return words.length < 120 && /[:,]$/.test(words) && !/\bthat\b/.test(words);
}

/** The subject of the sentence that a participle belongs to: "[Trump] blasted the plan, calling it". */
function readMainSubject(masked: string, from: number, to: number): Subject | null {
  const verb =
    /(?<=\s)(?:\p{Ll}+ed|was|is|has|had|said|told|wrote|went|took|made|gave|spoke|says|tells|sent|held|\p{Ll}{3,}s)(?=\s)/gu;
  const zone = masked.slice(from, to);
  for (const { index } of zone.matchAll(verb)) {
    const subject = readSubjectBefore(masked, from, from + index);
    if (subject && subject.kind !== 'description') return subject;
  }
  return null;
}

function attribute(rule: AttributionRule, subject: Subject | null): RuledSubject | null {
  return subject && { rule, subject };
}
