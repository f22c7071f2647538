import { decode } from 'punycode/punycode.es6.js';

/**
 * A site (`siteOf`) as its readers write it: `bücher.example` for `xn--bcher-kva.example`. A label that could be
 * mistaken for another name stays in ASCII, as in browsers' address bars: they, too, do not show labels that mix
 * scripts, or that consist only of lookalikes of Latin letters
 * (https://chromium.googlesource.com/chromium/src/+/main/docs/idn.md, https://wiki.mozilla.org/IDN_Display_Algorithm).
 * Stricter than browsers where their tables would be needed: only the characters listed here are safe.
 */
export function showSite(site: string): string {
  const labels = site.split('.');
  // Under a top-level domain in its own script, such as `.рус`, nobody expects Latin letters.
  const isLatinExpected = labels.at(-1)?.startsWith(prefix) !== true;
  return labels.map((label) => showLabel(label, isLatinExpected)).join('.');
}

const prefix = 'xn--';

function showLabel(label: string, isLatinExpected: boolean): string {
  const name = label.startsWith(prefix) ? decodeLabel(label) : undefined;
  if (name === undefined || !isUnmistakable(name)) return label;
  return isLatinExpected && lookalikes.test(name) ? label : name;
}

/** Undefined if the browser would not have produced this label from any name. */
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
/** Languages that mix several scripts, with Latin words in between. */
const mixedScripts = [
  ['Han', 'Hiragana', 'Katakana'],
  ['Han', 'Bopomofo'],
  ['Han', 'Hangul'],
];
const inOneWriting = [
  ...scripts.map((names) => scriptWordsOf(names, '0-9-')),
  ...mixedScripts.map((names) => scriptWordsOf(names, 'a-z0-9-')),
];
/** Only letters and their marks: no symbol, no space, no invisible character. */
const lettersOnly = /^[\p{L}\p{M}0-9・-]+$/u;
/** A letter with the same mark twice looks like one with a single mark. */
const repeatedMark = /(\p{M})\1/u;
/** Latin letters that are not lookalikes although they do not decompose into a to z and marks. */
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
  // A mark left over after composition does not belong to Latin.
  const isLatin = !/\p{M}/u.test(name) && latin.test(name.normalize('NFD').replace(/\p{M}/gu, ''));
  return isLatin || inOneWriting.some((words) => words.test(name));
}
