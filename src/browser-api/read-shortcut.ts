import browser from 'webextension-polyfill';

/**
 * The keys of one of the manifest's commands, as the browser writes them. Empty if another extension or the
 * reader has taken them, or there are none.
 */
export async function readShortcut(name: string): Promise<string> {
  // Firefox for Android has no commands.
  const commands = (await browser.commands?.getAll()) ?? [];
  return commands.find((command) => command.name === name)?.shortcut ?? '';
}
