/**
 * Words that English capitalises at the start of a sentence or in a heading and that are not first names: the
 * closed classes (articles, pronouns, prepositions, conjunctions, auxiliaries, question words), frequent
 * adverbs, days and months. "June", "April" and "August" are missing on purpose, because they are first names
 * too. So is "May", but it is far more often the auxiliary.
 */
export const notGivenNames = new Set(
  (
    'A An The This That These Those Some Any Each Every Either Neither No All Both Half Such Another Other Many Few Several Most More ' +
    'I You He She It We They Me Him Her Us Them My Your His Its Our Their Who Whom Whose Which What Where When Why How Whether ' +
    'And Or But Nor So Yet For If Unless Until While Because Since Although Though Whereas As Than Like Unlike Once ' +
    'In On At By To From With Without Within Of Off Out Over Under Into Onto Upon About Above Across After Against Along Among Around ' +
    'Before Behind Below Beneath Beside Besides Between Beyond Despite Down During Except Inside Near Outside Per Through Throughout Toward ' +
    'Towards Up Via Is Are Was Were Be Been Being Am Do Does Did Has Have Had Can Could May Might Must Shall Should Would Let ' +
    'Not Now Then There Here Today Yesterday Tomorrow Again Also Already Always Even Ever Finally First Second Last Later Meanwhile Moreover ' +
    'However Instead Just Maybe Never Next Often Only Perhaps Recently Sometimes Soon Still Thus Too Using Use Used New Old Former Current ' +
    'Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March July September October November December ' +
    'Says Said Say Told Asked See Read Photo Image Video Update ' +
    // Imperatives in headings, buttons and instructions: "Join Zoom", "Get Ring".
    'Add Ask Buy Call Check Click Connect Contact Create Download Enable Enter Find Follow Get Install Join Launch Learn ' +
    'Make Meet Open Paste Record Schedule Select Share Start Stop Take Test Try Watch'
  ).split(' '),
);

/**
 * A capital and at least one small letter, with inner capitals and hyphens: Wilson, McKay, Jean-Luc. A single
 * look-ahead finds the small letter: with runs of letters on both sides of it the expression would try every
 * letter of a long word for each other.
 */
const capitalisedAtEnd =
  /(?:^|[\s"'([/-])(\p{Lu}(?=[\p{L}\p{M}]*\p{Ll})[\p{L}\p{M}]+(?:-\p{Lu}\p{Ll}+)*)(?: \p{Lu}\.)?$/u;
/**
 * Letters before a name that may contain a first name and an initial, and the preceding sign: no first name
 * has as many.
 */
const maxGivenNameLength = 100;

/**
 * Whether the text right before a name ends with an apparent first name, so that the name is a surname or
 * part of a longer name: "Wilson [Ring]", "Mobile World [Congress]", "Joaquin J. [Castro]".
 * @param before folded text before the name, within its sentence, without trailing white space. In a headline
 * in title case capitals mean nothing: see `isTitleCase`.
 */
export function endsWithGivenName(before: string): boolean {
  // The cut is within a word: a leading letter keeps the rest from passing for a whole word.
  const end = before.length > maxGivenNameLength ? `x${before.slice(-maxGivenNameLength)}` : before;
  const word = capitalisedAtEnd.exec(end)?.[1];
  return word !== undefined && !notGivenNames.has(word);
}

/**
 * Whether it has four words of four letters or more, and at most one of them lower case: "Facebook Takes On
 * Zoom With Messenger Rooms".
 */
export function isTitleCase(sentence: string): boolean {
  const words = sentence.match(/\p{L}{4,}/gu) ?? [];
  const small = words.filter((word) => /^\p{Ll}/u.test(word)).length;
  return words.length >= 4 && small <= words.length / 10;
}
