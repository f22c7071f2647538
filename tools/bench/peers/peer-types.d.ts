declare module 'ahocorasick' {
  export default class AhoCorasick {
    constructor(keywords: readonly string[]);
    /** For each place, the offset of the last letter and the matches that end there. */
    search(text: string): [number, string[]][];
  }
}

declare module 'advanced-mark.js' {
  export default class Mark {
    constructor(context: Element);
    mark(
      words: string[],
      options: {
        accuracy: { value: 'exactly'; limiters: string[] };
        separateWordSearch: boolean;
        each: (element: Element) => void;
      },
    ): void;
  }
}
