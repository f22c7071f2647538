import { findTraces } from '../matching/find-traces.ts';
import { makeJudge } from './judge-page.ts';
import type { OpenJudging } from './judging-port.ts';
import { readArticle } from './read-article.ts';

export const openJudging: OpenJudging = (names, statements) => ({
  judge: makeJudge(names),
  findTraces: (text) => findTraces(text, statements),
  readArticle,
});
