/** Firefox exposes closed roots to content scripts only, Chromium open ones. */
export function rootOf(element: Element): ShadowRoot | null {
  const { openOrClosedShadowRoot } = element as { readonly openOrClosedShadowRoot?: ShadowRoot | null };
  return openOrClosedShadowRoot ?? element.shadowRoot;
}

/** Styles that our own code changes while a card is open. */
const changingStyles = { box: ['zoom'], frame: ['height', 'translate', 'color-scheme'] };
const changingClasses = /\b(?:shown|sheet)\b/g;

/**
 * Firefox exposes the content of the box to a page (docs/browser-bugs.md), which could then make the card
 * invisible, or cover it, from inside. So the box records what it has created, before any page can know of
 * it.
 * @returns a check that the root contains only what it contains now, and no other style applies; it ignores
 * where the box is
 */
export function guardBox(root: ShadowRoot, box: HTMLElement, frame: HTMLElement): () => boolean {
  const describe = () => {
    const isWhole = root.firstChild === box && box.firstChild === frame;
    const counts = [root, box, frame].map(({ childNodes }) => childNodes.length);
    // An animation may draw anything; the card's own entry animation ends soon.
    const hasMotion = root.getAnimations().length > 0;
    const sheets = [...root.adoptedStyleSheets].map(describeSheet);
    const snapshots = [describeStyle(box, changingStyles.box), describeStyle(frame, changingStyles.frame)];
    return JSON.stringify([isWhole, counts, hasMotion, sheets, snapshots]);
  };
  const made = describe();
  return () => describe() === made;
}

function describeSheet({ disabled, media, cssRules }: CSSStyleSheet): unknown {
  return [disabled, media.mediaText, [...cssRules].map(({ cssText }) => cssText)];
}

function describeStyle(element: HTMLElement, changing: readonly string[]): unknown {
  const attributes = [...element.attributes]
    .filter(({ name }) => name !== 'style' && name !== 'class')
    .map(({ name, value }) => [name, value]);
  const classes = element.className.replace(changingClasses, '').trim();
  const styles = [...element.style].filter((name) => !changing.includes(name));
  // With a shadow root of its own, an element could show anything in place of its content.
  return [attributes, classes, styles, rootOf(element) !== null];
}
