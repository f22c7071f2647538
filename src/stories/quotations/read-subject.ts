import type { TextSpan } from '../text/article.ts';
import { attributionVerbSet } from '../text/attribution-verbs.ts';
import {
  isCapital,
  isJoinedByOf,
  isSmall,
  isWord,
  lower,
  startOfName,
  type Token,
  tokensOf,
} from '../text/phrase-tokens.ts';
import {
  afterPhrase,
  beforePhrase,
  beforeVerb,
  determiners,
  nameConnectors,
  organisationHeads,
  prepositions,
  pronouns,
  timeNoun,
  titles,
} from '../text/phrase-words.ts';

/** Whom an attribution names. */
export interface Subject extends TextSpan {
  readonly kind: 'name' | 'pronoun' | 'description';
  /** Title or role printed beside a name. */
  readonly role?: TextSpan;
}

/** Replaces every character of a quotation, marks included, in the text in which attributions are read. */
export const mask = '\ue000';

/** The subject of tokens `first` to `last`, a name with or without titles. */
function nameOf(tokens: readonly Token[], first: number, last: number, roleFirst = first): Subject {
  // "Attorney General": a name must remain.
  const title = range(first, last - 1).findLast((i) => titles.has((tokens[i] as Token).text));
  const nameFirst = title === undefined ? first : startBehindTitle(tokens, title, last);
  const start = (tokens[nameFirst] as Token).start;
  const end = withoutPossessive(tokens[last] as Token);
  const roleStart = (tokens[roleFirst] as Token).start;
  const role =
    roleFirst < nameFirst ? { start: roleStart, end: (tokens[nameFirst - 1] as Token).end } : undefined;
  return { kind: 'name', start, end, ...(role && { role }) };
}

/** "Secretary of State Ann Lee": an office with "of" is followed by a first name and a surname. */
function startBehindTitle(tokens: readonly Token[], title: number, last: number): number {
  if (!/^(?:of|for)$/.test(tokens[title + 1]?.text ?? '')) return title + 1;
  const hasInitial = /^\p{Lu}\.$/u.test(tokens[last - 1]?.text ?? '');
  return Math.max(title + 2, last - (hasInitial ? 2 : 1));
}

function withoutPossessive({ text, end }: Token): number {
  return /[’']s$/.test(text) ? end - 2 : end;
}

/**
 * The subject that ends right before `to`, where its verb starts; not before `from`.
 * @returns null if there is nothing that could say something
 */
export function readSubjectBefore(text: string, from: number, to: number): Subject | null {
  const tokens = tokensOf(text, from, to);
  let last = tokens.length - 1;
  // "went on to say"
  const idiom = tokens.slice(-3).map(lower).join(' ');
  if (/^(?:went|goes) on to$/.test(idiom)) last -= 3;
  while (last >= 0 && isBetween(tokens[last] as Token)) last -= 1;
  const token = tokens[last];
  if (!token) return null;
  if (pronouns.has(lower(token))) return { kind: 'pronoun', start: token.start, end: token.end };
  if (lower(token) === 'who') {
    const head = tokens[last - 1];
    return head ? readSubjectBefore(text, from, head.text === ',' ? head.start : head.end) : null;
  }
  if (token.text === ',' || token.text === ')' || /^[—–-]$/.test(token.text))
    return readAppositive(tokens, last);
  return isWord(token) ? readPhraseEndingAt(tokens, last) : null;
}

function isBetween(token: Token): boolean {
  return (
    beforeVerb.has(lower(token)) ||
    (/^\p{Ll}\p{L}*ly$/u.test(token.text) && !/^(?:family|ally|bully)$/.test(token.text))
  );
}

function readPhraseEndingAt(tokens: readonly Token[], last: number): Subject | null {
  const token = tokens[last] as Token;
  if (isCapital(token)) {
    const first = startOfName(tokens, last);
    const before = tokens[first - 1];
    if (before && /^(?:the|The)$/.test(before.text)) {
      return { kind: 'description', start: before.start, end: withoutPossessive(token) };
    }
    if (before && /^(?:for|of|at|with|from)$/.test(before.text)) {
      const named = tokens[first - 2];
      // "Amy Klobuchar of Minnesota said"; but "a spokesman for Trump said"
      if (named && isCapital(named)) return readPhraseEndingAt(tokens, first - 2);
      return descriptionEndingAt(tokens, last) ?? nameOf(tokens, first, last);
    }
    return joinedNames(tokens, first, last) ?? nameOf(tokens, first, last, startOfRole(tokens, first));
  }
  return descriptionEndingAt(tokens, last);
}

/**
 * "Ann Lee and Eve Moss said", as one subject, if nothing but what they are precedes them: in "Lee went to Ohio and
 * Moss said" only one of them says something.
 */
function joinedNames(tokens: readonly Token[], second: number, last: number): Subject | null {
  const firstLast = second - 2;
  const before = tokens[firstLast];
  if (tokens[second - 1]?.text !== 'and' || !before || !isCapital(before)) return null;
  const first = startOfName(tokens, firstLast);
  if (joinsOffice(tokens, second - 1)) return nameOf(tokens, second, last, first);
  const roleFirst = startOfRole(tokens, first);
  const introduction = tokens[roleFirst - 1];
  return introduction && isWord(introduction)
    ? null
    : joinNames(nameOf(tokens, first, firstLast, roleFirst), tokens, last);
}

function joinNames(subject: Subject, tokens: readonly Token[], last: number): Subject {
  return { ...subject, end: withoutPossessive(tokens[last] as Token) };
}

/**
 * Where the words before a name start that say what somebody is: "campaign spokesman", "the actor"; `first`
 * if there are none.
 */
function startOfRole(tokens: readonly Token[], first: number): number {
  let start = first;
  while (start > 0 && first - start < 8) {
    const token = tokens[start - 1] as Token;
    if (
      !isWord(token) ||
      prepositions.has(lower(token)) ||
      beforePhrase.has(lower(token)) ||
      attributionVerbSet.has(token.text)
    )
      break;
    if (/(?:ed|ing)$/.test(token.text) && isSmall(token)) break;
    start -= 1;
    if (determiners.has(lower(token))) return start;
  }
  const before = tokens[start - 1];
  const isCut =
    before !== undefined &&
    isWord(before) &&
    !beforePhrase.has(lower(before)) &&
    !prepositions.has(lower(before));
  return isCut ? first : start;
}

function descriptionEndingAt(tokens: readonly Token[], last: number): Subject | null {
  let first = last + 1;
  while (first > 0 && last - first < 14) {
    const token = tokens[first - 1] as Token;
    if (
      !isWord(token) ||
      attributionVerbSet.has(token.text) ||
      (beforePhrase.has(lower(token)) && !determiners.has(lower(token)))
    )
      break;
    first -= 1;
  }
  if (first > last) return null;
  // "In a statement the company": the phrase starts with its last article.
  const isAdjunct = prepositions.has(lower(tokens[first] as Token));
  const articles = range(first, last).filter((i) => determiners.has(lower(tokens[i] as Token)));
  const start = isAdjunct ? articles.at(-1) : (articles[0] ?? first);
  if (start === undefined || range(start, last).every((i) => isCapital(tokens[i] as Token))) return null;
  const end = tokens[last] as Token;
  const isOnlyFunction =
    prepositions.has(lower(end)) ||
    determiners.has(lower(end)) ||
    beforePhrase.has(lower(end)) ||
    lower(end) === 'to';
  if (
    timeNoun.test(end.text) ||
    (isOnlyFunction && !/^(?:some|many|others?|one|another|several|both|few|most|all)$/.test(lower(end)))
  )
    return null;
  return { kind: 'description', start: (tokens[start] as Token).start, end: (tokens[last] as Token).end };
}

function range(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
}

/** "R-Ariz.", "Democrat of Tennessee", "Jr." */
const appositive = /^(?:R|D|I|Jr\.?|Sr\.?|Democrat|Republican|Independent)(?:-|$)/;

interface Segment {
  readonly first: number;
  readonly last: number;
}

/** "Nicole Ozer, director with the ACLU, said": the name precedes the comma before the apposition. */
function readAppositive(tokens: readonly Token[], comma: number): Subject | null {
  const segments: Segment[] = [];
  let first = 0;
  for (let i = 0; i <= comma; i += 1) {
    if (!/^[,()—–;:]$/.test((tokens[i] as Token).text) && (tokens[i] as Token).text !== mask) continue;
    if (i > first) segments.push({ first, last: i - 1 });
    first = i + 1;
  }
  for (let n = segments.length - 2; n >= 0; n -= 1) {
    const segment = segments[n] as Segment;
    const next = segments[n + 1] as Segment;
    const lastToken = tokens[segment.last] as Token;
    const nextToken = tokens[next.first] as Token;
    const isApposition =
      isSmall(nextToken) || appositive.test(nextToken.text) || isSmall(tokens[next.last] as Token);
    if (!isCapital(lastToken) || !isApposition) continue;
    const nameFirst = startOfName(tokens, segment.last);
    const roleFirst = startOfRole(tokens, Math.max(nameFirst, segment.first));
    if (roleFirst !== segment.first && !isClauseStart(tokens[roleFirst - 1])) continue;
    if (determiners.has(lower(tokens[segment.first] as Token)) && n > 0) continue;
    const subject = nameOf(
      tokens,
      Math.max(nameFirst, segment.first),
      segment.last,
      Math.max(roleFirst, segment.first),
    );
    const role = roleIn(tokens, next.first, (segments.at(-1) as Segment).last);
    return role && !subject.role ? { ...subject, role } : subject;
  }
  const last = segments.at(-1);
  if (last && range(last.first, last.last).every((i) => isCapital(tokens[i] as Token))) {
    const subject = nameOf(tokens, last.first, last.last);
    const [role] = segments;
    // "Google's chief executive, Sundar Pichai, said"
    const isInverted = segments.length === 2 && role && isSmall(tokens[role.last] as Token);
    return isInverted
      ? {
          ...subject,
          role: { start: (tokens[role.first] as Token).start, end: (tokens[role.last] as Token).end },
        }
      : subject;
  }
  const described = segments.find((segment) => determiners.has(lower(tokens[segment.first] as Token)));
  if (!described) return null;
  return {
    kind: 'description',
    start: (tokens[described.first] as Token).start,
    end: (tokens[described.last] as Token).end,
  };
}

function isClauseStart(token: Token | undefined): boolean {
  return token === undefined || !isWord(token) || beforePhrase.has(lower(token));
}

/**
 * An apposition that says what somebody is, not what they did: "a director with the ACLU", "chairman of the
 * board", no "who …", "speaking …".
 */
function roleIn(tokens: readonly Token[], first: number, last: number): TextSpan | undefined {
  const token = tokens[first] as Token;
  const isRole =
    isSmall(token) &&
    !/(?:ing|ed)$/.test(token.text) &&
    !prepositions.has(lower(token)) &&
    !afterPhrase.has(lower(token));
  return isRole && !/^\p{N}/u.test(token.text)
    ? { start: token.start, end: (tokens[last] as Token).end }
    : undefined;
}

/**
 * The subject that starts at `from`, after its verb ("said Nicole Ozer, director …") or "according to"; not
 * beyond `to`.
 */
export function readSubjectAfter(text: string, from: number, to: number): Subject | null {
  const tokens = tokensOf(text, from, to);
  const token = tokens[0];
  if (!token || !isWord(token)) return null;
  if (pronouns.has(lower(token))) return { kind: 'pronoun', start: token.start, end: token.end };
  let end = 0;
  while (end < tokens.length && end < 16) {
    const at = tokens[end] as Token;
    const isOfName =
      end > 0 &&
      ((at.text === 'on' && organisationHeads.has((tokens[end - 1] as Token).text)) ||
        joinsOffice(tokens, end));
    // "Lee & Moss"
    const isAmpersand = at.text === '&' && end > 0;
    if (
      !(isWord(at) || isAmpersand) ||
      (afterPhrase.has(lower(at)) && end > 0 && !isOfName) ||
      attributionVerbSet.has(at.text)
    )
      break;
    if (
      end === 0 &&
      (afterPhrase.has(lower(at)) || prepositions.has(lower(at))) &&
      !determiners.has(lower(at))
    )
      return null;
    end += 1;
  }
  if (end === 0) return null;
  let last = end - 1;
  // "said Smith of Ohio", "said Ozer with a smile"
  for (let i = 1; i < end; i += 1) {
    const isBreak = /^(?:with|of|for)$/.test((tokens[i] as Token).text) && isCapital(tokens[i - 1] as Token);
    if (isBreak && !isJoinedByOf(tokens, i) && !determiners.has(lower(token))) {
      last = i - 1;
      break;
    }
  }
  const isDescribed = determiners.has(lower(token)) || (isSmall(token) && !isCapital(tokens[last] as Token));
  const nameFirst = startOfName(tokens, last);
  const before = tokens[nameFirst - 1];
  const isName =
    nameFirst <= last &&
    !(before && (prepositions.has(lower(before)) || (determiners.has(lower(before)) && nameFirst === 1))) &&
    !(isDescribed && last - nameFirst < 1);
  if (!isName)
    return isDescribed ? { kind: 'description', start: token.start, end: (tokens[last] as Token).end } : null;
  const subject = nameOf(tokens, nameFirst, last, 0);
  const joined = endOfJoined(tokens, last);
  if (joined) return joinNames(subject, tokens, joined);
  const role =
    tokens[last + 1]?.text === ',' && tokens[last + 2]
      ? roleIn(tokens, last + 2, endOfRole(tokens, last + 2))
      : undefined;
  return role && !subject.role ? { ...subject, role } : subject;
}

/**
 * The last word of the second name in "said Ann Lee and Eve Moss"; undefined in "said Ann Lee, and Eve Moss left", where
 * the second one begins a clause.
 */
function endOfJoined(tokens: readonly Token[], last: number): number | undefined {
  if (tokens[last + 1]?.text !== 'and' || !tokens[last + 2] || !isCapital(tokens[last + 2] as Token))
    return undefined;
  let end = last + 2;
  while (
    tokens[end + 1] &&
    (isCapital(tokens[end + 1] as Token) || nameConnectors.has(tokens[end + 1]?.text ?? ''))
  )
    end += 1;
  const next = tokens[end + 1];
  return !next || !isWord(next) || prepositions.has(lower(next)) ? end : undefined;
}

/** "Housing and Urban Development Secretary Julián Castro": a title and a name follow the second half. */
function joinsOffice(tokens: readonly Token[], at: number): boolean {
  if (at < 1 || (tokens[at] as Token).text !== 'and' || !isCapital(tokens[at - 1] as Token)) return false;
  for (let i = at + 1; i < tokens.length - 1 && isCapital(tokens[i] as Token); i += 1) {
    if (i > at + 1 && titles.has((tokens[i] as Token).text) && isCapital(tokens[i + 1] as Token)) return true;
  }
  return false;
}

function endOfRole(tokens: readonly Token[], first: number): number {
  let last = first;
  while (
    last + 1 < tokens.length &&
    isWord(tokens[last + 1] as Token) &&
    !/^(?:who|which|whose)$/.test((tokens[last + 1] as Token).text)
  )
    last += 1;
  return last;
}
