import type { Pack } from '../knowledge/pack-schema.ts';
import { refOf } from '../knowledge/qualify-pack.ts';
import { apostrophes, dashes } from '../knowledge/text/character-classes.ts';
import type { CardContent } from './card-content.ts';

interface KnownName {
  /** Reference of the entity that has it. */
  readonly entity: string;
  readonly text: string;
}

/** Names of all enabled packs that these texts hold, as they stand there; it may tell of more. */
export type FindNames = (texts: readonly string[]) => Iterable<KnownName>;

/** All names of these packs, for those who have packs whole and nothing that finds names. */
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
 * What the card's quotations hold of longer names that are another entity's: "Amazon Rekognition" is not Amazon. Not all that
 * there are: of a large pack they would be thousands, and each is looked for where quotations are shown.
 */
export function findLongerNames(card: Named, findNames: FindNames): string[] {
  // A name may be quoted with a capital at the beginning of a sentence; to find too many does no harm.
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
    // Printed with other apostrophes and hyphens than its pack has, it is looked for as it is printed.
    const at = straight.indexOf(straighten(text));
    if (at >= 0) longer.add(quoted.includes(text) ? text : quoted.slice(at, at + text.length));
  }
  return [...longer];
}

const anyApostrophe = new RegExp(`[${apostrophes}]`, 'g');
const anyDash = new RegExp(`[${dashes}]`, 'g');

/** Sign for sign, so that places stay the same. */
function straighten(text: string): string {
  return text.replace(anyApostrophe, "'").replace(anyDash, '-');
}

/** The words of others that a card or an entity's page shows. */
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
