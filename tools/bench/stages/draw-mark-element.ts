import { createMarkElementHighlighter } from '../../../src/page/highlighting/mark-element-highlighter.ts';
import { offerDraw } from '../draw-stage.ts';

offerDraw(() =>
  createMarkElementHighlighter({
    win: window,
    nameOf: (word) => `sidelight-${word}`,
    shadowRoots: () => [],
    unobserved: (work) => work(),
  }),
);
