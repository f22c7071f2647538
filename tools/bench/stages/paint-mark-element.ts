import { createMarkElementPainter } from '../../../src/page/highlighting/mark-element-painter.ts';
import { offerPaint } from '../paint-stage.ts';

offerPaint(() =>
  createMarkElementPainter({
    view: window,
    nameOf: (word) => `sidelight-${word}`,
    shadowRoots: () => [],
    unobserved: (work) => work(),
  }),
);
