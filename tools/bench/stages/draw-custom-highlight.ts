import { createCssHighlighter } from '../../../src/page/highlighting/css-highlighter.ts';
import { offerDraw } from '../draw-stage.ts';

offerDraw(() =>
  createCssHighlighter({
    win: window,
    nameOf: (word) => `sidelight-${word}`,
    shadowRoots: () => [],
  }),
);
