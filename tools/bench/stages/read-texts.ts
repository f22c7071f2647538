import { readBlocks } from '../../../src/page/reading/read-blocks.ts';
import { takeText } from '../../../src/page/reading/take-text.ts';
import { offerStage, type PageTexts } from '../stage.ts';

/** What the page would send to the background; not measured. */
offerStage<PageTexts>(() => ({
  text: takeText(document.body),
  blocks: [...readBlocks(document.body)].map(({ text }) => text),
}));
