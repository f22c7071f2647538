import { decode } from 'punycode/punycode.es6.js';

/**
 * A site (`siteOf`) as its readers write it: `bücher.example` for `xn--bcher-kva.example`. A part that can be taken for another name
 * stays in ASCII, as in the browsers' address bars: they, too, show no part that mixes scripts, or that is made of nothing but
 * lookalikes of Latin letters (https://chromium.googlesource.com/chromium/src/+/main/docs/idn.md,
 * https://wiki.mozilla.org/IDN_Display_Algorithm). Stricter where their tables would be needed: what is safe is what is listed here.
 */
export function showSite(site: string): string {
  const labels = site.split('.');
  // Under an ending of its own script, such as `.рус`, nobody expects Latin letters.
  const isLatinExpected = labels.at(-1)?.startsWith(prefix) !== true;
  return labels.map((label) => showLabel(label, isLatinExpected)).join('.');
}

const prefix = 'xn--';

function showLabel(label: string, isLatinExpected: boolean): string {
  const name = label.startsWith(prefix) ? decodeLabel(label) : undefined;
  if (name === undefined || !isUnmistakable(name)) return label;
  return isLatinExpected && lookalikes.test(name) ? label : name;
}

/** Undefined where the browser would not have made this label of any name. */
function decodeLabel(label: string): string | undefined {
  try {
    const name = decode(label.slice(prefix.length));
    return new URL(`https://${name}`).hostname === label ? name : undefined;
  } catch {
    return undefined;
  }
}

const scripts = [
  ['Cyrillic'],
  ['Greek'],
  ['Armenian'],
  ['Georgian'],
  ['Hebrew'],
  ['Arabic'],
  ['Devanagari'],
  ['Bengali'],
  ['Gujarati'],
  ['Gurmukhi'],
  ['Kannada'],
  ['Malayalam'],
  ['Oriya'],
  ['Tamil'],
  ['Telugu'],
  ['Sinhala'],
  ['Thai'],
  ['Lao'],
  ['Khmer'],
  ['Myanmar'],
  ['Tibetan'],
  ['Ethiopic'],
];
/** Written in several scripts at once, and with Latin words in between. */
const mixedScripts = [
  ['Han', 'Hiragana', 'Katakana'],
  ['Han', 'Bopomofo'],
  ['Han', 'Hangul'],
];
const inOneWriting = [
  ...scripts.map((names) => scriptWordsOf(names, '0-9-')),
  ...mixedScripts.map((names) => scriptWordsOf(names, 'a-z0-9-')),
];
/** Only letters, and the marks that belong to them: no sign, no space, nothing that is not seen. */
const lettersOnly = /^[\p{L}\p{M}0-9・-]+$/u;
/** A letter with two of the same mark looks like one with one. */
const repeatedMark = /(\p{M})\1/u;
/** Latin letters that are no lookalikes though they do not consist of one from a to z and marks. */
const latin = /^[a-z0-9ßæœøðđþłħŋ-]+$/;
/** Letters that look like Latin ones, and nothing else. */
const lookalikes =
  /^(?:[асԁеһіјӏорԛѕԝхуъьҽпгѵѡ0-9-]+|[αικνρυωηοτ0-9-]+|[ագզէլհյոսւօ0-9-]+|[იოყძხჽჿ0-9-]+|[דוחיןס0-9-]+)$/u;

function scriptWordsOf(names: readonly string[], others: string): RegExp {
  const letters = names.map((name) => `\\p{Script_Extensions=${name}}`).join('');
  return new RegExp(`^[${letters}${others}]+$`, 'u');
}

function isUnmistakable(name: string): boolean {
  if (!lettersOnly.test(name) || repeatedMark.test(name)) return false;
  // Marks that stand alone, which no letter has taken in, are not Latin's.
  const isLatin = !/\p{M}/u.test(name) && latin.test(name.normalize('NFD').replace(/\p{M}/gu, ''));
  return isLatin || inOneWriting.some((words) => words.test(name));
}
