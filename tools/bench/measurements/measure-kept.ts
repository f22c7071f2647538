import type { Pack } from '../../../src/knowledge/pack-schema.ts';
import { compilePack } from '../../../src/matching/compile-pack.ts';
import {
  compileStories,
  openStoryIndex,
  readCompiledStories,
  type StoryStatements,
} from '../../../src/matching/compile-stories.ts';
import { DocumentMatcher } from '../../../src/matching/document-matcher.ts';
import { openPageMatcher, type PageMatcher } from '../../../src/matching/page-matcher.ts';
import { readSavedPage } from '../../saved-pages.ts';
import { quantile } from '../quantile.ts';
import { createRandom } from '../random.ts';

const storyCount = 500;
/** Ten articles of ten quotations. */
const statementsPerStory = 100;

/**
 * What 5,000 kept articles with 50,000 quotations cost the background, in Node: milliseconds of the processor, the cheapest of
 * `repeats`; every other page as a ratio to the same without what is kept. The quotations are chains of words as they
 * follow each other on the pages between.
 * @param files saved pages
 */
export function measureKept(pack: Pack, files: readonly string[], repeats: number): object[] {
  const all = files.map((file) => textOf(readSavedPage(file))).filter((text) => text.length > 0);
  const texts = all.filter((_, number) => number % 2 === 0);
  const stories = makeStories(all.filter((_, number) => number % 2 === 1));
  const compiled = measure(1, () => compileStories(stories));
  const opened = measure(repeats, () => openStoryIndex(compiled.result, () => true));
  const [first = stories[0] as StoryStatements] = stories;
  const change = measure(repeats, () =>
    compileStories([...readCompiledStories(compileStories(stories.slice(1, 20)), () => true), first]),
  );
  const without = openPageMatcher([compilePack(pack)]);
  const withKept = openPageMatcher([compilePack(pack)], { names: undefined, statements: [opened.result] });
  const quiet = texts.filter((text) => !without.mayContain(text));
  return [
    { step: 'compile all', ms: compiled.ms },
    { step: 'compile 20 stories again', ms: change.ms },
    { step: 'open', ms: opened.ms },
    compareOn('check, nothing to show', quiet, repeats, [without, withKept], (matcher, text) =>
      matcher.mayContain(text),
    ),
    compareOn('match', texts, repeats, [without, withKept], (matcher, text) =>
      new DocumentMatcher(matcher).add(text.split('\n').map((line, id) => ({ id, text: line }))),
    ),
    {
      step: 'said "perhaps" for what is kept',
      pages: `${quiet.filter((text) => withKept.mayContain(text)).length} of ${quiet.length}`,
    },
  ];
}

function compareOn(
  step: string,
  texts: readonly string[],
  repeats: number,
  [without, withKept]: readonly [PageMatcher, PageMatcher],
  run: (matcher: PageMatcher, text: string) => unknown,
): object {
  for (const matcher of [without, withKept]) for (const text of texts) run(matcher, text);
  const times = texts.map((text) => {
    const [before, after] = [without, withKept].map(
      (matcher) => measure(Math.max(3, repeats), () => run(matcher, text)).ms,
    ) as [number, number];
    return { before, after };
  });
  const sum = (of: 'before' | 'after') => times.reduce((total, time) => total + time[of], 0);
  return {
    step,
    ms: round(
      quantile(
        times.map(({ after }) => after),
        0.5,
      ),
    ),
    'ratio of sums': round(sum('after') / sum('before')),
  };
}

function measure<Result>(
  repeats: number,
  run: () => Result,
): { readonly ms: number; readonly result: Result } {
  let best: { ms: number; result: Result } | undefined;
  for (let n = 0; n < repeats; n += 1) {
    const begun = process.hrtime.bigint();
    const result = run();
    const ms = round(Number(process.hrtime.bigint() - begun) / 1e6);
    if (!best || ms < best.ms) best = { ms, result };
  }
  if (!best) throw new RangeError('At least one repeat is measured.');
  return best;
}

function round(value: number): number {
  return Number(value.toFixed(3));
}

function textOf(html: string): string {
  return html
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, '')
    .replace(/<\/?(?:p|div|li|h[1-6]|td|section|article)\b[^>]*>/gi, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&(?:nbsp|#160);/g, ' ')
    .replace(/&(?:ldquo|rdquo|quot);/g, '"')
    .replace(/[ \t]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n');
}

function makeStories(texts: readonly string[]): StoryStatements[] {
  const random = createRandom(20_260_301);
  const following = new Map<string, string[]>();
  for (const words of texts.map((text) => text.replace(/["“”]/g, '').split(/\s+/))) {
    for (const [i, word] of words.entries()) {
      const next = words[i + 1];
      if (next === undefined) continue;
      const list = following.get(word);
      if (list) list.push(next);
      else following.set(word, [next]);
    }
  }
  const starts = [...following.keys()];
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] as string;
  const sentence = () => {
    const words = [pick(starts)];
    const length = 8 + Math.floor(random() * 22);
    while (words.length < length) words.push(pick(following.get(words.at(-1) as string) ?? starts));
    return words.join(' ');
  };
  return Array.from({ length: storyCount }, (_, story) => ({
    ...{ id: String(story), stamp: '1', ownPages: [] },
    statements: Array.from({ length: statementsPerStory }, (_unused, number) => ({
      ...{ ref: `kept-${story}/${number}`, texts: [[sentence()]] },
      ...{ speakerNames: [], speakerCompany: [], names: [], subjectWords: [] },
    })),
  }));
}
