import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { browserNames } from '../../tools/browsers/find-browser.ts';
import { useExtension } from './start-extension.ts';

const { resolve } = createRequire(import.meta.url);
const monaco = path.join(path.dirname(resolve('monaco-editor')), '..');
const tinymce = path.dirname(resolve('tinymce/package.json'));

/** Served as their makers deliver them: the editors that are too large to be bundled for a test. */
const editors = [
  [
    'Monaco',
    `<script src="/monaco/vs/loader.js"></script><script>
      require.config({ paths: { vs: '/monaco/vs' } });
      require(['vs/editor/editor.main'], () => {
        monaco.editor.create(editor, { value: 'Amazon Rekognition in Monaco', language: 'plaintext' });
        editor.dataset.ready = '';
      });
    </script>`,
  ],
  [
    'TinyMCE',
    `<script src="/tinymce/tinymce.min.js"></script><script>
      editor.innerHTML = '<p>Amazon Rekognition in TinyMCE</p>'.repeat(20);
      tinymce.init({ target: editor, license_key: 'gpl', height: 400 }).then(() => { editor.dataset.ready = '' });
    </script>`,
  ],
] as const;

describe.each(browserNames)('an editor in %s', (browser) => {
  const tested = useExtension(browser);

  test.each(editors)('%s is left alone, and the article beside it is not', async (_, script) => {
    tested.server.addFolder('/monaco/', monaco);
    tested.server.addFolder('/tinymce/', tinymce);
    const page = await tested.openHtml(
      `<article><p>Police and Gender Shades.</p></article><div id="editor" style="height: 300px"></div>${script}`,
    );
    await page.page.waitForSelector('#editor[data-ready]', { timeout: 30_000 });
    await page.waitForMark('Gender Shades');
    // Whatever comes after the editor stands has been looked at together with it.
    await page.call(() => {
      const paragraph = document.createElement('p');
      paragraph.textContent = 'Joy Buolamwini';
      document.querySelector('article')?.append(paragraph);
    });
    await page.waitForMark('Joy Buolamwini');
    for (const frame of page.page.frames()) {
      const texts = (await page.readMarks(frame)).map(({ text }) => text);
      expect(texts).toEqual(frame === page.page.mainFrame() ? ['Gender Shades', 'Joy Buolamwini'] : []);
    }
    expect(page.errors).toEqual([]);
  });
});
