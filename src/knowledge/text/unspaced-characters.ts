/**
 * The characters of scripts that are written without spaces between words, for a class of an expression; with the marks that
 * Unicode gives to no script but that only kana bear.
 */
export const unspacedCharacters =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}' +
  '\\u30fc\\uff70\\u3099\\u309a\\uff9e\\uff9f';
