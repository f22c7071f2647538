/**
 * Classifies the non-ASCII characters of Western pages without regular expressions: those with Unicode classes
 * take a millisecond to compile, more than reading a page's text. A test compares every answer with theirs.
 */

/**
 * U+0080 to U+024F, each as it folds: a letter; ` ` separates words (so do note numbers and fractions); `-`
 * is ignored; `*` expands to several letters.
 */
const latinFolds =
  '                                          a  -       μ    o     aaaaaa*ceeeeiiiidnooooo ouuuuyþ*' +
  'aaaaaa*ceeeeiiiidnooooo ouuuuyþyaaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkkĸllllllŀ' +
  'ŀllnnnnnn*ŋŋoooooo**rrrrrrssssssssttttŧŧuuuuuuuuuuuuwwyyyzzzzzzsƀɓƃƃƅƅɔƈƈɖɗƌƌƍǝəɛƒƒɠɣƕɩɨƙƙƚƛɯɲƞɵ' +
  'ooƣƣƥƥʀƨƨʃƪƫƭƭʈuuʊʋƴƴƶƶʒƹƹƺƻƽƽƾƿǀǁǂǃ*********aaiioouuuuuuuuuuǝaaaa**ǥǥggkkooooʒʒj***ggƕƿnnaa**oo' +
  'aaaaeeeeiiiioooorrrruuuussttȝȝhhƞȡȣȣȥȥaaeeooooooooyyȴȵȶȷȸȹⱥȼȼƚⱦȿɀɂɂƀʉʌɇɇɉɉɋɋɍɍɏɏ';
const firstLatin = 0x80;
const endOfLatin = 0x250;

/** The one letter that a Latin character folds to; '' for any other character, and if it folds to several. */
export function foldLatin(codePoint: number): string {
  if (codePoint < firstLatin || codePoint >= endOfLatin) return '';
  const fold = latinFolds.charAt(codePoint - firstLatin);
  return fold === ' ' || fold === '-' || fold === '*' ? '' : fold;
}

/** Whether a Latin character is part of words; undefined for any other character. */
export function isLatinLetter(codePoint: number): boolean | undefined {
  if (codePoint < firstLatin || codePoint >= endOfLatin) return undefined;
  const fold = latinFolds.charAt(codePoint - firstLatin);
  return fold !== ' ' && fold !== '-';
}

/** First and last of runs of signs: punctuation, currencies, arrows and mathematics, boxes and dingbats. */
const signRanges = [
  [0x2010, 0x2027],
  [0x2030, 0x205e],
  [0x20a0, 0x20c0],
  [0x2190, 0x23ff],
  [0x2500, 0x2767],
  [0x2794, 0x2bff],
] as const;

/**
 * Whether it is a common sign that is never part of a word, nor ignored within one. Incomplete: there are
 * others.
 */
export function isCommonSign(codePoint: number): boolean {
  if (codePoint < 0x2010 || codePoint > 0x2bff) return false;
  for (const [first, last] of signRanges) if (codePoint >= first && codePoint <= last) return true;
  return false;
}
