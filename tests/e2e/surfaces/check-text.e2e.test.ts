import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElementHandle } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import type { DrivenPage } from '../../../tools/browsers/driven-page.ts';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';
import { makePdf, setLines } from '../../extension-pages/files/make-pdf.ts';
import { useExtension } from '../driving/start-extension.ts';
import { makeTemporaryFolder } from '../driving/temporary-folder.ts';

describe.each(browserNames)('checking a text in %s', (name) => {
  const tested = useExtension(name);

  const read = (library: DrivenPage, selector: string) =>
    library.call((wanted) => document.querySelector(wanted)?.textContent ?? '', selector);
  const readStances = (library: DrivenPage) =>
    library.call(() =>
      [...document.querySelectorAll('.checked .stance')].map(({ textContent }) => textContent),
    );
  const openCheck = () => tested.openSurface('src/entrypoints/library.html#/check');
  const paste = async (library: DrivenPage, text: string) => {
    await library.page.locator('textarea').fill(text);
    await waitFor(
      'the outcome',
      () => read(library, '[role=status]'),
      (status) => status.includes('looked up in'),
    );
  };

  /** Chooses a file as a reader does, fills in the outlet, and keeps it. */
  async function keepFile(
    library: DrivenPage,
    fileName: string,
    content: string | Uint8Array,
  ): Promise<void> {
    const path = join(makeTemporaryFolder('check'), fileName);
    writeFileSync(path, content);
    const field = (await library.page.waitForSelector(
      '.open-file input[type=file]',
    )) as ElementHandle<HTMLInputElement>;
    await field.uploadFile(path);
    await library.page.locator('.source-form input[name=outlet]').fill('The city');
    await library.page.locator('.source-form button[type=submit]').click();
    await waitFor(
      'the file to be kept',
      () => read(library, '.open-file'),
      (text) => text.includes('Kept in the story'),
    );
  }

  test('an answer with one altered quotation of the built-in pack', async () => {
    const library = await openCheck();
    await paste(
      library,
      [
        'Here is what was said:',
        '- Amazon: "We\'re implementing a two-year moratorium on police use of Amazon\'s facial recognition technology."',
        '- Fight for the Future called it "nothing more than a public relations stunt".',
        '- Timnit Gebru: "I was right all along and nobody listened to me."',
      ].join('\n'),
    );
    const stances = await readStances(library);
    expect(stances[0]).toBe('Found, changed in substance');
    expect(stances[1]).toMatch(/^Found nowhere in the \d+ sources$/);
    expect(stances[2]).toBe('Found word for word');
    expect(await read(library, '.checked.altered del')).toBe('one');
    expect(await read(library, '.checked.altered ins')).toBe('two');
    expect(library.errors).toEqual([]);
  });

  const statement = 'We will close the old bridge on Monday, and nobody will open it again before the spring';
  const paragraphs = `“${statement},” Ann Lee said in a long letter to the council of the city of Aberford.`;

  test.each([
    ['release.txt', `The bridge\n\n${paragraphs}\n`],
    [
      'saved.html',
      `<!doctype html><meta charset="utf-8"><title>The bridge</title><article><h1>The bridge</h1>${Array.from({ length: 5 }, (_, n) => `<p>${paragraphs} It is the ${n}th letter that the council has had on the bridge since the spring.</p>`).join('')}</article>`,
    ],
    [
      'court.pdf',
      makePdf([
        [
          { text: 'A paper of the court', y: 700, size: 20 },
          ...setLines(
            [
              '“We will close the old bridge on Monday, and nobody will open',
              'it again before the spring,” Ann Lee said in a long letter to the',
              'council of the city of Aberford.',
            ],
            660,
          ),
        ],
      ]),
    ],
  ])('%s is kept as a source, and what it quotes is found', async (fileName, content) => {
    const library = await openCheck();
    await keepFile(library, fileName, content);
    await paste(library, `Lee: “${statement.replace('Monday', 'Friday')}.”`);
    expect(await readStances(library)).toEqual(['Found, changed in substance']);
    expect(await read(library, '.checked')).toContain('Kept by you');
    expect(await read(library, '.checked .sources')).toContain('The city');
    expect(library.errors).toEqual([]);
  });

  test('a file that is no text is refused with the reason, and nothing is kept', async () => {
    const library = await openCheck();
    const path = join(makeTemporaryFolder('check'), 'scan.pdf');
    writeFileSync(path, makePdf([[]]));
    const field = (await library.page.waitForSelector(
      '.open-file input[type=file]',
    )) as ElementHandle<HTMLInputElement>;
    await field.uploadFile(path);
    await waitFor(
      'the reason',
      () => read(library, '.open-file [role=alert]'),
      (text) => text.startsWith('The PDF has no text'),
    );
  });
});
