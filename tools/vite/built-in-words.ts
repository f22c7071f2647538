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
 * How many letters of a name are searched for, from its end: enough to tell it from other words. Every page loads them.
 */
const maxEndLength = 11;

/** @throws Error for a name without an ASCII letter: it would be found in every text */
export function listTriggerWords(pack: Pack): TriggerWords {
  const always = namesOfPack(pack).filter(({ show }) => show === 'always');
  const squeezed = always.flatMap(({ names }) => names.map(({ text }) => squeezeQuickly(text)));
  if (squeezed.includes('')) throw new Error('A name without an ASCII letter cannot be searched for.');
  const shortest = dropLonger(squeezed);
  return {
    names: dropLonger(shortest.map((name) => name.slice(-maxEndLength))),
    statements: statementsOfPack(pack).map(({ texts }) => texts.map((text) => listLongWords(text.join(' ')))),
  };
}

/** A text with "amazonrekognition" also contains "rekognition". */
function dropLonger(names: readonly string[]): string[] {
  return [...new Set(names)].filter(
    (name, _, all) => !all.some((other) => other !== name && name.includes(other)),
  );
}
