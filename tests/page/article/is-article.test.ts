import { expect, test } from 'vitest';
import { isArticle } from '../../../src/page/article/is-article.ts';

const words = (count: number) => `${Array.from({ length: count }, () => 'rust').join(' ')}.`;

test.each([
  ['a text of some paragraphs', `${words(20)}\n\n${words(25)}`, true],
  ['one long paragraph', words(60), true],
  ['a short notice', words(30), false],
  [
    'a short text that quotes',
    `“We will close the bridge on Monday because two cables have rusted,” Lee said.`,
    true,
  ],
  ['a list of headlines', Array.from({ length: 60 }, () => '“Bridge” shut in Aberford').join('\n\n'), false],
  ['a text without spaces', '阿伯福德市将于周一关闭旧桥，因为两根缆绳已经生锈。'.repeat(8), true],
  ['nothing', '', false],
])('%s', (_name, text, expected) => {
  expect(isArticle(text)).toBe(expected);
});
