import { render } from 'preact';
import type { CardContent } from '../briefing/card-content.ts';
import type { CardActions } from './card-footer.tsx';
import { CardView } from './card-view.tsx';
import { createDiv } from './create-div.ts';
import { placeCard } from './place-card.ts';
import { fontFamilies } from './tokens.ts';

const { text, quote } = fontFamilies;
/** What the beginning of a card is set in, where the reader's default size is the usual one. */
const fontsOfBeginning = [
  `400 12px ${text}`,
  `600 12px ${text}`,
  `400 13px ${text}`,
  `600 13px ${text}`,
  `650 13px ${text}`,
  `400 15px ${text}`,
  `650 21px ${text}`,
  `400 13px ${quote}`,
  `400 16px ${quote}`,
  `650 16px ${quote}`,
];

/**
 * What draws a card, sets its text and finds its place takes several times as long when it runs for the first time: formats of dates
 * are made, fonts looked up, functions compiled. Done before the click, the reader does not wait for it (docs/performance.md). In steps,
 * between which a click can come: `isWanted` is asked before each.
 */
export async function rehearseCard(
  content: CardContent,
  actions: CardActions,
  isWanted: () => boolean,
): Promise<void> {
  const steps = [
    () => draw(content, actions),
    place,
    ...fontsOfBeginning.map((font) => () => readFont(font)),
  ];
  for (const step of steps) {
    if (!isWanted()) return;
    step();
    await new Promise((resolve) => setTimeout(resolve));
  }
}

/** Out of sight: in no document. */
function draw(content: CardContent, actions: CardActions): void {
  const place = createDiv(document);
  const stay = () => undefined;
  render(
    <CardView
      content={content}
      request={{ subject: { kind: 'entity', ref: content.ref }, textOnPage: content.title }}
      actions={actions}
      isBeginning
      onBack={stay}
      onForward={stay}
      onRelated={stay}
      onClose={stay}
    />,
    place,
  );
  render(null, place);
}

/**
 * The browser looks for a font when a text is first measured in it, on a canvas that is in no document, too; Chromium under Linux waits
 * for another process each time, for every size and weight anew.
 */
function readFont(font: string): void {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d');
  if (!canvas) return;
  canvas.font = font;
  canvas.measureText('Example “2020” · – …');
}

function place(): void {
  const nowhere = { getRects: () => [new DOMRect()], contextElement: document.documentElement };
  // With a signal that has ended it listens to nothing and leaves nothing.
  void placeCard(createDiv(document), nowhere, AbortSignal.abort()).begin();
}
