import type { IndexedStatement } from '../../src/matching/quotations/indexed-statement.ts';
import { extraNames } from './extra-names.ts';
import { createRandom } from './random.ts';

/** Words of news statements; a fair set shares them with the pages on which it is measured. */
const words =
  'we the of to and in that for on with our people public police system systems technology government rights use used data ' +
  'decision company companies report members community communities federal national security privacy rules court committee ' +
  'believe support continue work working provide protect ensure against between without before after year years months must should ' +
  'will would cannot more most many every other important responsible transparent accurate serious strong new independent review';

/** `count` invented statements of one to four sentences, about 25 words each; the same for the same seed. */
export function extraStatements(count: number, seed: number): IndexedStatement[] {
  const random = createRandom(seed);
  const plain = words.split(' ');
  const speakers = extraNames(count, seed);
  const sentence = () => {
    const length = 12 + Math.floor(random() * 24);
    const drawn = Array.from({ length }, () => plain[Math.floor(random() * plain.length)] as string);
    return `${drawn.join(' ')}.`;
  };
  return speakers.map((speaker, number) => ({
    ref: `bench/statement-${number}`,
    texts: [Array.from({ length: 1 + Math.floor(random() * 4) }, sentence)],
    speakerNames: [speaker],
    speakerCompany: [],
    names: [],
    subjectWords: [],
  }));
}
