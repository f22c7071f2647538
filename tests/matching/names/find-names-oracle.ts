import type { Name } from '../../../src/knowledge/pack-schema.ts';
import { optionsOf } from '../../../src/matching/names/name-options.ts';
import { isPartOfAddress } from '../../../src/matching/text/address.ts';
import { foldCharacter, foldKeepingCase, foldText } from '../../../src/matching/text/fold-character.ts';
import { isWordEdge } from '../../../src/matching/text/word-edge.ts';

export interface OracleMatch {
  readonly nameIds: readonly number[];
  readonly start: number;
  readonly end: number;
}

/**
 * The slow, obvious way: every name at every position, the folded text compared letter by letter, then
 * leftmost-longest. Shares with the real matcher only the definition of a letter: folding, word edges, addresses.
 */
export function findNamesSlowly(text: string, names: readonly Name[]): OracleMatch[] {
  const all: { id: number; start: number; end: number }[] = [];
  for (let start = 0; start < text.length; start++) {
    if (isLowSurrogate(text, start) || !isWordEdge(text, start)) continue;
    if (foldCharacter(text.codePointAt(start) as number) === '') continue;
    names.forEach((name, id) => {
      const end = endAt(text, start, name);
      if (end > start) all.push({ id, start, end });
    });
  }
  const chosen: OracleMatch[] = [];
  for (let from = 0; ; ) {
    const open = all.filter(({ start }) => start >= from);
    if (open.length === 0) return chosen;
    const start = Math.min(...open.map((match) => match.start));
    const end = Math.max(...open.filter((match) => match.start === start).map((match) => match.end));
    const nameIds = open.filter((match) => match.start === start && match.end === end).map(({ id }) => id);
    chosen.push({ nameIds, start, end });
    from = end;
  }
}

function isLowSurrogate(text: string, offset: number): boolean {
  return offset > 0 && (text.codePointAt(offset - 1) as number) > 0xffff;
}

function endAt(text: string, start: number, name: Name): number {
  const { isExactCase, canBePlural } = optionsOf(name);
  const wanted = foldText(name.text, isExactCase);
  const endings = canBePlural ? ['', 's', 'es'] : [''];
  for (const ending of endings) {
    if (ending === 'es' && !/(?:[sxz]|[cs]h)$/i.test(wanted)) continue;
    const ends = endsOf(text, start, isExactCase, wanted, ending);
    for (const end of ends) {
      if (isWordEdge(text, end)) return isPartOfAddress(text, start, end) ? -1 : end;
    }
  }
  return -1;
}

/** The ends of matches in the folded text from `start`: `wanted` followed by `ending` (the ending in either case). */
function endsOf(text: string, start: number, keepCase: boolean, wanted: string, ending: string): number[] {
  let folded = '';
  let i = start;
  while (i < text.length && folded.length < wanted.length + ending.length) {
    const codePoint = text.codePointAt(i) as number;
    // The ending is compared ignoring case: after the name, case is folded.
    const next =
      keepCase && folded.length < wanted.length ? foldKeepingCase(codePoint) : foldCharacter(codePoint);
    const added = next === ' ' && folded.endsWith(' ') ? '' : next;
    // No letter (ß is two) is half in the name and half in its ending.
    if (folded.length < wanted.length && folded.length + added.length > wanted.length) return [];
    folded += added;
    i += codePoint > 0xffff ? 2 : 1;
  }
  if (folded !== wanted + ending) return [];
  while (i < text.length && /^(?!\p{Me})\p{M}$/u.test(String.fromCodePoint(text.codePointAt(i) as number))) {
    i += (text.codePointAt(i) as number) > 0xffff ? 2 : 1;
  }
  return [i];
}
