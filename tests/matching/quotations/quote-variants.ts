/** Printings of a statement made by rule, in the ways in which outlets print and misprint. */
import type { QuoteMatchKind } from '../../../src/matching/quotations/quote-match.ts';

export interface Variant {
  readonly way: string;
  readonly text: string;
  /** Any of these is right; empty where nothing may be traced. */
  readonly kinds: readonly (QuoteMatchKind | 'none')[];
  readonly speakerDiffers: boolean;
}

/** In the manner of the altered copy 004: one word for another of about the same sense. */
const synonyms: readonly [RegExp, string][] = [
  [/\bimportant\b/g, 'significant'],
  [/\bgovernments\b/g, 'authorities'],
  [/\bstronger\b/g, 'tougher'],
  [/\bchallenge\b/g, 'task'],
  [/\bgive\b/g, 'grant'],
  [/\benough\b/g, 'sufficient'],
  [/\bglad\b/g, 'pleased'],
  [/\bfinally\b/g, 'at last'],
  [/\bdangers\b/g, 'risks'],
  [/\bthreat\b/g, 'danger'],
  [/\bdisappear\b/g, 'vanish'],
  [/\bfully\b/g, 'completely'],
  [/\bbroadly\b/g, 'widely'],
  [/\bharmful\b/g, 'damaging'],
  [/\bclear\b/g, 'obvious'],
  [/\babsence\b/g, 'lack'],
  [/\bvaluable\b/g, 'useful'],
  [/\bslowing down\b/g, 'delaying'],
  [/\bvoice\b/g, 'express'],
  [/\bconcerns\b/g, 'worries'],
  [/\bnumerous\b/g, 'many'],
  [/\bcommunities\b/g, 'neighbourhoods'],
  [/\bbegin\b/g, 'start'],
  [/\bemployed\b/g, 'used'],
  [/\bexplor(?:ing|e)\b/g, 'studying'],
  [/\bsuspects\b/g, 'people'],
  [/\bsymbolic\b/g, 'token'],
  [/\bmoving towards\b/g, 'going to'],
  [/\brescue\b/g, 'save'],
  [/\bidentical\b/g, 'the same'],
  [/\bneeds to\b/g, 'has to'],
  [/\bneed to\b/g, 'have to'],
  [/\baims?\b/g, 'seek'],
  [/\brequired\b/g, 'obliged'],
];

const names: readonly [RegExp, string][] = [
  [/\bAmazon\b/, 'Google'],
  [/\bMicrosoft\b/, 'Apple'],
  [/\bCongress\b/, 'Parliament'],
  [/\bIBM\b/, 'Oracle'],
  [/\bUnited States\b/, 'United Kingdom'],
  [/\bBiden\b/, 'Trump'],
  [/\bRing\b/, 'Nest'],
];
const numbers: readonly [RegExp, string][] = [
  [/\btwo years\b/, 'five years'],
  [/\bone-year\b/, 'three-year'],
  [/\b2-3 days\b/, '4-5 days'],
  [/\b2017\b/, '2015'],
];
const negations: readonly [RegExp, string][] = [
  [/\bwill not\b/, 'will'],
  [/\bcannot\b/, 'can'],
  [/\bdoesn’t really change\b/, 'really changes'],
  [/\bwill delay\b/, 'will not delay'],
  [/\bwill govern\b/, 'will not govern'],
  [/\bmust fully commit\b/, 'must not fully commit'],
  [/\bshould also be\b/, 'should also not be'],
  [/\bis ending\b/, 'is not ending'],
  [/\bwe stand ready\b/, 'we do not stand ready'],
  [/\bshould put\b/, 'should not put'],
  [/\bshould be employed\b/, 'should not be employed'],
  [/\bWe are glad\b/, 'We are not glad'],
  [/\bare identical\b/, 'are not identical'],
  [/\bIt is becoming clear\b/, 'It is not becoming clear'],
  [/\bWe urge\b/, 'We do not urge'],
];

/** Every variant of one run of sentences that one speaker said. */
export function makeVariants(sentences: readonly string[], speaker: string): Variant[] {
  const whole = sentences.join(' ').replace(/[.,]$/, '');
  const words = whole.split(/\s+/);
  const made: Variant[] = [];
  const add = (way: string, text: string, kinds: Variant['kinds'], speakerDiffers = false): void => {
    made.push({ way, text, kinds, speakerDiffers });
  };
  const isLong = words.length >= 8;

  add('whole, curly marks', `“${whole},” ${speaker} said.`, ['verbatim']);
  add('whole, straight marks', `${speaker} said in a statement: "${whole}."`, ['verbatim']);
  add('whole, single marks', `${speaker} said: ‘${whole}.’`, ['verbatim']);
  add('whole, German single marks', `${speaker} said: ‚${whole}.‘`, ['verbatim']);
  add('whole, guillemets', `${speaker} said: «${whole}.»`, ['verbatim']);
  add(
    'whole, no-break spaces and marks opened curly, closed straight',
    `“${words.join('\u00a0')}," ${speaker} said.`,
    ['verbatim'],
  );
  if (isLong) {
    add('whole, unquoted, beside its speaker', `${speaker} put it this way. ${whole}.`, ['verbatim']);
    add(
      'cut at the front',
      `The move, ${speaker} said, means that “${words.slice(Math.ceil(words.length / 4)).join(' ')}.”`,
      ['trimmed'],
    );
    add(
      'cut at the end',
      `“${words.slice(0, Math.ceil((words.length * 3) / 4)).join(' ')},” ${speaker} said.`,
      ['trimmed', 'verbatim'],
    );
    const at = Math.floor(words.length / 2);
    add(
      'split by its attribution',
      `“${words.slice(0, at).join(' ')},” ${speaker} said, “${words.slice(at).join(' ')}.”`,
      ['verbatim'],
    );
    add(
      'given to another speaker',
      `“${whole},” said Jordan Example, who runs a shop in Leeds.`,
      ['verbatim'],
      true,
    );
    const reworded = swapSome(whole, synonyms, 3);
    if (reworded.count > 0) add('synonyms', `“${reworded.text},” ${speaker} said.`, ['similar']);
    if (reworded.count > 0) add('synonyms, indirect', `${speaker} said that ${reworded.text}.`, ['similar']);
  }
  if (sentences.length > 2) {
    add('joined without a sign', `“${sentences[0]} ${sentences.at(-1)}” ${speaker} said.`, [
      'trimmed',
      'verbatim',
    ]);
    add('joined with a sign', `“${sentences[0]} … ${sentences.at(-1)}” ${speaker} said.`, [
      'trimmed',
      'verbatim',
    ]);
  }
  const kinds: Variant['kinds'] = words.length >= 14 ? ['altered'] : ['altered', 'none'];
  for (const [way, list] of [
    ['a number changed', numbers],
    ['a negation changed', negations],
    ['a name changed', names],
  ] as const) {
    const swapped = swapSome(whole, list, 1);
    if (swapped.count === 0) continue;
    add(way, `“${swapped.text},” ${speaker} said.`, kinds);
    add(`${way}, unquoted`, `${speaker} was clear: ${swapped.text}.`, kinds);
  }
  return made;
}

function swapSome(
  text: string,
  list: readonly (readonly [RegExp, string])[],
  most: number,
): { text: string; count: number } {
  let count = 0;
  let swapped = text;
  for (const [from, to] of list) {
    if (count === most) break;
    const next = swapped.replace(from, to);
    if (next !== swapped) count += 1;
    swapped = next;
  }
  return { text: swapped, count };
}
