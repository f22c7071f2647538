import type { Article } from '../../src/stories/text/article.ts';
import { createRandom } from './random.ts';

const wordsPerArticle = 1_000;
/** As in the news: half of an article's quotations stand in others, too. */
const sharedQuotations = 12;

const pick = <Item>(random: () => number, items: readonly Item[]): Item =>
  items[Math.floor(random() * items.length)] as Item;

const syllables = 'ba den for gi hol ka lin mor ne ost per qua ri sel tun ven wis yar zo'.split(' ');
const smallWords = 'the a of to in and that for on with as at by from it was be had not but'.split(' ');
const verbs = 'said told added wrote argued'.split(' ');

/** Articles of 1,000 made-up words on one event, the same in each run: sentences, names, numbers and quotations, of which some stand in several. */
export function makeStoryArticles(count: number): Article[] {
  const random = createRandom(20_261_122);
  const vocabulary = Array.from({ length: 4_000 }, () => makeWord(random));
  const people = Array.from(
    { length: 40 },
    () => `${capital(makeWord(random))} ${capital(makeWord(random))}`,
  );
  const sentence = (own: () => number, length: number) =>
    Array.from({ length }, () => (own() < 0.45 ? pick(own, smallWords) : pick(own, vocabulary))).join(' ');
  const shared = Array.from({ length: count * 2 }, () => ({
    text: capital(sentence(random, 12 + Math.floor(random() * 20))),
    speaker: pick(random, people),
  }));
  return Array.from({ length: count }, (_, number) => {
    const own = createRandom(number + 1);
    const paragraphs: string[] = [];
    let words = 0;
    for (let n = 0; words < wordsPerArticle; n += 1) {
      const isShared = n % 4 === 0 && n / 4 < sharedQuotations;
      const { text, speaker } = isShared
        ? pick(own, shared)
        : { text: capital(sentence(own, 20)), speaker: pick(own, people) };
      const paragraph =
        n % 2 === 0
          ? `“${text},” ${speaker} ${pick(own, verbs)}.`
          : `${capital(sentence(own, 16))} ${speaker} ${sentence(own, 8)} ${2 + Math.floor(own() * 900)} ${sentence(own, 6)}. ${text}.`;
      paragraphs.push(paragraph);
      words += paragraph.split(' ').length;
    }
    const fields = { title: '', outlet: '', authors: [], date: '', address: '', language: 'en' };
    return { ...fields, text: paragraphs.join('\n\n') };
  });
}

function makeWord(random: () => number): string {
  return Array.from({ length: 2 + Math.floor(random() * 2) }, () => pick(random, syllables)).join('');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
