import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import styles from '../../../src/page/interaction/show-notice.css?inline';
import { showNotice } from '../../../src/page/interaction/show-notice.ts';

const attachShadow = Element.prototype.attachShadow;
/** Closed to all scripts: captured where it is created. */
let root: ShadowRoot | undefined;
Element.prototype.attachShadow = function (options) {
  root = attachShadow.call(this, options);
  return root;
};

const notices = () => document.querySelectorAll(':popover-open');
const words = () => root?.querySelector('[role=alert]')?.textContent;

afterEach(() => {
  document.body.replaceChildren();
  for (const notice of notices()) notice.remove();
});

test('a notice is shown above everything, as text, whatever the page’s styles for its elements', async () => {
  document.body.innerHTML =
    '<style>div { position: static !important; display: none !important; opacity: 0 !important }</style>';
  showNotice('No <b>card</b> here.', styles);
  await expect.poll(words).toBe('No <b>card</b> here.');
  const [notice] = notices();
  expect(notice?.matches(':popover-open')).toBe(true);
  expect(notice && getComputedStyle(notice).position).toBe('fixed');
  expect(notice?.checkVisibility({ opacityProperty: true })).toBe(true);
});

test('they stand until the reader’s next click or Esc, and no longer than the next words', async () => {
  showNotice('first', styles);
  showNotice('second', styles);
  await expect.poll(words).toBe('second');
  expect(notices()).toHaveLength(1);
  document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
  dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
  await userEvent.keyboard('x');
  expect(notices()).toHaveLength(1);
  await userEvent.keyboard('{Escape}');
  expect(notices()).toHaveLength(0);
  showNotice('third', styles);
  await userEvent.click(document.body, { position: { x: 1, y: 1 } });
  expect(notices()).toHaveLength(0);
});

test('they are seen while a dialog of the page is open', async () => {
  const dialog = document.body.appendChild(document.createElement('dialog'));
  dialog.append('Subscribe?');
  dialog.showModal();
  showNotice('No card here.', styles);
  expect(dialog.contains(notices()[0] ?? null)).toBe(true);
  expect(dialog.open).toBe(true);
});
