import { expect, test } from 'vitest';
import { compileStatements } from '../../../src/matching/quotations/compile-statements.ts';
import { statementsOfPack } from '../../../src/matching/quotations/indexed-statement.ts';
import { matchQuotes } from '../../../src/matching/quotations/match-quotes.ts';
import { openStatementIndex } from '../../../src/matching/quotations/statement-index.ts';
import { passageOf, toHighlightedItems } from '../../../src/page/highlighting/highlighted-item.ts';
import { panelPack } from '../../view-models/panel-pack.ts';

const said =
  'The harbour board will replace every pipe of lead before the winter, and the families pay nothing.';
const statement = {
  ...{ id: 'board', speaker: { text: 'Ann Lee' }, about: [], sentences: [said], wordings: [] },
};
const index = openStatementIndex(
  compileStatements(statementsOfPack({ ...panelPack, statements: [statement] })),
);

const head = 'The harbour board will replace every pipe of lead before the winter';
const tail = 'and the families pay nothing';

test.each([
  ['at once', `“${said}” Ann Lee said.`, [said.slice(0, -1)]],
  ['in two parts', `“${head},” Ann Lee said, “${tail}.”`, Array(2).fill(`${head} … ${tail}`)],
  ['twice', `“${head},” Ann Lee said. Again: “${head}.”`, [head, head]],
])('a quotation that a page prints %s is one passage', (_how, text, passages) => {
  const traces = matchQuotes(text, index).map((match) => ({ ...match, colorScheme: 'light' as const }));
  const items = toHighlightedItems({ text, nodes: [], starts: [] }, [], traces);
  expect(items.map(passageOf)).toEqual(passages);
});
