import { isAcronym } from '../../knowledge/exact-case.ts';
import { checkName } from '../../knowledge/name-checks/check-name.ts';
import { foldWords } from '../../knowledge/name-checks/fold-words.ts';
import { maxInnerListLength, maxNameLength } from '../../knowledge/pack-limits.ts';
import type { Name } from '../../knowledge/pack-schema.ts';
import type { NamedThing } from '../names/find-named-things.ts';
import type { Article } from '../text/article.ts';
import { titles } from '../text/phrase-words.ts';
import { fitsPack } from './fits-pack.ts';

type Candidate = Pick<NamedThing, 'name' | 'kind' | 'spellings'>;

interface NameContext {
  readonly language: string;
  /** How often the articles print a word in lower case. */
  readonly smallWords: ReadonlyMap<string, number>;
  /** Folded names of other entities: on a page they would be ambiguous. */
  readonly taken: Set<string>;
  /** Everything that the articles name, the most frequent first. */
  readonly others: readonly (Candidate & { readonly id: string })[];
}

/** Other names of the story; a common word counts only on a page with one of them. */
const maxCompanions = 5;

/**
 * The names of an entity, as the articles spell it. A surname needs the full name on the page, an acronym the
 * words that it abbreviates, and a common word other names of the story. Spellings that would still be
 * ambiguous are left out.
 */
export function draftNames(id: string, candidate: Candidate, context: NameContext): Name[] {
  const names: Name[] = [];
  const ordered = [candidate.name, ...candidate.spellings.filter((spelling) => spelling !== candidate.name)];
  for (const text of ordered.map((spelling) => spelling.replace(/\s+/g, ' '))) {
    const folded = foldWords(text).join(' ');
    if (context.taken.has(folded) || !fitsPack(text, maxNameLength)) continue;
    const name = draftName(id, text, candidate, context);
    if (!name || checkName(name, context.language)) continue;
    context.taken.add(folded);
    names.push(name);
    if (names.length === maxInnerListLength) break;
  }
  // Rules by which a name needs the full one would wait for each other.
  return names.some(({ needs }) => !needs?.mentions) ? names : [];
}

function draftName(id: string, text: string, candidate: Candidate, context: NameContext): Name | undefined {
  const isShort = text !== candidate.name.replace(/\s+/g, ' ');
  const isWord = !text.includes(' ');
  if (isShort && isWord && candidate.kind === 'person') {
    const given = candidate.spellings.flatMap((spelling) => spelling.split(/\s+/).slice(0, -1));
    const except = [...new Set([...given, ...titles])].slice(0, maxInnerListLength);
    return { text, needs: { mentions: [id] }, never: { afterGivenName: { except } } };
  }
  if (isShort && isAcronym(text)) return { text, needs: { mentions: [id] } };
  const isCommonWord = isWord && context.smallWords.has(text.toLowerCase());
  if (!isCommonWord && !checkName({ text }, context.language)) {
    // In another case it may be a word: "Zoom", "Ring".
    return isWord && !isAcronym(text) ? { text, case: 'exact' } : { text };
  }
  const companions = context.others
    .filter((other) => other.id !== id && !context.smallWords.has(other.name.toLowerCase()))
    .map(({ name }) => name.replace(/\s+/g, ' '))
    .filter((name) => fitsPack(name, maxNameLength) && !checkName({ text: name }, context.language));
  if (companions.length === 0) return undefined;
  return { text, needs: { page: companions.slice(0, maxCompanions) } };
}

/** How often the articles print each word in lower case. */
export function readSmallWords(articles: readonly Article[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of articles) {
    for (const [word] of text.matchAll(/(?<![\p{L}\p{N}])\p{Ll}[\p{L}\p{M}]+(?![\p{L}\p{N}])/gu)) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return counts;
}
