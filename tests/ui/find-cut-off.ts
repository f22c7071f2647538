/**
 * Text that a reader cannot see whole, because it overflows the window sideways or is clipped by its box. Names the
 * element and the words. Text that scrolls by design (a table in its own region) is followed only to the region's edge.
 */
export function findCutOff(root: ParentNode, view: Window = window): string[] {
  const width = view.document.documentElement.clientWidth;
  const problems: string[] = [];
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    if (!hasOwnText(element) || !element.checkVisibility({ visibilityProperty: true })) continue;
    if (element.closest('.hidden-visually, svg, option, [aria-hidden="true"]') !== null) continue;
    const name = `${describeElement(element)} “${element.textContent?.trim().slice(0, 40)}”`;
    const scrolls = findScroller(element);
    if (scrolls === null) {
      const { left, right } = textBox(element);
      if (left < -0.5 || right > width + 0.5)
        problems.push(`${name} reaches from ${left} to ${right} of ${width}`);
    }
    const clip = findClip(element);
    if (clip !== undefined) problems.push(`${name} is cut off by ${clip}`);
  }
  return problems;
}

function hasOwnText(element: Element): boolean {
  return [...element.childNodes].some(
    (node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim() !== '',
  );
}

function textBox(element: Element): DOMRect {
  const range = element.ownerDocument.createRange();
  range.selectNodeContents(element);
  return range.getBoundingClientRect();
}

function findScroller(element: Element): Element | null {
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    const { overflowX } = getComputedStyle(at);
    if ((overflowX === 'auto' || overflowX === 'scroll') && at.scrollWidth > at.clientWidth) {
      // Only a region reachable by keyboard may scroll sideways.
      return at.hasAttribute('tabindex') ? at : null;
    }
  }
  return null;
}

/** An ancestor, or the element itself, whose box is smaller than the text and hides the rest. */
function findClip(element: HTMLElement): string | undefined {
  const box = textBox(element);
  for (let at: HTMLElement | null = element; at !== null; at = at.parentElement) {
    const { overflowX, overflowY, textOverflow, display } = getComputedStyle(at);
    if (display === 'inline') continue;
    if (overflowX === 'auto' || overflowX === 'scroll' || overflowY === 'auto' || overflowY === 'scroll')
      return undefined;
    const outer = at.getBoundingClientRect();
    const isCutSideways =
      overflowX !== 'visible' &&
      textOverflow !== 'ellipsis' &&
      (box.left < outer.left - 1 || box.right > outer.right + 1);
    // Collapsed on purpose, with a button that expands it.
    const isFolded = at.classList.contains('folded');
    if (isFolded) return undefined;
    if (isCutSideways || (overflowY !== 'visible' && box.bottom > outer.bottom + 1))
      return describeElement(at);
  }
  return undefined;
}

function describeElement(element: Element): string {
  return `${element.localName}${[...element.classList].map((name) => `.${name}`).join('')}`;
}

/** The part of an element that is not scrolled out of view. */
function seenBox(element: Element): DOMRect {
  const box = element.getBoundingClientRect();
  let [left, top, right, bottom] = [box.left, box.top, box.right, box.bottom];
  for (let at = element.parentElement; at !== null; at = at.parentElement) {
    if (getComputedStyle(at).overflowY === 'visible') continue;
    const outer = at.getBoundingClientRect();
    [left, right] = [Math.max(left, outer.left), Math.min(right, outer.right)];
    [top, bottom] = [Math.max(top, outer.top), Math.min(bottom, outer.bottom)];
  }
  return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
}

/** Elements without text that make a page wider than its window: a control, a picture. */
export function findTooWide(root: ParentNode): string[] {
  const width = document.documentElement.clientWidth;
  return [...root.querySelectorAll('*')]
    .filter(
      (one) =>
        one.checkVisibility() && findScroller(one) === null && one.closest('.hidden-visually') === null,
    )
    .filter((one) => {
      const { left, right } = one.getBoundingClientRect();
      return left < -0.5 || right > width + 0.5;
    })
    .map((one) => `${describeElement(one)} in ${describeElement(one.parentElement ?? one)}`);
}

/** Controls that overlap, so that one of them cannot be pressed. */
export function findOverlaps(root: ParentNode): string[] {
  const controls = [...root.querySelectorAll<HTMLElement>('button, input, select, a[href], summary')].filter(
    (one) =>
      one.checkVisibility({ visibilityProperty: true }) &&
      one.closest('.timeline, .hidden-visually') === null,
  );
  return controls.flatMap((one, at) =>
    controls.slice(at + 1).flatMap((other) => {
      if (one.contains(other) || other.contains(one)) return [];
      if (getComputedStyle(one).display === 'inline' && getComputedStyle(other).display === 'inline')
        return [];
      const [a, b] = [seenBox(one), seenBox(other)];
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      return across > 2 && down > 2
        ? [
            `${describeElement(one)} “${one.textContent}” and ${describeElement(other)} “${other.textContent}”`,
          ]
        : [];
    }),
  );
}
