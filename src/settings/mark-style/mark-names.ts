/** Maps a base name used in pages (`mark`, `0-light`) to its name in one document. */
export type NameOf = (word: string) => string;

const styles = ['0', '1', '2', '3', '4', '5', '6', '7', '8', 'trace', 'kept', 'altered'];
const words = ['mark', 'shown', 'none', ...styles.flatMap((style) => [`${style}-light`, `${style}-dark`])];

/** The names in `assets/marks.css`, used in pages of the extension, where they reveal nothing. */
export const plainNames: NameOf = (word) => `sidelight-${word}`;

/**
 * The names in one web document. If a page could predict them, `getComputedStyle` would reveal Sidelight. None of them
 * is a custom element's name, which a page could define.
 * @param nameSeed sixteen letters (`background/name-marks.ts`)
 */
export function makeNames(nameSeed: string): NameOf {
  const names = new Map(words.map((word, number) => [word, `${nameSeed}${number.toString(36)}`]));
  return (word) => {
    const name = names.get(word);
    if (name === undefined) throw new RangeError(`Nothing in a page is called "${word}"`);
    return name;
  };
}

/** The same style sheet, with its plain names replaced, for one document. */
export function nameStyles(styles: string, nameOf: NameOf): string {
  return styles.replace(/sidelight-([\w-]+)/g, (_, word: string) => nameOf(word));
}
