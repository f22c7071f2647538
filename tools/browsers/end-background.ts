import type { Target } from 'puppeteer-core';
import { geckoId } from '../../manifest.config.ts';
import type { ExtensionDriver } from './extension-driver.ts';
import { runInWindow } from './launch-firefox.ts';
import { waitFor } from './wait-for.ts';

/** Terminates the background as the browser does when it has been idle; the next call wakes it. */
export async function endBackground({ name, browser, extensionOrigin }: ExtensionDriver): Promise<void> {
  if (name === 'firefox') {
    await runInWindow(browser, `WebExtensionPolicy.getByID('${geckoId}').extension.terminateBackground()`);
    return;
  }
  const isBackground = (candidate: Target) =>
    candidate.type() === 'service_worker' && candidate.url().startsWith(extensionOrigin);
  const target = browser.targets().find(isBackground);
  if (!target) return;
  // On a busy machine it ends later, and drops calls that it received meanwhile; or it was busy and stays alive.
  await waitFor(
    'the background to end',
    async () => {
      await closeWorker(target);
      return browser.targets().includes(target);
    },
    (isThere) => !isThere,
  );
}

async function closeWorker(target: Target): Promise<void> {
  try {
    await (await target.worker())?.close();
  } catch (error) {
    // It may have ended by itself at the same moment.
    if (!/No (session|target) with given id|Target closed/.test(String(error))) throw error;
  }
}
