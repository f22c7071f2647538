/**
 * Characters that are invisible, or easily mistaken for another, with their Unicode names. The names of all characters
 * take megabytes; these are the ones in which a copied quotation differs from its article.
 */
const names: Readonly<Record<string, string>> = {
  '\t': 'TAB',
  '\n': 'LINE FEED',
  '\r': 'CARRIAGE RETURN',
  ' ': 'SPACE',
  '"': 'QUOTATION MARK',
  "'": 'APOSTROPHE',
  '-': 'HYPHEN-MINUS',
  '`': 'GRAVE ACCENT',
  '\u00a0': 'NO-BREAK SPACE',
  '\u00ab': 'LEFT-POINTING DOUBLE ANGLE QUOTATION MARK',
  '\u00ad': 'SOFT HYPHEN',
  '\u00b4': 'ACUTE ACCENT',
  '\u00bb': 'RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK',
  '\u0300': 'COMBINING GRAVE ACCENT',
  '\u0301': 'COMBINING ACUTE ACCENT',
  '\u0302': 'COMBINING CIRCUMFLEX ACCENT',
  '\u0303': 'COMBINING TILDE',
  '\u0308': 'COMBINING DIAERESIS',
  '\u030a': 'COMBINING RING ABOVE',
  '\u0327': 'COMBINING CEDILLA',
  '\u034f': 'COMBINING GRAPHEME JOINER',
  '\u061c': 'ARABIC LETTER MARK',
  '\u2002': 'EN SPACE',
  '\u2003': 'EM SPACE',
  '\u2007': 'FIGURE SPACE',
  '\u2008': 'PUNCTUATION SPACE',
  '\u2009': 'THIN SPACE',
  '\u200a': 'HAIR SPACE',
  '\u200b': 'ZERO WIDTH SPACE',
  '\u200c': 'ZERO WIDTH NON-JOINER',
  '\u200d': 'ZERO WIDTH JOINER',
  '\u200e': 'LEFT-TO-RIGHT MARK',
  '\u200f': 'RIGHT-TO-LEFT MARK',
  '\u2010': 'HYPHEN',
  '\u2011': 'NON-BREAKING HYPHEN',
  '\u2012': 'FIGURE DASH',
  '\u2013': 'EN DASH',
  '\u2014': 'EM DASH',
  '\u2018': 'LEFT SINGLE QUOTATION MARK',
  '\u2019': 'RIGHT SINGLE QUOTATION MARK',
  '\u201a': 'SINGLE LOW-9 QUOTATION MARK',
  '\u201c': 'LEFT DOUBLE QUOTATION MARK',
  '\u201d': 'RIGHT DOUBLE QUOTATION MARK',
  '\u201e': 'DOUBLE LOW-9 QUOTATION MARK',
  '\u2026': 'HORIZONTAL ELLIPSIS',
  '\u2028': 'LINE SEPARATOR',
  '\u2029': 'PARAGRAPH SEPARATOR',
  '\u202f': 'NARROW NO-BREAK SPACE',
  '\u2032': 'PRIME',
  '\u2033': 'DOUBLE PRIME',
  '\u205f': 'MEDIUM MATHEMATICAL SPACE',
  '\u2060': 'WORD JOINER',
  '\u2212': 'MINUS SIGN',
  '\u3000': 'IDEOGRAPHIC SPACE',
  '\ufe0e': 'VARIATION SELECTOR-15',
  '\ufe0f': 'VARIATION SELECTOR-16',
  '\ufeff': 'ZERO WIDTH NO-BREAK SPACE',
  '\ufffd': 'REPLACEMENT CHARACTER',
};

/** Scripts with letters that look like Latin ones. */
const scripts = ['Cyrillic', 'Greek', 'Armenian', 'Cherokee'] as const;

/** `U+00A0 NO-BREAK SPACE`; without a name if the table has none, and with the script if that tells letters apart. */
export function nameCharacter(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const script = scripts.find((name) => new RegExp(`\\p{Script=${name}}`, 'u').test(character));
  const name = names[character] ?? (script && `a ${script} letter`);
  return name === undefined ? `U+${code}` : `U+${code} ${name}`;
}

/** Every invisible or combining character except the ordinary space. */
const invisible = /(?! )[\p{Z}\p{C}\p{M}\u{115f}\u{1160}\u{3164}\u{ffa0}]/gu;

/** The text with each invisible character written as `[U+00A0 NO-BREAK SPACE]`. */
export function spellOut(text: string): string {
  return text.replace(invisible, (character) => `[${nameCharacter(character)}]`);
}
