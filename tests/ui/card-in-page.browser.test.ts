/** What a page can do to a card that is open in it, and what the page gives it: long titles, fonts. */
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { card } from './card-statement.ts';
import { settle } from './press-button.ts';
import { button, openCard, port, prepareCards, press, root, services } from './tested-card.ts';
import { waitUntil } from './wait-until.ts';

prepareCards();

test('what a page makes up inside it, by whatever way it came there, does nothing', async () => {
  const shown = await openCard({ pageDate: '2020-06-10' });
  const before = shown.innerHTML;
  const controls = [...root.querySelectorAll<HTMLElement>('button, a, summary')];
  expect(controls.length).toBeGreaterThan(15);
  for (const control of [...controls, shown, shown.querySelector('.body') as HTMLElement]) {
    // False where the click may still follow a link or unfold a summary.
    expect(control.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))).toBe(false);
    control.click();
    const at = { bubbles: true, cancelable: true, composed: true };
    for (const type of ['pointerdown', 'pointerup', 'pointerenter', 'pointermove'])
      control.dispatchEvent(new PointerEvent(type, { ...at, pointerType: 'mouse', isPrimary: true }));
    for (const type of ['mousedown', 'mouseup', 'dblclick', 'auxclick'])
      control.dispatchEvent(new MouseEvent(type, at));
    for (const type of ['keydown', 'keypress', 'keyup'])
      for (const key of ['Enter', ' ', 'Escape', 'Tab'])
        control.dispatchEvent(new KeyboardEvent(type, { ...at, key, code: key }));
    for (const type of ['input', 'change', 'toggle', 'focusin', 'focusout', 'focus', 'blur'])
      control.dispatchEvent(new Event(type, at));
  }
  await settle();
  expect(shown.innerHTML).toBe(before);
  expect(port.isOpen).toBe(true);
  for (const done of [services.hideEntity, services.switchSite, services.openSettings, services.openLibrary])
    expect(done).not.toHaveBeenCalled();
  // The same by a key does something.
  await press(button('Why is this marked?'));
  await waitUntil(() => shown.querySelector('.why') !== null);
});

test('no text of it is set in a font that a page could define', async () => {
  const shown = await openCard({
    pageDate: '2020-06-10',
    mention: { name: 'ExSys', wordsBeside: {} } as never,
  });
  for (const details of shown.querySelectorAll('details')) details.open = true;
  await press(button('Why is this marked?'));
  const families = [...root.querySelectorAll('.card, .card *')].map(
    (one) => getComputedStyle(one).fontFamily,
  );
  expect([...new Set(families)].sort()).toEqual(['serif', 'system-ui, sans-serif']);
});

test('a long title leaves room to read', async () => {
  const title = 'An inquiry into the water of the old harbour and what was found in it '.repeat(4).trim();
  services.loadContent.mockResolvedValue({ ...card, title });
  for (const [width, height, textPx] of [
    [1000, 800, 16],
    [400, 600, 16],
    [320, 640, 32],
  ] as const) {
    await page.viewport(width, height);
    const shown = await openCard();
    shown.parentElement?.style.setProperty('--rem', `${textPx}px`);
    const body = shown.querySelector('.body') as HTMLElement;
    // A title of 280 letters in type twice as large fills the card by itself; then it is scrolled away.
    expect(body.clientHeight).toBeGreaterThan(textPx > 16 ? 180 : 140);
    shown.scrollTo(0, shown.scrollHeight);
    expect(body.getBoundingClientRect().bottom).toBeLessThanOrEqual(shown.getBoundingClientRect().bottom);
    port.close();
  }
});
