/** Whether the page itself does something with this click. */
export function isClaimed(event: Event, view: Window & typeof globalThis): boolean {
  const target = event.composedPath()[0];
  return target instanceof view.Element && isClickable(target, view);
}

const clickableSelector = [
  'a[href]',
  'area[href]',
  'button',
  'summary',
  'label',
  'input',
  'select',
  'textarea',
  'option',
  '[role="button"]',
  '[role="link"]',
  '[role="tab"]',
  '[role="menuitem"]',
  '[role="option"]',
  '[role="switch"]',
  '[role="checkbox"]',
].join(',');

/** Whether the page does something with a click on this element, shadow trees included. */
export function isClickable(target: Element, view: Window): boolean {
  for (let element: Element | null | undefined = target; element; ) {
    if (element.closest(clickableSelector)) return true;
    const root = element.getRootNode();
    element = root instanceof ShadowRoot ? root.host : null;
  }
  // A page that shows a hand means "click here" (whole teasers that a script makes into links).
  return view.getComputedStyle(target).cursor === 'pointer';
}
