import { render } from 'preact';
import type { CardContent } from '../briefing/card-content.ts';
import type { CardActions } from './card-footer.tsx';
import { CardView } from './card-view.tsx';

/**
 * Draws a card out of sight and forgets it. What draws a card takes several times as long when it runs for the first time (formats of
 * dates and numbers are made, functions compiled); done before the click, the reader does not wait for it (docs/pages.md).
 */
export function rehearseCard(content: CardContent, actions: CardActions): void {
  const place = document.createElement('div');
  const stay = () => undefined;
  render(
    <CardView
      content={content}
      request={{ subject: { kind: 'entity', ref: content.ref }, textOnPage: content.title }}
      actions={actions}
      onBack={stay}
      onForward={stay}
      onRelated={stay}
      onClose={stay}
    />,
    place,
  );
  render(null, place);
}
