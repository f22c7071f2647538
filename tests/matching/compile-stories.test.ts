import { expect, test } from 'vitest';
import {
  compileStories,
  eraseStories,
  openStoryIndex,
  readCompiledStories,
  type StoryStatements,
} from '../../src/matching/compile-stories.ts';
import type { IndexedStatement } from '../../src/matching/quotations/indexed-statement.ts';
import { matchQuotes } from '../../src/matching/quotations/match-quotes.ts';
import type { StatementIndex } from '../../src/matching/quotations/statement-index.ts';

const closing = 'The old bridge will be closed before winter because its pillars are rusted.';
const asked = 'Nobody asked the islanders what they thought about the ferry timetable.';

function statementOf(ref: string, text: string): IndexedStatement {
  return { ref, texts: [[text]], speakerNames: [], speakerCompany: [], names: [], subjectWords: [] };
}

function storyOf(id: string, texts: readonly string[], more: Partial<StoryStatements> = {}): StoryStatements {
  const statements = texts.map((text, number) => statementOf(`kept-${id}/${number}`, text));
  return { id, stamp: '1', statements, ownPages: [], ...more };
}

function find(text: string, ...indexes: readonly StatementIndex[]): string[] {
  return matchQuotes(text, ...indexes).map(({ statement, kind }) => `${statement} ${kind}`);
}

test('a page is matched with the statements of all stories', () => {
  const index = openStoryIndex(compileStories([storyOf('a', [closing]), storyOf('b', [asked])]), () => true);
  expect(find(`“${closing}” “${asked}”`, index)).toEqual(['kept-a/0 verbatim', 'kept-b/0 verbatim']);
});

test('a story that has changed since, or is switched off, is not found and takes no words from another', () => {
  const compiled = compileStories([
    storyOf('a', [`${closing} ${asked}`]),
    storyOf('b', [closing], { stamp: '2' }),
  ]);
  const text = `“${closing} ${asked}”`;
  expect(
    find(
      text,
      openStoryIndex(compiled, () => true),
    ),
  ).toEqual(['kept-a/0 verbatim']);
  expect(
    find(
      text,
      openStoryIndex(compiled, ({ stamp }) => stamp === '2'),
    ),
  ).toEqual(['kept-b/0 verbatim']);
  const none = openStoryIndex(compiled, () => false);
  expect(find(text, none)).toEqual([]);
  expect(none.statementCount).toBe(0);
});

test('what only a page itself prints is left out on that page', () => {
  const story = storyOf('b', [asked, closing], { ownPages: [['post.example/1', [1]]] });
  const index = openStoryIndex(
    compileStories([storyOf('a', ['An unrelated sentence of another story.']), story]),
    () => true,
  );
  const text = `“${closing}” “${asked}”`;
  expect(find(text, index.without(['post.example/1']))).toEqual(['kept-b/0 verbatim']);
  expect(find(text, index.without(['post.example/2']))).toEqual(['kept-b/1 verbatim', 'kept-b/0 verbatim']);
});

test('stories are read from an index as they were compiled, and compiled again', () => {
  const stories = [storyOf('a', [closing]), storyOf('b', [asked], { ownPages: [['post.example/1', [0]]] })];
  const compiled = compileStories(stories);
  expect(readCompiledStories(compiled, () => true)).toEqual(stories);
  const [, left] = stories;
  expect(compileStories(readCompiledStories(compiled, ({ id }) => id === 'b'))).toEqual(
    compileStories([left as StoryStatements]),
  );
});

test('erasing looks at each story once, and leaves the words of the others', () => {
  const stories = Array.from({ length: 200 }, (_, n) =>
    storyOf(String(n), [`${closing} Number ${n}.`, asked]),
  );
  const compiled = compileStories(stories);
  let readings = 0;
  const observed = compiled.stories.map((story) => ({
    ...story,
    get firstStatement() {
      readings += 1;
      return story.firstStatement;
    },
  }));
  const erased = eraseStories({ ...compiled, stories: observed }, ({ id }) => Number(id) % 2 === 0);
  expect(readings).toBe(100);
  expect(readCompiledStories(erased, () => true)).toEqual(stories.filter((_, n) => n % 2 === 1));
  expect(new TextDecoder().decode(erased.statements)).not.toContain('Number 2.');
});

test('bytes of another version are refused', () => {
  const compiled = compileStories([storyOf('a', [closing])]);
  const broken = { ...compiled, statements: compiled.statements.map((byte) => byte ^ 1) };
  expect(() => openStoryIndex(broken, () => true)).toThrow(RangeError);
});

test('two long words in common make nothing of a quotation a candidate', () => {
  const visited: string[] = [];
  const index = openStoryIndex(compileStories([storyOf('a', [closing])]), () => true);
  const watched: StatementIndex = {
    ...index,
    statement(number) {
      visited.push(index.statement(number).ref);
      return index.statement(number);
    },
  };
  expect(find('“Rusted pillars are cheap, and its pillars rusted through,” he said.', watched)).toEqual([]);
  // Looked at once, to compare words, and not read for alignment.
  expect(visited.length).toBeLessThanOrEqual(1);
});

test('a printing is found though it is cut, reworded or altered', () => {
  const index = openStoryIndex(compileStories([storyOf('a', [closing])]), () => true);
  expect(find('“The old bridge will be closed before winter,” she said.', index)).toEqual([
    'kept-a/0 trimmed',
  ]);
  expect(
    find('“The old bridge will not be closed before winter because its pillars are rusted.”', index),
  ).toEqual(['kept-a/0 altered']);
});

test('of what a person and a story know, the person’s pack has the mark', () => {
  const kept = openStoryIndex(compileStories([storyOf('a', [`${closing} ${asked}`])]), () => true);
  const pack = openStoryIndex(
    compileStories([{ ...storyOf('p', []), statements: [statementOf('bridge/one', closing)] }]),
    () => true,
  );
  expect(find(`“${closing} ${asked}”`, kept, pack)).toEqual(['bridge/one verbatim']);
});
