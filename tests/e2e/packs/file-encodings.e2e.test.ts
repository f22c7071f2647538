/** A pack and a settings file that are not UTF-8 are refused alike in both browsers, and nothing stored is changed. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ElementHandle } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import type { DrivenPage } from '../../../tools/browsers/driven-page.ts';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';
import { makeTinyPack } from '../../storage/tiny-pack.ts';
import { useExtension } from '../driving/start-extension.ts';
import { makeTemporaryFolder } from '../driving/temporary-folder.ts';
import { choosePack, importPack, listedIds, waitForText } from './packs-section.ts';

const folder = makeTemporaryFolder('encodings');
const pack = JSON.stringify(makeTinyPack('waters', ['Velmora'], { licence: 'frei für alle' }));
const settings = JSON.stringify({
  format: 'sidelight-export',
  formatVersion: 1,
  settings: { exceptions: [{ entity: 'p/é', name: 'Ñame', beside: 'río' }] },
  packs: [],
});

const utf16 = (text: string) => Buffer.from(text, 'utf16le');
const encodings: readonly (readonly [name: string, encode: (text: string) => Buffer, message: string])[] = [
  ['windows-1252', (text) => Buffer.from(text, 'latin1'), 'perhaps Windows-1252: the byte '],
  ['utf-16', (text) => utf16(`\ufeff${text}`), 'is in UTF-16; only UTF-8 is supported'],
  ['utf-16-swapped', (text) => utf16(`\ufeff${text}`).swap16(), 'is in UTF-16; only UTF-8 is supported'],
  ['utf-16-unmarked', utf16, 'is in UTF-16; only UTF-8 is supported'],
];

function write(name: string, bytes: Buffer | string): string {
  const file = path.join(folder, `${name}.json`);
  writeFileSync(file, bytes);
  return file;
}

async function chooseSettings(options: DrivenPage, file: string): Promise<void> {
  const field = await options.page.waitForSelector('#backup input[type=file]');
  await (field as ElementHandle<HTMLInputElement>).uploadFile(file);
}

const waitForSettingsText = (options: DrivenPage, ...parts: string[]): Promise<string> =>
  waitFor(
    `"${parts.join('", "')}" in the section`,
    // biome-ignore lint/performance/useDomNodeTextContent: a reader sees lines, not joined words.
    () => options.call(() => document.querySelector<HTMLElement>('#backup')?.innerText ?? ''),
    (shown) => parts.every((part) => shown.includes(part)),
  );

describe.each(browserNames)('a file in another encoding, in %s,', (name) => {
  const tested = useExtension(name);

  test('is refused as a pack, with its encoding, and the valid pack stays', async () => {
    const options = await tested.openSurface('src/entrypoints/options.html');
    await importPack(options, write('sound', pack), 'The pack waters');
    for (const [encoding, encode, message] of encodings) {
      await choosePack(options, write(encoding, encode(pack)));
      const refusal = await waitForText(options, `${encoding}.json cannot be imported`);
      expect(refusal).toContain(message);
      expect(refusal).toContain('What to do: Open it in a text editor');
    }
    await choosePack(options, write('lost', pack.replaceAll('ü', '\ufffd')));
    const refusal = await waitForText(options, 'lost.json cannot be imported');
    expect(refusal).toMatch(/licence\s+“frei f\S+r alle” contains the character U\+FFFD/);
    expect(await listedIds(options)).toEqual(['facial-recognition', 'waters']);
    await choosePack(options, write('marked', `\ufeff${pack}`));
    expect(await waitForText(options, 'importing it again replaces it')).toContain('frei für alle');
    expect(options.errors).toEqual([]);
  });

  test('is refused as a settings file, too', async () => {
    const options = await tested.openSurface('src/entrypoints/options.html');
    for (const [encoding, encode, message] of encodings) {
      await chooseSettings(options, write(encoding, encode(settings)));
      await waitForSettingsText(options, `${encoding}.json`, message);
    }
    await chooseSettings(options, write('marked', `\ufeff${settings}`));
    await waitForSettingsText(options, 'marked.json', '1 wrong match');
    expect(options.errors).toEqual([]);
  });
});
