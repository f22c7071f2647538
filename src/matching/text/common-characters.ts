/**
 * What Western pages have beyond ASCII, told without an expression: those of Unicode's classes take a millisecond to be
 * compiled, which is more than a page's text takes to be read. A test holds every answer against the expressions.
 */

/** U+0080 to U+024F, each as it folds: a letter; ` ` parts words (note numbers and fractions do, too); `-` is overlooked; `*` stands for several letters. */
const latinFolds =
  '                                          a  -       μ    o     aaaaaa*ceeeeiiiidnooooo ouuuuyþ*' +
  'aaaaaa*ceeeeiiiidnooooo ouuuuyþyaaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkkĸllllllŀ' +
  'ŀllnnnnnn*ŋŋoooooo**rrrrrrssssssssttttŧŧuuuuuuuuuuuuwwyyyzzzzzzsƀɓƃƃƅƅɔƈƈɖɗƌƌƍǝəɛƒƒɠɣƕɩɨƙƙƚƛɯɲƞɵ' +
  'ooƣƣƥƥʀƨƨʃƪƫƭƭʈuuʊʋƴƴƶƶʒƹƹƺƻƽƽƾƿǀǁǂǃ*********aaiioouuuuuuuuuuǝaaaa**ǥǥggkkooooʒʒj***ggƕƿnnaa**oo' +
  'aaaaeeeeiiiioooorrrruuuussttȝȝhhƞȡȣȣȥȥaaeeooooooooyyȴȵȶȷȸȹⱥȼȼƚⱦȿɀɂɂƀʉʌɇɇɉɉɋɋɍɍɏɏ';
const firstLatin = 0x80;
const endOfLatin = 0x250;

/** The one letter that a Latin character folds to; '' for any other character, and where it stands for several. */
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

/** A sign that is never part of a word, nor overlooked within one. False says nothing: there are others. */
export function isCommonSign(codePoint: number): boolean {
  if (codePoint < 0x2010 || codePoint > 0x2bff) return false;
  for (const [first, last] of signRanges) if (codePoint >= first && codePoint <= last) return true;
  return false;
}
