import { CssHighlighter } from '../../../src/page/highlighting/css-highlighter.ts';
import { offerDraw } from '../draw-stage.ts';

offerDraw(
  () =>
    new CssHighlighter({
      win: window,
      nameOf: (word) => `sidelight-${word}`,
      shadowRoots: () => [],
    }),
);
