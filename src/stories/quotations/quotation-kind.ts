import type { PlacedQuotation } from './place-quotations.ts';

const work =
  '(?:book|novel|memoir|autobiography|film|movie|song|album|show|series|sitcom|musical|play|opera|poem|essay|column|op-ed|documentary|' +
  'podcast|program|programme|magazine|painting|sculpture|game|anthem|hymn|episode|hit|ballad|drama|comedy|thriller|classic|soap|' +
  'Buch|Roman|Film|Serie|Lied|livre|roman|libro|novela|película)';
/** Directly before the opening mark. */
const beforeTitle = new RegExp(
  `(?:\\b${work}s?|\\b(?:titled|entitled))(?:,|:|,?\\s+(?:titled|entitled|called|named))?\\s+$`,
  'iu',
);
const beforeShow =
  /(?:[’']s|\b(?:hosts?|hosting|host of|stars? of|star in|starred in|starring in|author of|sang|singing|anchor of|creator of|co-author of|rendition of|screening of|on|[Ii]n))\s+$/u;
/** Directly behind the closing mark: the “Face the Day” show. */
const behindTitle = new RegExp(`^\\s+${work}s?\\b`, 'iu');
const beforeScare =
  /(?:\bso-called|\bthe (?:word|term|phrase|expression|adjective|label|hashtag)s?|\bknown as|\bso genannten?|\bsogenannten?|\bsoi-disant|\bdit|\bllamad[oa]s?)\s+$/iu;
const beforePhrase =
  /(?:^|[\s(])(?:the|a|an|its|their|his|her|these|those|this|that|any|some|no|more|such)\s+$/i;
/** The phrase continues with a noun or adjective: the "smart" lock. */
const withinPhrase =
  /^\s+(?!(?:and|but|for|nor|that|who|which|with|from|into|was|were|has|had|are|when|while|after|before|because|since|than|then|about)\s)\p{Ll}{3}/u;
const smallInTitles =
  /^(?:a|an|and|as|at|by|but|for|from|in|into|of|off|on|or|over|the|to|up|with|vs|de|la|le|et|der|die|das|und|von|y|el)$/i;

/**
 * Whether the words before a passage between marks, and its capitals, show that it is the title of a work or
 * programme.
 */
export function isTitle(text: string, quotation: PlacedQuotation): boolean {
  const quoted = text.slice(quotation.start, quotation.end).replace(/[,.;:]$/, '');
  if (quoted.length > 80 || /[.!?]\s/.test(quoted)) return false;
  const words = quoted.split(/\s+/);
  const before = text.slice(Math.max(0, quotation.outerStart - 40), quotation.outerStart);
  const behind = text.slice(quotation.outerEnd, quotation.outerEnd + 20);
  const isWork = beforeTitle.test(before) || behindTitle.test(behind);
  return hasTitleCase(words) && (isWork || (words.length > 1 && beforeShow.test(before)));
}

/**
 * Whether it is a word or two that the outlet distances itself from or uses as a term; attributed words are
 * not.
 */
export function isScare(text: string, quotation: PlacedQuotation, isAttributed: boolean): boolean {
  const quoted = text.slice(quotation.start, quotation.end);
  const count = quoted.split(/\s+/).length;
  if (count > 3 || /[.!?…,]$/.test(quoted) || /^\p{Lu}/u.test(quoted)) return false;
  const before = text.slice(Math.max(0, quotation.outerStart - 40), quotation.outerStart);
  if (beforeScare.test(before)) return true;
  const after = text.slice(quotation.outerEnd, quotation.outerEnd + 30);
  return !isAttributed && count < 3 && beforePhrase.test(before) && withinPhrase.test(after);
}

/** Every significant word starts with a capital, as in the name of a book or a programme. */
function hasTitleCase(words: readonly string[]): boolean {
  return words.every(
    (word, n) =>
      /^[\p{Lu}\p{N}]/u.test(word) || (n > 0 && (smallInTitles.test(word) || !/^\p{L}/u.test(word))),
  );
}
