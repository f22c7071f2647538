import { findNames } from '../../src/matching/names/find-names.ts';
import { openNameIndex } from '../../src/matching/names/name-index.ts';
import type { Highlighter } from '../../src/page/highlighting/highlighter.ts';
import { readBlocks } from '../../src/page/reading/read-blocks.ts';
import { offerStage } from './stage.ts';

/** Draws every name found, which is more than a reader ever sees; finding them is not timed. */
export function offerDraw(createHighlighter: () => Highlighter): void {
  offerStage(({ index: bytes }) => {
    const index = openNameIndex(bytes);
    const work = [...readBlocks(document.body)]
      .map((block) => ({ block, matches: findNames(block.text, index) }))
      .filter(({ matches }) => matches.length > 0);
    const found: string[] = [];
    const begun = performance.now();
    const highlighter = createHighlighter();
    for (const { block, matches } of work) {
      const mentions = matches.map(({ nameIds, start, end }) => {
        const { entity, text, topic, show, weight } = index.name(nameIds[0] as number);
        return {
          entity,
          name: text,
          topic,
          show,
          weight,
          start,
          end,
          style: 0,
          colorScheme: 'light' as const,
        };
      });
      highlighter.draw(block, mentions, []);
      for (const { start, end } of mentions) found.push(block.text.slice(start, end));
    }
    return { ms: performance.now() - begun, found };
  });
}
