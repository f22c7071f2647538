import type { Pack } from '../../src/knowledge/pack-schema.ts';
import { namesOfPack } from '../../src/matching/names/names-of-pack.ts';
import { listLongWords, squeezeQuickly, type TriggerWords } from '../../src/matching/quick-test.ts';
import { statementsOfPack } from '../../src/matching/quotations/indexed-statement.ts';
import { loadPack } from '../pack-files/load-pack.ts';

/**
 * The words by which the built-in pack's names and statements are recognised, as a constant for Vite's `define`. A
 * plugin cannot provide it, because crxjs builds content scripts without plugins.
 * @throws Error if the pack cannot be read
 */
export async function defineBuiltInWords(packFolder: string): Promise<Record<string, string>> {
  const { pack, problems } = await loadPack(packFolder);
  if (!pack) throw new Error(`The built-in pack cannot be read: ${problems[0]?.file} ${problems[0]?.path}`);
  return { builtInWords: JSON.stringify(listTriggerWords(pack)) };
}

/**
 * How many letters of a name are searched for. Every page loads them, and a page of Firefox whose text has them by
 * chance pays some tens of milliseconds (docs/decisions/070-the-page-sends-its-text.md).
 */
const maxPartLength = 7;

/** @throws Error for a name without an ASCII letter: it would be found in every text */
export function listTriggerWords(pack: Pack): TriggerWords {
  const always = namesOfPack(pack).filter(({ show }) => show === 'always');
  const written = always.flatMap(({ names }) => names.map(({ text }) => text));
  const shortest = dropLonger(written.map(squeezeQuickly));
  if (shortest.includes('')) throw new Error('A name without an ASCII letter cannot be searched for.');
  const parts = written.filter((name) => shortest.includes(squeezeQuickly(name))).map(cutPart);
  return {
    names: dropLonger(parts),
    statements: statementsOfPack(pack).map(({ texts }) => texts.map((text) => listLongWords(text.join(' ')))),
  };
}

/** The letters around the start of the last word: they are rarer than a whole word, such as "technology". */
function cutPart(name: string): string {
  const squeezed = squeezeQuickly(name);
  const lastWord = squeezeQuickly(name.slice(name.lastIndexOf(' ') + 1));
  const from = squeezed.length - lastWord.length - Math.ceil(maxPartLength / 2);
  const start = Math.max(0, Math.min(from, squeezed.length - maxPartLength));
  return squeezed.slice(start, start + maxPartLength);
}

/** A text with "amazonrekognition" also contains "rekognition". */
function dropLonger(names: readonly string[]): string[] {
  return [...new Set(names)].filter(
    (name, _, all) => !all.some((other) => other !== name && name.includes(other)),
  );
}
