import { afterEach, expect, test, vi } from 'vitest';

/** The extension as a content script sees it: what is sent, and whether the background can be reached. */
const extension = {
  asked: [] as { call: string; request?: { text: string } }[],
  verdict: undefined as string | undefined,
  runtime: {
    id: 'own' as string | undefined,
    async sendMessage(message: { call: string; request?: { text: string } }) {
      extension.asked.push(message);
      if (extension.verdict === undefined) {
        throw new Error('Could not establish connection. Receiving end does not exist.');
      }
      return { isOk: true, reply: extension.verdict };
    },
  },
};

const filler = 'Apples were sold by the crate. '.repeat(10);
const comeBack = () => document.dispatchEvent(new Event('visibilitychange'));

afterEach(() => vi.restoreAllMocks());

// A single test: the script starts when it is imported, once.
test('every page sends its text, later only what has changed, and stays quiet whatever happens to the background', async () => {
  Object.assign(globalThis, { browser: extension });
  const complaints = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')];
  const unhandled = vi.fn();
  addEventListener('unhandledrejection', unhandled);
  // The tests run in a frame, and a frame is read only if its text has a minimum length.
  const article = document.createElement('article');
  article.innerHTML = `<p>${filler}</p><script type="text/plain">hidden</script>`;
  document.body.append(article);

  await import('../../src/entrypoints/content.iife.ts');
  // If the background drops a call, the call is retried.
  await expect.poll(() => extension.asked.map(({ call }) => call)).toEqual(['checkText', 'checkText']);
  extension.verdict = 'nothing';
  comeBack();
  await expect.poll(() => extension.asked.length).toBe(3);
  expect(extension.asked.at(-1)?.request?.text).toContain(filler);
  expect(extension.asked.at(-1)?.request?.text).not.toContain('hidden');

  article.insertAdjacentHTML('beforeend', '<p>Pears were not.</p>');
  await expect.poll(() => extension.asked.length).toBe(4);
  expect(extension.asked.at(-1)?.request?.text.trim()).toBe('Pears were not.');

  // The extension has been removed: nothing is called any more.
  extension.runtime.id = undefined;
  article.insertAdjacentHTML('beforeend', '<p>Plums neither.</p>');
  await new Promise((resolve) => requestIdleCallback(resolve));
  article.insertAdjacentHTML('beforeend', '<p>Nor figs.</p>');
  await new Promise((resolve) => requestIdleCallback(resolve));
  expect(extension.asked.length).toBe(4);
  for (const complaint of complaints) expect(complaint).not.toHaveBeenCalled();
  expect(unhandled).not.toHaveBeenCalled();
  removeEventListener('unhandledrejection', unhandled);
  article.remove();
});
