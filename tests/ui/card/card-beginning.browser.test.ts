import { expect, test, vi } from 'vitest';
import { waitUntil } from '../wait-until.ts';
import { card, pause } from './card-statement.ts';
import { byId, dialog, isShown, port, prepareCards, requestFor, services } from './tested-card.ts';

prepareCards();

test('a card longer than it can be high is drawn to its edge first; what follows moves nothing', async () => {
  const statements = Array.from({ length: 12 }, (_, at) => ({
    ...pause,
    ref: `test/said-${at}`,
    sentences: ['A sentence that goes on for a while before it comes to its end. '.repeat(6)],
  }));
  const summary = 'What it is, in more words than fit into one line. '.repeat(12);
  services.loadContent.mockResolvedValue({ ...card, statements, summary });
  const held: FrameRequestCallback[] = [];
  const frames = vi.spyOn(window, 'requestAnimationFrame').mockImplementation((draw) => held.push(draw));
  port.open(requestFor(byId('term')));
  await waitUntil(isShown);
  const shown = dialog() as HTMLElement;
  expect(shown.querySelectorAll('.statement')).toHaveLength(1);
  expect(shown.querySelector('.pack-provenance')).toBeNull();
  const first = [...shown.querySelectorAll('header, .body, .body *, footer, footer *')];
  const before = first.map((element) => rectOf(element));
  frames.mockRestore();
  for (const draw of held) requestAnimationFrame(draw);
  await waitUntil(() => shown.querySelector('.pack-provenance') !== null);
  expect(shown.querySelectorAll('.statement')).toHaveLength(3);
  expect(first.every((element) => element.isConnected)).toBe(true);
  const edge = shown.querySelector('.body')?.getBoundingClientRect().bottom ?? 0;
  for (const [at, element] of first.entries()) {
    const now = rectOf(element);
    // Lists and sections that reach below the fold continue there.
    expect({ ...now, bottom: Math.min(now.bottom, edge) }).toEqual({
      ...before[at],
      bottom: Math.min(before[at]?.bottom ?? 0, edge),
    });
  }
});

test('a card that is less high than it may be is whole when it is first seen', async () => {
  services.loadContent.mockResolvedValue({ ...card, statements: [], positions: [] });
  const frames = vi.spyOn(window, 'requestAnimationFrame').mockReturnValue(0);
  port.open(requestFor(byId('term')));
  await waitUntil(isShown);
  frames.mockRestore();
  expect(dialog()?.querySelector('.pack-provenance')).not.toBeNull();
});

function rectOf(element: Element): Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom'> {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return { left, top, right, bottom };
}
