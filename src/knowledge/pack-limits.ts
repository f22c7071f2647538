/**
 * How large a pack and its parts may be. A pack is untrusted data: these limits bound the time and memory of reading
 * one. Each is several times what a real pack needs; the built-in pack is given for comparison.
 */

/**
 * UTF-16 units of a whole pack file. 20,000 entities with 100,000 names and five facts each are about 30 million; the
 * built-in pack has 0.7 million.
 */
export const maxFileLength = 64 * 1024 * 1024;

/** Nested objects and lists. The format itself needs 8: `claims[].cues.says[].all[][]`. */
export const maxDepth = 16;

/**
 * Values (objects, lists, strings, numbers) in one file: an empty list takes two characters of a file but at least 16
 * bytes of memory. 100,000 names with a rule each are about a million; the built-in pack has 28,000.
 */
export const maxValues = 6_000_000;

/** Entries of a top-level list: entities, sources, statements … 20,000 entities is the largest pack planned for. */
export const maxListLength = 50_000;

/** Topics: readers switch each by hand; the built-in pack has 10. */
export const maxTopics = 100;

/** Entries of a list inside an entry: names, words of a rule, related entities. The built-in pack's longest has 344. */
export const maxInnerListLength = 1_000;

/** All names of a pack. The page's budget was measured with 100,000 (docs/performance.md). */
export const maxNames = 250_000;

/** UTF-16 units of any text: a quotation of 20,000 is ten printed pages. The built-in pack's longest has 958. */
export const maxTextLength = 20_000;

/** UTF-16 units of text on one line of a card: titles, outlets, speakers, licences. */
export const maxLineLength = 500;

/** UTF-16 units of a name, or of a word or phrase in its rules: the longest title of a study has about 150. */
export const maxNameLength = 200;

/** UTF-16 units of an address: the length that all browsers open. */
export const maxAddressLength = 2_000;

/** Offsets in a source's text: the longest novels have about six million characters. */
export const maxOffset = 10_000_000;

/** Problems reported for one pack: enough for an editor to work on. A file of another kind would give thousands. */
export const maxProblems = 200;
