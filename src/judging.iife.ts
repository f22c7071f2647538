import { findTraces } from './matching/find-traces.ts';
import { makeJudge } from './page/judge-page.ts';
import { judgingKey, type OpenJudging } from './page/judging-port.ts';
import { readArticle } from './page/read-article.ts';

const open: OpenJudging = (names, statements) => ({
  judge: makeJudge(names),
  findTraces: (text) => findTraces(text, statements),
  readArticle,
});

Object.defineProperty(globalThis, judgingKey, { value: open, configurable: true });
