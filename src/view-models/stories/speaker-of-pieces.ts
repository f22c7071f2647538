import type { Quotation, Speaker } from '../../stories/text/article.ts';
import { pronouns } from '../../stories/text/phrase-words.ts';
import { compareNames } from '../../stories/utterances/compare-speakers.ts';
import type { NamedSpeaker } from './kept-comparison.ts';

/** The fullest name that is certain, unless two people are named; or else the first words that attribute it. */
export function nameSpeaker(quotations: readonly Quotation[]): NamedSpeaker | null {
  const speakers = quotations.flatMap(({ speaker }) => speaker ?? []);
  const names = [...new Set(speakers.flatMap(certainNameOf))].sort((a, b) => b.length - a.length);
  const [name] = names;
  const areOne = names.every((one) => names.every((other) => compareNames(one, other) !== 'other'));
  if (name !== undefined && areOne) return { name, isCertain: true };
  const [first] = speakers;
  return first ? { name: first.text, isCertain: false } : null;
}

function certainNameOf({ isCertain, fullName, text }: Speaker): string[] {
  const name = (fullName ?? text).replace(/\s+/g, ' ');
  return isCertain && !pronouns.has(name.toLowerCase()) ? [name] : [];
}

/** Whether an article may quote somebody: it prints the surname, and quotes someone who is not certainly another. */
export function isQuotedIn(name: string, text: string, quotations: readonly Quotation[]): boolean {
  const surname = name.split(' ').at(-1) ?? name;
  if (!text.includes(surname)) return false;
  return quotations.some(
    ({ speaker }) =>
      speaker !== null && compareNames(name, speaker.likelyName ?? speaker.fullName) !== 'other',
  );
}
