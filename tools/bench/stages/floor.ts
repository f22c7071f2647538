import { offerStage } from '../stage.ts';

/** The lower bound for any reader of a page: one walk over the page's text nodes that reads every character once. */
offerStage(() => {
  const begun = performance.now();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let sum = 0;
  let characters = 0;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const text = node.data;
    const length = text.length;
    for (let i = 0; i < length; i++) sum += text.charCodeAt(i);
    characters += length;
  }
  const ms = performance.now() - begun;
  // Uses the sum, so that the compiler cannot remove the loop.
  return { ms, characters: sum < 0 ? -1 : characters };
});
