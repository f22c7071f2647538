/**
 * The characters of scripts written without spaces between words, for a character class; with the marks that Unicode
 * assigns to no script but that only kana have.
 */
export const unspacedCharacters =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}' +
  '\\u30fc\\uff70\\u3099\\u309a\\uff9e\\uff9f';
