import type { Pack } from '../knowledge/pack-schema.ts';
import { refOf } from '../knowledge/qualify-pack.ts';
import { apostrophes, dashes } from '../knowledge/text/character-classes.ts';
import type { CardContent } from './card-content.ts';

interface KnownName {
  /** Reference of its entity. */
  readonly entity: string;
  readonly text: string;
}

/** Names of all enabled packs in these texts, as printed there; may return more. */
export type FindNames = (texts: readonly string[]) => Iterable<KnownName>;

/** All names of these packs, for callers that have whole packs and no matcher. */
export function* namesOfPacks(packs: readonly Pack[]): Generator<KnownName> {
  for (const { id, entities } of packs) {
    for (const entity of entities) {
      const ref = refOf(id, entity.id);
      for (const { text } of entity.names) yield { entity: ref, text };
    }
  }
}

type Named = Pick<CardContent, 'ref' | 'names' | 'facts' | 'statements' | 'positions'>;

/**
 * Longer names in the card's quotations that belong to another entity: "Amazon Rekognition" is not Amazon. Not every
 * longer name: a large pack has thousands, and each is searched for in every quotation.
 */
export function findLongerNames(card: Named, findNames: FindNames): string[] {
  // A name may be quoted with a capital at the beginning of a sentence; finding too many is harmless.
  const endings = card.names.map((name) => ({ ending: name.slice(1), length: name.length }));
  const hasName = (text: string) =>
    endings.some(({ ending, length }) => text.length > length && text.includes(ending));
  const texts = [...new Set(quotationsOf(card))].filter(hasName);
  if (texts.length === 0) return [];
  const quoted = texts.join('\n');
  const straight = straighten(quoted);
  const longer = new Set<string>();
  for (const { entity, text } of findNames(texts)) {
    if (entity === card.ref || !hasName(text)) continue;
    // A name printed with other apostrophes or hyphens than in its pack is searched for as printed.
    const at = straight.indexOf(straighten(text));
    if (at >= 0) longer.add(quoted.includes(text) ? text : quoted.slice(at, at + text.length));
  }
  return [...longer];
}

const anyApostrophe = new RegExp(`[${apostrophes}]`, 'g');
const anyDash = new RegExp(`[${dashes}]`, 'g');

/** Character by character, so that offsets stay the same. */
function straighten(text: string): string {
  return text.replace(anyApostrophe, "'").replace(anyDash, '-');
}

/** The quoted words that a card or an entity's page shows. */
function* quotationsOf({ facts, statements, positions }: Named): Generator<string> {
  for (const { cites } of facts) for (const { quote } of cites) if (quote !== undefined) yield quote;
  for (const { sentences, wordings } of statements) {
    for (const sentence of sentences) if (sentence !== null) yield sentence;
    for (const { parts } of wordings) {
      for (const { text, runsOn } of parts) {
        yield text;
        if (runsOn !== undefined) yield runsOn;
      }
    }
  }
  for (const claim of positions) for (const { evidence } of claim.positions) yield* evidence;
}
