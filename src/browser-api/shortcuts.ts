import browser from 'webextension-polyfill';

/**
 * The manifest's commands with the keys that they have now; another extension or the reader may have taken them. None at all in
 * Firefox for Android, which has no commands.
 */
export async function getShortcuts(): Promise<{ command: string; keys: string }[]> {
  const commands = (await browser.commands?.getAll()) ?? [];
  return (
    commands
      // The button's own command has no keys of ours: what it does, a click does.
      .filter(({ name }) => name !== undefined && !name.startsWith('_execute'))
      .map(({ name = '', shortcut = '' }) => ({ command: name, keys: shortcut }))
  );
}

/** Firefox 137 and later; unknown to the polyfill's types. */
interface ShortcutCommands {
  openShortcutSettings?(): Promise<void>;
}

/** Opens the browser's page on which shortcuts are changed; resolves to false where it has none that can be opened. */
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
