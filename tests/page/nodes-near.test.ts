import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { compileNames } from '../../src/matching/compile-names.ts';
import { compileStatements } from '../../src/matching/compile-statements.ts';
import { findTraceCandidates } from '../../src/matching/find-trace-candidates.ts';
import { findTraces } from '../../src/matching/find-traces.ts';
import { openNameIndex } from '../../src/matching/name-index.ts';
import { namesOfPack } from '../../src/matching/names-of-pack.ts';
import { openStatementIndex } from '../../src/matching/statement-index.ts';
import { statementsOfPack } from '../../src/matching/traceable-statement.ts';
import { nodesNear, readPageTexts } from '../../src/page/find-in-page.ts';
import { readBlocks } from '../../src/page/read-blocks.ts';
import { createRandom } from '../../tools/bench/random.ts';
import { loadPack } from '../../tools/load-pack.ts';
import { makeVariants } from '../matching/trace-variants.ts';

const { pack, problems } = await loadPack('assets/knowledge/facial-recognition');
if (!pack) throw new Error(`The built-in pack does not parse: ${JSON.stringify(problems[0])}`);
const names = openNameIndex(compileNames(namesOfPack(pack)));
const statements = openStatementIndex(compileStatements(statementsOfPack(pack)));
const seed = Number(process.env.ORACLE_SEED ?? 20_200_610);

const articlesFolder = '../shared/sources';
const hasArticles = existsSync(articlesFolder);
if (!hasArticles) console.log('Left out: traces near nodes in the five articles; ../shared is not there.');

/** A page of paragraphs in which about one word in `wordsBetween` begins an inline element. */
function pageOf(paragraphs: readonly string[], wordsBetween: number): HTMLElement {
  const { document } = new JSDOM().window;
  const random = createRandom(seed);
  for (const text of paragraphs) {
    const paragraph = document.createElement('p');
    for (const piece of text.split(/(?<= )/)) {
      const last = paragraph.lastChild;
      if (random() * wordsBetween < 1) {
        const link = document.createElement('a');
        link.textContent = piece;
        paragraph.append(link, '');
      } else if (last?.nodeType === 3) (last as Text).data += piece;
      else paragraph.append(piece);
    }
    document.body.append(paragraph);
  }
  return document.body;
}

/** Blocks with traces, and of these the ones that `nodesNear` would leave unread. */
function traceBoth(paragraphs: readonly string[], wordsBetween: number): { traced: number; lost: string[] } {
  const body = pageOf(paragraphs, wordsBetween);
  const steps = readPageTexts(body, names.filter);
  let step = steps.next();
  while (!step.done) step = steps.next();
  const near = nodesNear(step.value, (text) => findTraceCandidates(text, statements));
  const traced = [...readBlocks(body)].filter(({ text }) => findTraces(text, statements).length > 0);
  const lost = traced.filter(({ nodes }) => !nodes.some((node) => near.has(node)));
  return { traced: traced.length, lost: lost.map(({ text }) => text) };
}

const variants = pack.statements.flatMap(({ sentences, speaker }) =>
  makeVariants(
    sentences.filter((sentence) => sentence !== null),
    speaker?.text ?? 'The maker',
  ).map(({ text }) => text),
);
const articles = hasArticles
  ? readdirSync(articlesFolder)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => readFileSync(`${articlesFolder}/${name}`, 'utf8').split('\n'))
  : [];

test.each([
  ['one text node each', Number.POSITIVE_INFINITY],
  ['a link in every twelfth word', 12],
])('near the nodes found stands every trace of the variants, paragraphs of %s', (_what, wordsBetween) => {
  const { traced, lost } = traceBoth(variants, wordsBetween);
  console.log(`variants: ${variants.length} paragraphs, ${traced} with traces, seed ${seed}`);
  expect(traced).toBeGreaterThan(variants.length / 2);
  expect(lost).toEqual([]);
});

test.runIf(hasArticles).each([
  ['one text node each', Number.POSITIVE_INFINITY],
  ['a link in every twelfth word', 12],
])(
  'near the nodes found stands every trace of the five articles, paragraphs of %s',
  (_what, wordsBetween) => {
    const results = articles.map((paragraphs) => traceBoth(paragraphs, wordsBetween));
    const traced = results.reduce((sum, result) => sum + result.traced, 0);
    console.log(`articles: ${traced} paragraphs with traces, seed ${seed}`);
    expect(results.every((result) => result.traced > 0)).toBe(true);
    expect(results.flatMap(({ lost }) => lost)).toEqual([]);
  },
);
