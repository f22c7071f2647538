import { createMarkElementHighlighter } from '../page/highlighting/mark-element-highlighter.ts';
import { markElementHighlighterKey } from '../page/highlighting/mark-element-port.ts';

Object.defineProperty(globalThis, markElementHighlighterKey, {
  value: createMarkElementHighlighter,
  configurable: true,
});
