import { extractText } from '../../../src/page/reading/extract-text.ts';
import { readBlocks } from '../../../src/page/reading/read-blocks.ts';
import { offerStage, type PageTexts } from '../stage.ts';

/** What the page would send to the background; not timed. */
offerStage<PageTexts>(() => ({
  text: extractText(document.body),
  blocks: [...readBlocks(document.body)].map(({ text }) => text),
}));
