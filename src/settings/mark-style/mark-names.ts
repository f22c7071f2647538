/** Turns a word for something of ours that stands in pages (`mark`, `0-light`) into the name that it has in one document. */
export type NameOf = (word: string) => string;

const styles = ['0', '1', '2', '3', '4', '5', '6', '7', '8', 'trace', 'altered'];
const words = ['mark', 'shown', 'none', ...styles.flatMap((style) => [`${style}-light`, `${style}-dark`])];

/** As `assets/marks.css` has them: in pages of the extension, where they betray nothing. */
export const plainNames: NameOf = (word) => `sidelight-${word}`;

/**
 * The names in one document of the web: a page that could think of them would know by `getComputedStyle` that Sidelight is there.
 * None is that of a custom element, which a page could define.
 * @param secret sixteen letters (`background/name-marks.ts`)
 */
export function makeNames(nameSeed: string): NameOf {
  const names = new Map(words.map((word, number) => [word, `${nameSeed}${number.toString(36)}`]));
  return (word) => {
    const name = names.get(word);
    if (name === undefined) throw new RangeError(`Nothing in a page is called "${word}"`);
    return name;
  };
}

/** The same style sheet, written with plain names, for one document. */
export function nameStyles(styles: string, nameOf: NameOf): string {
  return styles.replace(/sidelight-([\w-]+)/g, (_, word: string) => nameOf(word));
}
