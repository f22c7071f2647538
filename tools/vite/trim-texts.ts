import { type ESTree, type Plugin, parseAst, Visitor } from 'vite';
import { textOf } from './least-power.ts';

/**
 * Standalone scripts, as crxjs builds content scripts and the card's; in the pages' shared code some page uses every
 * text.
 */
const ownScript = /^src\/.*\.iife\.js$/;
/** A key of the manifest's texts: it is in every catalogue and in no other object. */
const keyOfEvery = 'extensionName';

/**
 * Removes unused texts from each standalone script: `catalogues.ts` has those of all surfaces in all languages, which
 * is more than everything else in the card. They are properties of objects, which a minifier never removes.
 */
export function trimTexts(): Plugin {
  return {
    name: 'sidelight:trim-texts',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type !== 'asset' || !ownScript.test(file.fileName)) continue;
          file.source = trimCatalogues(textOf(file.source));
        }
      },
    },
  };
}

/** A part of the code. */
interface TextSpan {
  readonly start: number;
  readonly end: number;
}

export interface CatalogueText extends TextSpan {
  readonly key: string;
}

/**
 * `code` without the texts whose key does not occur outside the catalogues. Keys are never assembled from parts, except
 * for the plural form (`countedText`), so a key that does not occur is unused.
 */
export function trimCatalogues(code: string): string {
  const texts = findTexts(code);
  const words = listWords(cutOut(code, texts));
  return cutOut(
    code,
    texts.filter(({ key }) => !isUsed(key, words)),
  );
}

/** Every word of a script, strings included. */
export function listWords(code: string): ReadonlySet<string> {
  return new Set(code.match(/[\w$]+/g));
}

export function isUsed(key: string, words: ReadonlySet<string>): boolean {
  return words.has(key) || words.has(key.replace(/_(?:one|other)$/, ''));
}

/** Each text of each catalogue, with the comma that follows it. */
export function findTexts(code: string): CatalogueText[] {
  const texts: CatalogueText[] = [];
  new Visitor({
    ObjectExpression({ properties }) {
      const keys = properties.map(readKey);
      if (!keys.includes(keyOfEvery)) return;
      for (const [at, { start, end }] of properties.entries()) {
        texts.push({ key: keys[at] ?? keyOfEvery, start, end: properties[at + 1]?.start ?? end });
      }
    },
  }).visit(parseAst(code));
  return texts;
}

function readKey(property: ESTree.ObjectPropertyKind): string | undefined {
  if (property.type !== 'Property') return undefined;
  const { key } = property;
  return key.type === 'Identifier' ? key.name : undefined;
}

/** @param spans in the order in which they occur in `code` */
function cutOut(code: string, spans: readonly TextSpan[]): string {
  let rest = '';
  let from = 0;
  for (const { start, end } of spans) {
    rest += code.slice(from, start);
    from = end;
  }
  return rest + code.slice(from);
}
