import { createCustomHighlightPainter } from '../../../src/page/highlighting/custom-highlight-painter.ts';
import { offerPaint } from '../paint-stage.ts';

offerPaint(() =>
  createCustomHighlightPainter({
    view: window,
    nameOf: (word) => `sidelight-${word}`,
    shadowRoots: () => [],
  }),
);
