import { maxSteps } from '../../knowledge/text/find-matching-blocks.ts';
import { countWords } from '../../knowledge/text/locate-words.ts';
import { lowerCaseWords } from '../../stories/drafts/lower-case-words.ts';
import type { ArticleQuotation, Utterance, UtterancePair } from '../../stories/utterances/find-utterances.ts';
import { compareWording } from '../compare-wording.ts';
import { groupBy } from '../group-positions.ts';
import type { PrintingRelation, StoryPassage, StoryPlace, StoryPrinting } from './story-content.ts';

/** What differs most first. */
const relationOrder = ['differs', 'changed', 'cut', 'overlap', 'identical'] as const;

type Difference = Exclude<PrintingRelation, 'fullest'>;

/** A wording with the numbers of the quotations in which articles print it. */
interface Wording {
  readonly places: StoryPlace[];
  readonly members: number[];
  readonly words: string;
  readonly wordCount: number;
}

/** What each article prints of an utterance, the same words once, compared with the fullest. */
export function makePrintings(
  { members, pairs }: Utterance,
  quotations: readonly ArticleQuotation[],
  placeOf: (members: readonly number[]) => StoryPlace,
): StoryPrinting[] {
  const wordings = groupByWords(members, quotations, placeOf);
  const [fullest, ...others] = wordings.toSorted((a, b) => b.wordCount - a.wordCount);
  if (fullest === undefined) return [];
  const sentences = textsOf(fullest);
  return [
    { printedBy: fullest.places, relation: 'fullest', turns: [], runs: null },
    ...others
      .map((wording): StoryPrinting => {
        const shared = pairsBetween(pairs, wording, fullest);
        const relation = worstOf(shared);
        const compared =
          relation === 'identical'
            ? undefined
            : compareWording(sentences, { parts: textsOf(wording).map((text) => ({ text })) }, maxSteps);
        return {
          printedBy: wording.places,
          relation,
          turns: turnsOf(shared),
          runs: compared?.differences?.runs ?? null,
        };
      })
      .sort((a, b) => rankOf(a.relation) - rankOf(b.relation)),
  ];
}

/** The most that any two printings differ in. */
export function worstOf(pairs: readonly UtterancePair[]): Difference {
  const relations = pairs.map(
    ({ relation, meaning }): Difference => (meaning === 'differs' ? 'differs' : relation),
  );
  return relationOrder.find((relation) => relations.includes(relation)) ?? 'identical';
}

export function rankOf(relation: PrintingRelation): number {
  return relationOrder.indexOf(relation as Difference);
}

function groupByWords(
  members: readonly number[],
  quotations: readonly ArticleQuotation[],
  placeOf: (members: readonly number[]) => StoryPlace,
): Wording[] {
  const byArticle = groupBy(members, (member) => quotations[member]?.article);
  const wordings = new Map<string, Wording>();
  for (const [, own] of byArticle) {
    const place = placeOf(own);
    const words = place.parts.map(({ text }) => lowerCaseWords(text).join(' ')).join(' ');
    const known = wordings.get(words);
    if (known) {
      known.places.push(place);
      known.members.push(...own);
    } else {
      wordings.set(words, { places: [place], members: [...own], words, wordCount: countAll(place.parts) });
    }
  }
  return [...wordings.values()];
}

function countAll(parts: readonly StoryPassage[]): number {
  return parts.reduce((sum, { text }) => sum + countWords(text), 0);
}

function textsOf({ places }: Wording): string[] {
  return places[0]?.parts.map(({ text }) => text) ?? [];
}

/** The comparisons of a wording with the fullest; with the others if it shares no words with that. */
function pairsBetween(pairs: readonly UtterancePair[], wording: Wording, fullest: Wording): UtterancePair[] {
  const own = new Set(wording.members);
  const ours = pairs.filter(({ a, b }) => own.has(a) !== own.has(b));
  const full = new Set(fullest.members);
  const withFullest = ours.filter(({ a, b }) => full.has(a) || full.has(b));
  return withFullest.length > 0 ? withFullest : ours;
}

function turnsOf(pairs: readonly UtterancePair[]): StoryPrinting['turns'] {
  const turns = pairs
    .filter(({ meaning }) => meaning === 'differs')
    .flatMap(({ differences }) => differences.flatMap(({ turn }) => turn ?? []));
  return [...new Set(turns)];
}
