import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';
import { useExtension } from '../driving/start-extension.ts';

const { resolve } = createRequire(import.meta.url);
const monaco = path.join(path.dirname(resolve('monaco-editor')), '..');
const tinymce = path.dirname(resolve('tinymce/package.json'));

/**
 * Served as their makers deliver them: an editor that draws its text itself and one whose text is a document of its own. One
 * that edits the page's own elements (ProseMirror) is in `page-situations.e2e.test.ts`.
 */
const editors = [
  [
    'Monaco',
    `<script src="/monaco/vs/loader.js"></script><script>
      require.config({ paths: { vs: '/monaco/vs' } });
      require(['vs/editor/editor.main'], () => {
        monaco.editor.create(editor, { value: 'Amazon Rekognition in Monaco', language: 'plaintext' });
        window.readText = () => monaco.editor.getModels()[0].getValue();
        editor.dataset.ready = '';
      });
    </script>`,
    '#editor .view-lines',
  ],
  [
    'TinyMCE',
    `<script src="/tinymce/tinymce.min.js"></script><script>
      editor.innerHTML = '<p>Amazon Rekognition in TinyMCE</p>'.repeat(20);
      tinymce.init({ target: editor, license_key: 'gpl', height: 400 }).then(() => {
        window.readText = () => tinymce.activeEditor.getContent({ format: 'text' });
        editor.dataset.ready = '';
      });
    </script>`,
    '.tox-edit-area__iframe',
  ],
] as const;

const typed = ' Amazon Rekognition, typed by hand';

/** The editor's own view of its content. Editors keep spaces at an edge as no-break spaces. */
const readText = () => (globalThis as unknown as { readText(): string }).readText().replaceAll('\u00a0', ' ');

describe.each(browserNames)('an editor in %s', (browser) => {
  const tested = useExtension(browser);

  test.each(editors)(
    '%s is left alone and holds what is typed; the article beside it is marked',
    async (_, script, place) => {
      tested.server.addFolder('/monaco/', monaco);
      tested.server.addFolder('/tinymce/', tinymce);
      const page = await tested.openHtml(
        `<article><p>Police and Gender Shades.</p></article><div id="editor" style="height: 300px"></div>${script}`,
      );
      await page.page.waitForSelector('#editor[data-ready]', { timeout: 30_000 });
      await page.waitForMark('Gender Shades');
      const before = await page.call(readText);
      await page.page.click(place);
      await page.press('End');
      await page.page.keyboard.type(typed);
      const after = await waitFor(
        'the typed text',
        () => page.call(readText),
        (text) => text.includes(typed),
      );
      expect(after.replace(typed, '')).toBe(before);
      // A change after the editor is ready is processed together with it.
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
    },
  );
});
