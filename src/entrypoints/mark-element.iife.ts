import { createMarkElementPainter } from '../page/highlighting/mark-element-painter.ts';
import { markElementPainterKey } from '../page/highlighting/mark-element-port.ts';

Object.defineProperty(globalThis, markElementPainterKey, {
  value: createMarkElementPainter,
  configurable: true,
});
