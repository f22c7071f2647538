import { geckoId } from '../../manifest.config.ts';
import type { ExtensionDriver } from './extension-driver.ts';
import { runInWindow } from './launch-firefox.ts';

/** Ends the background as the browser does when it has been idle; the next call wakes it. */
export async function endBackground({ name, browser, extensionOrigin }: ExtensionDriver): Promise<void> {
  if (name === 'firefox') {
    await runInWindow(browser, `WebExtensionPolicy.getByID('${geckoId}').extension.terminateBackground()`);
    return;
  }
  const target = browser
    .targets()
    .find(
      (candidate) => candidate.type() === 'service_worker' && candidate.url().startsWith(extensionOrigin),
    );
  try {
    await (await target?.worker())?.close();
  } catch (error) {
    // It may have ended by itself in the same moment.
    if (!/No (session|target) with given id/.test(String(error))) throw error;
  }
}
