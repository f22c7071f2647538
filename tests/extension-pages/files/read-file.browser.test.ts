import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.mjs?url';
import { describe, expect, test, vi } from 'vitest';
import { FileError } from '../../../src/contracts/file-problem.ts';
import { readFile } from '../../../src/extension-pages/files/read-file.ts';
import { makePdf, setLines } from './make-pdf.ts';

const startPdfWorker = () => new Worker(workerAddress, { type: 'module' });

const read = (content: BlobPart, name: string) => readFile(new File([content], name), startPdfWorker);

async function failureOf(content: BlobPart, name: string) {
  return read(content, name).then(
    () => undefined,
    (error: unknown) => (error instanceof FileError ? error.problem : error),
  );
}

describe('a text', () => {
  test('is read with its first line as its title', async () => {
    const article = await read(
      '\ufeffThe bridge is closed\r\n\r\n“We will close it,” Ann Lee said.\r\n',
      'bridge.txt',
    );
    expect(article).toMatchObject({
      title: 'The bridge is closed',
      text: 'The bridge is closed\n\n“We will close it,” Ann Lee said.',
      address: '',
    });
  });

  test('without a headline has the name of its file', async () => {
    expect((await read('We will close the bridge.', 'press release.txt')).title).toBe('press release');
  });
});

describe('a saved page', () => {
  const page = (text: string) =>
    `<!doctype html><meta charset="utf-8"><title>The bridge is closed - Daily</title><meta property="og:site_name" content="Daily"><body><nav>Home</nav><article><h1>The bridge is closed</h1>${text}<script>document.title = 'run'; window.wasRun = true;</script><img src="/never-loaded.png" onerror="window.wasRun = true"></article>`;
  const paragraphs = Array.from(
    { length: 6 },
    (_, n) =>
      `<p>The mayor said for the ${n}th time that the old bridge will be closed on Monday, and that it will not be opened again before the end of the year.</p>`,
  ).join('');

  test('gives its article, runs nothing, and loads nothing', async () => {
    const fetched = vi.spyOn(performance, 'getEntriesByType');
    const article = await read(page(paragraphs), 'saved.html');
    expect(article.title).toBe('The bridge is closed');
    expect(article.outlet).toBe('Daily');
    expect(article.text).toContain('for the 3th time');
    expect(article.text).not.toContain('Home');
    expect('wasRun' in window).toBe(false);
    expect(document.querySelector('article')).toBeNull();
    fetched.mockRestore();
    expect(performance.getEntriesByName(new URL('/never-loaded.png', location.href).href)).toEqual([]);
  });

  test('is read in the encoding that it states', async () => {
    const bytes = Uint8Array.from(
      page(paragraphs.replaceAll('mayor', 'ma\u00eetre')).replace('utf-8', 'iso-8859-1'),
      (one) => one.charCodeAt(0),
    );
    expect((await read(bytes, 'saved.htm')).text).toContain('The maître said');
  });

  test.each([
    [
      'states an encoding that it is not in',
      Uint8Array.of(...new TextEncoder().encode('<meta charset="utf-8">'), 0xe9, 0x20),
      'pageEncoding',
    ],
    ['has no article', '<!doctype html><title>Empty</title>', 'fileWithoutArticle'],
  ] as const)('that %s is refused', async (_, content, code) => {
    expect(await failureOf(content, 'a.html')).toMatchObject({ code });
  });
});

describe('a PDF', () => {
  const first = [
    '“We will close the old bridge on Monday, and we will not open',
    'it again before the end of the year,” Ann Lee said in a state-',
    'ment on Sunday.',
  ];

  test('gives its text, and what it says of itself', async () => {
    const pdf = makePdf(
      [
        [
          { text: 'City of Aberford', y: 760, size: 9 },
          { text: 'The bridge is closed', y: 700, size: 20 },
          ...setLines(first, 660),
          { text: '1', x: 300, y: 30, size: 9 },
        ],
        [
          { text: 'City of Aberford', y: 760, size: 9 },
          ...setLines(['The council met on Tuesday.'], 700),
          { text: '2', x: 300, y: 30, size: 9 },
        ],
      ],
      { info: { Author: 'Ann Lee', CreationDate: "D:20260304100000+01'00'" } },
    );
    expect(await read(pdf, 'release.pdf')).toEqual({
      title: 'The bridge is closed',
      outlet: '',
      authors: ['Ann Lee'],
      date: '2026-03-04',
      language: '',
      address: '',
      text: 'The bridge is closed\n\n“We will close the old bridge on Monday, and we will not open it again before the end of the year,” Ann Lee said in a statement on Sunday.\n\nThe council met on Tuesday.',
    });
  });

  test('is one whatever its name', async () => {
    expect((await read(makePdf([setLines(['The bridge is closed.'], 700)]), 'download')).text).toBe(
      'The bridge is closed.',
    );
  });

  test.each([
    ['damaged', Uint8Array.from('%PDF-1.4\nnothing', (one) => one.charCodeAt(0)), 'pdfDamaged'],
    ['another file under that name', 'A text', 'pdfDamaged'],
    ['encrypted', makePdf([setLines(['Secret'], 700)], { isEncrypted: true }), 'pdfEncrypted'],
    ['a picture of a text', makePdf([[]]), 'pdfWithoutText'],
    ['endless', makePdf(Array.from({ length: 1_001 }, () => [])), 'pdfTooLong'],
  ] as const)('that is %s is refused', async (_, content, code) => {
    expect(await failureOf(content, 'a.pdf')).toMatchObject({ code });
  });
});

describe('any file', () => {
  test.each([
    ['is empty', '', 'a.txt', { code: 'fileEmpty', values: {} }],
    ['has no letters', ' \n\n—\n', 'a.txt', { code: 'fileWithoutText', values: {} }],
    [
      'is of another kind',
      'PK\u0003\u0004',
      'a.docx',
      { code: 'fileKindUnknown', values: { file: 'a.docx' } },
    ],
    [
      'is UTF-16',
      Uint8Array.of(0xff, 0xfe, 0x41, 0),
      'a.txt',
      { code: 'fileOtherEncoding', values: { encoding: 'UTF-16' } },
    ],
    [
      'is not UTF-8',
      Uint8Array.of(0x41, 0x0a, 0x42, 0xe9, 0x20),
      'a.txt',
      { code: 'fileNotUtf8', values: { line: 2, column: 2 } },
    ],
    [
      'is too long to be kept',
      'A word. '.repeat(125_001),
      'a.txt',
      { code: 'fileTextTooLong', values: { count: 1_000_007, most: 1_000_000 } },
    ],
    [
      'is too large',
      new Uint8Array(50_000_001),
      'a.txt',
      { code: 'fileTooLarge', values: { megabytes: 51, most: 50 } },
    ],
  ] as const)('that %s is refused', async (_, content, name, failure) => {
    expect(await failureOf(content, name)).toEqual(failure);
  });
});
