import browser from 'webextension-polyfill';

/** The key of one of the manifest's commands, as the browser writes it; empty where another extension took it, or the reader, or where there are none. */
export async function readShortcut(name: string): Promise<string> {
  // Firefox for Android has no commands.
  const commands = (await browser.commands?.getAll()) ?? [];
  return commands.find((command) => command.name === name)?.shortcut ?? '';
}
