import type { DrivenPage } from '../../../tools/browsers/driven-page.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';

/** A name in the page, and one in a shadow root, which fewer style sheets reach. */
export const shadowArticle = `<article><p>Police used Amazon Rekognition.</p><div id="host"></div></article>
  <script>host.attachShadow({ mode: 'open' }).append(document.createElement('p'));
  host.shadowRoot.firstChild.textContent = 'Gender Shades tested others.';</script>`;
export const linesOfShadowArticle = ['dotted 1.5px', 'dotted 1.5px'];
/** The topic of Amazon Rekognition is blue, that of Gender Shades violet; both names are of the built-in pack. */
export const linesByTopic = ['dashed 1px', 'dotted 1.5px'];

/** Waits until the page's marks have these underlines, read at their place. */
export function waitForLines(page: DrivenPage, lines: readonly string[]) {
  return waitFor(
    `lines ${lines.join(', ')}`,
    () => page.call(readHighlightLines),
    (found) => JSON.stringify(found) === JSON.stringify(lines),
  );
}

/** The underlines of the page's marks, read at their place. */
export function readHighlightLines(): string[] {
  const found: string[] = [];
  for (const [name, highlight] of CSS.highlights) {
    if (!/^(?:[a-p]{16}[a-z0-9]|sidelight-.+)$/.test(name)) continue;
    for (const { startContainer } of highlight) {
      // Undefined for a moment where the page has just replaced its text.
      const element = startContainer.parentElement;
      if (!element) continue;
      const { textDecorationLine, textDecorationStyle, textDecorationThickness } = getComputedStyle(
        element,
        `::highlight(${name})`,
      );
      const isNone = textDecorationLine === 'none';
      found.push(isNone ? 'none' : `${textDecorationStyle} ${textDecorationThickness}`);
    }
  }
  return found.sort();
}
