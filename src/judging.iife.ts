import { judgingKey } from './page/judging-port.ts';
import { openJudging } from './page/open-judging.ts';

Object.defineProperty(globalThis, judgingKey, { value: openJudging, configurable: true });
