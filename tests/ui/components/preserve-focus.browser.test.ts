import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { preserveFocus } from '../../../src/ui/components/preserve-focus.ts';
import { clearSurface } from '../clear-surface.ts';
import { drawSurface, surfaces } from '../drawn-surfaces.ts';
import { enabledButtons, nameOf, settle, waitForButton } from '../press-button.ts';
import { selfRemovingButtons } from '../self-removing-buttons.ts';
import { waitUntil } from '../wait-until.ts';

let place: HTMLElement;

beforeEach(async () => {
  await page.viewport(1000, 900);
  place = document.body.appendChild(document.createElement('div'));
});

afterEach(() => {
  clearSurface(place);
  history.replaceState(null, '', '#/');
});

/** Presses it like a keyboard user: it has the focus, and keeps it until it is removed. */
async function press(button: HTMLButtonElement): Promise<void> {
  button.focus();
  expect(document.activeElement).toBe(button);
  button.click();
}

test.each(selfRemovingButtons)(
  '$surface: the focus does not fall to the page’s beginning when "$button" is removed',
  async (one) => {
    await one.draw(place);
    const button = await waitForButton(place, one.button);
    await press(button);
    await waitUntil(() => !button.isConnected);
    await waitUntil(() => document.activeElement !== document.body);
    await settle();
    const focused = document.activeElement as HTMLElement;
    expect(focused.closest(one.arrives)).not.toBeNull();
    // Nearby, not just anywhere.
    expect(place.contains(focused) && focused !== place).toBe(true);
  },
);

test.each(Object.keys(surfaces))(
  '%s: no button leaves the focus to the page’s beginning',
  async (surface) => {
    await drawSurface(surface, place);
    const names = enabledButtons(place).map(nameOf);
    for (const [at, name] of names.entries()) {
      await drawSurface(surface, place);
      const button = enabledButtons(place)[at];
      if (button === undefined) throw new Error(`${surface} is drawn without "${name}" the second time`);
      await press(button);
      await settle();
      expect([name, document.activeElement === document.body]).toEqual([name, false]);
      clearSurface(place);
      document.body.append(place);
    }
  },
);

test.each(Object.keys(surfaces))('%s: the Tab key comes to every button and field', async (surface) => {
  await drawSurface(surface, place);
  const fields = '.listed :is(button, input), input:not([type=radio], [hidden]), summary, a[href], select';
  const wanted = new Set<Element>([...enabledButtons(place), ...place.querySelectorAll(fields)]);
  // Of a list of points in time only one is a tab stop; the arrow keys continue from there.
  const stops = [...wanted].filter(
    (one) => one.checkVisibility() && one.matches(':not(:disabled, [tabindex="-1"])'),
  );
  const reached = new Set<Element | null>();
  for (let count = 0; count <= stops.length + 20; count += 1) {
    await userEvent.keyboard('{Tab}');
    reached.add(document.activeElement);
  }
  expect(stops.filter((stop) => !reached.has(stop)).map((stop) => stop.outerHTML.slice(0, 120))).toEqual([]);
});

test('what asks has the focus in the moment in which it is drawn: a key that is pressed right then is not lost', async () => {
  const asked = new Set<string>();
  const late: string[] = [];
  const watch = new MutationObserver((changes) => {
    for (const added of changes.flatMap((change) => [...change.addedNodes])) {
      const box = added instanceof Element ? added.closest('.question, .confirm, .preview') : null;
      if (box === null) continue;
      asked.add(box.className);
      if (!box.contains(document.activeElement)) late.push(box.className);
    }
  });
  watch.observe(place, { childList: true, subtree: true });
  const questions = selfRemovingButtons.filter(({ arrives }) => /question|import|reset|packs/.test(arrives));
  for (const one of questions) {
    await one.draw(place);
    await press(await waitForButton(place, one.button));
    await settle();
    clearSurface(place);
    document.body.append(place);
  }
  watch.disconnect();
  expect([...asked].sort()).toEqual(['confirm', 'preview', 'question']);
  expect(late).toEqual([]);
});

test('a reader who has gone elsewhere is left there', async () => {
  place.innerHTML = '<section><button>One</button><p>Words</p></section>';
  preserveFocus(place);
  const button = place.querySelector('button') as HTMLButtonElement;
  button.focus();
  button.blur();
  await settle();
  button.remove();
  await settle();
  expect(document.activeElement).toBe(document.body);
});

test('who takes the focus themselves is not disturbed', async () => {
  place.innerHTML = '<section tabindex="-1"><button>One</button><button>Two</button></section>';
  preserveFocus(place);
  const [one, two] = place.querySelectorAll('button');
  one?.focus();
  one?.remove();
  requestAnimationFrame(() => two?.focus());
  await settle();
  expect(document.activeElement).toBe(two);
});

test('a button that is switched off under the finger gives the focus to its place', async () => {
  place.innerHTML = '<section><div tabindex="-1"><button>One</button></div></section>';
  preserveFocus(place);
  const button = place.querySelector('button') as HTMLButtonElement;
  button.focus();
  button.disabled = true;
  await waitUntil(() => document.activeElement === place.querySelector('div'));
});

test('what is hidden with the button is no place', async () => {
  place.innerHTML = '<section><div tabindex="-1"><button>One</button></div></section>';
  preserveFocus(place);
  const button = place.querySelector('button') as HTMLButtonElement;
  button.focus();
  (button.parentElement as HTMLElement).style.display = 'none';
  button.remove();
  await waitUntil(() => document.activeElement === place.querySelector('section'));
});

test('a signal ends it', async () => {
  place.innerHTML = '<section><button>One</button></section>';
  const ending = new AbortController();
  preserveFocus(place, ending.signal);
  const button = place.querySelector('button') as HTMLButtonElement;
  button.focus();
  ending.abort();
  button.remove();
  await settle();
  expect(document.activeElement).toBe(document.body);
});
