import { flatParentOf } from '../dom/flat-tree.ts';

/** Whether the page itself does something with this click. */
export function isHandledByPage(event: Event, win: Window & typeof globalThis): boolean {
  const target = event.composedPath()[0];
  return target instanceof win.Element && isClickable(target, win);
}

/** What ARIA calls widgets, without those that only hold others. */
const clickableRoles = [
  'button',
  'checkbox',
  'combobox',
  'gridcell',
  'link',
  'menuitem',
  'menuitemcheckbox',
  'menuitemradio',
  'option',
  'radio',
  'searchbox',
  'slider',
  'spinbutton',
  'switch',
  'tab',
  'textbox',
  'treeitem',
];

const clickableSelector = [
  'a[href]',
  // Links in pictures made of SVG.
  'a[*|href]',
  'area[href]',
  'button',
  'summary',
  'label',
  'input',
  'select',
  'textarea',
  'option',
  // A row that can be chosen, unlike one of a plain table.
  '[role~="row" i][aria-selected]',
  // A role may name others to fall back on, in letters of either case.
  ...clickableRoles.map((role) => `[role~="${role}" i]`),
].join(',');

/** Cursors that say "click here" (whole teasers that a script makes into links, pictures that open large). */
const clickCursors = new Set([
  'pointer',
  'zoom-in',
  'zoom-out',
  'copy',
  'alias',
  'cell',
  'crosshair',
  'context-menu',
]);

/** Whether the page does something with a click on this element, shadow trees included. */
export function isClickable(target: Element, win: Window): boolean {
  for (let element: Element | null = target; element; element = flatParentOf(element)) {
    if (element.matches(clickableSelector)) return true;
  }
  return hasClickCursor(target, win);
}

function hasClickCursor(target: Element, win: Window): boolean {
  const { cursor } = win.getComputedStyle(target);
  // After the images, for where they cannot be loaded, comes the word for what they mean.
  const word = cursor.slice(cursor.lastIndexOf(',') + 1).trim();
  if (clickCursors.has(word)) return true;
  // An image of its own is an offer, too; one that the whole page has is its decoration.
  return cursor.includes('url(') && cursor !== win.getComputedStyle(win.document.body ?? target).cursor;
}
