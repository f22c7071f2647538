/** Firefox tells what is in closed roots to content scripts alone, Chromium what is in open ones. */
export function rootOf(element: Element): ShadowRoot | null {
  const { openOrClosedShadowRoot } = element as { readonly openOrClosedShadowRoot?: ShadowRoot | null };
  return openOrClosedShadowRoot ?? element.shadowRoot;
}

/** What we change ourselves while a card is open. */
const changingStyles = { box: ['zoom'], frame: ['height', 'translate', 'color-scheme'] };
const changingClasses = /\b(?:shown|sheet)\b/g;

/**
 * Firefox hands a page what stands in the box (docs/browser-bugs.md), and whoever has it could make the card invisible, or lay something
 * over it, inside. So the box remembers what it has made, before any page can know of it.
 * @returns whether nothing is in the root but what stands there now, and no other style reaches it; where it stands is not looked at
 */
export function guardBox(root: ShadowRoot, box: HTMLElement, frame: HTMLElement): () => boolean {
  const describe = () => {
    const isWhole = root.firstChild === box && box.firstChild === frame;
    const counts = [root, box, frame].map(({ childNodes }) => childNodes.length);
    // An animation may draw anything; that of the card's appearance ends soon.
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
  // In a root of its own anything could stand before what is inside the element.
  return [attributes, classes, styles, rootOf(element) !== null];
}
