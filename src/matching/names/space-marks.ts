/** Some 35 words: so much text has one mark on average. */
const spacing = 225;
/** Names with fewer characters between them in a sentence are one phrase: "Amazon’s Rekognition", "MIT, Boston". */
const phraseLength = 5;
/** So many more than one may be together, so that a page of a few sentences has marks on all that it is about. */
const maxNear = 2;
/** Marks on either side that are looked at: further ones are too far to crowd a place that these do not. */
const maxNeighbours = 20;

/** A place in the article's text. */
export interface MarkedPlace {
  /** Half-open offsets, in characters from the article's start. */
  readonly start: number;
  readonly end: number;
  /** The sentences in which it starts and ends; those of the article are numbered in reading order. */
  readonly firstSentence: number;
  readonly lastSentence: number;
}

/** The marks of an article, so far apart that they do not drown each other. */
export class SpacedMarks {
  /** By their starts. */
  readonly #places: MarkedPlace[] = [];

  add(place: MarkedPlace): void {
    this.#places.splice(this.#countBefore(place), 0, place);
  }

  /**
   * Whether there is room for one more: n marks in a row take up the text of n - 3 (so three may be neighbours),
   * and one phrase has one mark.
   */
  hasRoom(place: MarkedPlace): boolean {
    const at = this.#countBefore(place);
    const before = this.#places.slice(Math.max(0, at - maxNeighbours), at).reverse();
    const after = this.#places.slice(at, at + maxNeighbours);
    if (isOnePhrase(before[0], place) || isOnePhrase(place, after[0])) return false;
    return crowdingOf(place, before) + crowdingOf(place, after) <= maxNear * spacing;
  }

  #countBefore({ start }: MarkedPlace): number {
    let [low, high] = [0, this.#places.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#places[middle] as MarkedPlace).start < start) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function isOnePhrase(first: MarkedPlace | undefined, second: MarkedPlace | undefined): boolean {
  if (!first || !second || first.lastSentence < second.firstSentence) return false;
  return second.start < first.end + phraseLength;
}

/** The characters by which the marks on one side, nearest first, are too near. */
function crowdingOf({ start }: MarkedPlace, neighbours: readonly MarkedPlace[]): number {
  return neighbours.reduce(
    (most, other, number) => Math.max(most, (number + 1) * spacing - Math.abs(other.start - start)),
    0,
  );
}
