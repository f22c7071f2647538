import { extraNames } from './extra-names.ts';
import { createRandom } from './random.ts';

/** The most frequent words of news, most frequent first: what most of a text consists of. */
const frequentWords =
  'the of to and in a that for is on with as was by at it from be an said are has this have its were or will which not he ' +
  'they their more who been about one had but also after than would when people can new she all up out we his other some ' +
  'into could there over last two years what most so time first her year no if like police state government company city ' +
  'public officials federal technology law use used data report system group week national because between many under while ' +
  'including before made during since such security million percent department according local court part group decision ' +
  'recognition facial systems research study president house committee rights software companies residents service program';

const seed = 20_201_224;
const rareWordShare = 0.12;
const nameEvery = 70;
const linkShare = 0.02;

/**
 * A page of `length` characters of text, to within a paragraph: paragraphs of news-like prose with links, and a heading to
 * every dozen. Word frequencies fall as Zipf found them; rare words keep coming, as in real texts, so that the vocabulary
 * grows with the page; one of `names` stands every 70 words or so. The same for the same arguments.
 */
export function generatePage(length: number, names: readonly string[]): string {
  const random = createRandom(seed);
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)] as string;
  const frequent = frequentWords.split(' ');
  const rare = extraNames(5_000, seed).flatMap((name) => name.toLowerCase().split(' '));
  const frequentWord = () => frequent[Math.floor(frequent.length ** random()) - 1] as string;
  const word = () => {
    const drawn = random();
    if (drawn < 1 / nameEvery) return pick(names);
    return drawn < 1 / nameEvery + rareWordShare ? pick(rare) : frequentWord();
  };
  const sentence = () => {
    const words = Array.from({ length: 10 + Math.floor(random() * 20) }, word);
    const text = words.join(' ');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  };
  const parts: string[] = [];
  for (let left = length, number = 0; left > 0; number++) {
    const sentences = Array.from({ length: number % 12 === 0 ? 1 : 2 + Math.floor(random() * 4) }, sentence);
    const text = sentences.join(' ').slice(0, Math.max(left, 1));
    left -= text.length;
    const isHeading = number % 12 === 0;
    parts.push(isHeading ? `<h2>${escapeHtml(text)}</h2>` : `<p>${withLinks(escapeHtml(text), random)}</p>`);
  }
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Generated</title><body><article>${parts.join('\n')}</article>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function withLinks(html: string, random: () => number): string {
  return html.replace(/(?<= )[a-z]+ [a-z]+(?= )/g, (words) =>
    random() < linkShare ? `<a href="#">${words}</a>` : words,
  );
}
