import browser from 'webextension-polyfill';

/**
 * The manifest's commands with their present keys, which another extension or the reader may have taken.
 * Empty in Firefox for Android, which has no commands.
 */
export async function getShortcuts(): Promise<{ command: string; keys: string }[]> {
  const commands = (await browser.commands?.getAll()) ?? [];
  return (
    commands
      // The button's own command has no default keys: a click does the same.
      .filter(({ name }) => name !== undefined && !name.startsWith('_execute'))
      .map(({ name = '', shortcut = '' }) => ({ command: name, keys: shortcut }))
  );
}

/** Firefox 137 and later; missing from the polyfill's types. */
interface ShortcutCommands {
  openShortcutSettings?(): Promise<void>;
}

/** Opens the browser's page for changing shortcuts. Resolves to false if there is none that can be opened. */
export async function openShortcutSettings(): Promise<boolean> {
  const commands: ShortcutCommands = browser.commands;
  try {
    if (commands.openShortcutSettings !== undefined) await commands.openShortcutSettings();
    else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
    return true;
  } catch {
    return false;
  }
}
