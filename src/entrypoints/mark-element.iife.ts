import { createMarkElementPainter } from './page/mark-element-painter.ts';
import { markElementPainterKey } from './page/mark-element-port.ts';

Object.defineProperty(globalThis, markElementPainterKey, {
  value: createMarkElementPainter,
  configurable: true,
});
