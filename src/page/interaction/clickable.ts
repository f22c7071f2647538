import { flatParentOf } from '../dom/flat-tree.ts';

/** Whether the page itself handles this click. */
export function isHandledByPage(event: Event, win: Window & typeof globalThis): boolean {
  const target = event.composedPath()[0];
  return target instanceof win.Element && isClickable(target, win);
}

/** ARIA's widget roles, without those that only contain others. */
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
  // Links in SVG.
  'a[*|href]',
  'area[href]',
  'button',
  'summary',
  'label',
  'input',
  'select',
  'textarea',
  'option',
  // A row that can be selected, unlike one of a plain table.
  '[role~="row" i][aria-selected]',
  // A role attribute may list fallbacks, in upper or lower case.
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

/** Whether the page handles a click on this element, shadow trees included. */
export function isClickable(target: Element, win: Window): boolean {
  for (let element: Element | null = target; element; element = flatParentOf(element)) {
    if (element.matches(clickableSelector)) return true;
  }
  return hasClickCursor(target, win);
}

function hasClickCursor(target: Element, win: Window): boolean {
  const { cursor } = win.getComputedStyle(target);
  // The keyword comes last, after the images.
  const word = cursor.slice(cursor.lastIndexOf(',') + 1).trim();
  if (clickCursors.has(word)) return true;
  // A cursor image of its own signals a click, too; one that the whole page has is decoration.
  return cursor.includes('url(') && cursor !== win.getComputedStyle(win.document.body ?? target).cursor;
}
