import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const files: readonly (readonly [string, Uint8Array])[] = [
  'manifest.json',
  'src/b.js',
  'src/a.js',
  'Z.txt',
].map((path) => [path, new TextEncoder().encode(`the contents of ${path}`.repeat(50))]);

let writeZip: (files: ReadonlyMap<string, Uint8Array>) => Uint8Array;

async function begin(): Promise<void> {
  vi.resetModules();
  ({ writeZip } = await import('../../../tools/package/write-zip.ts'));
}

beforeEach(begin);
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

test('the same files give the same archive in any order, at any time and in any time zone', async () => {
  const archive = writeZip(new Map(files));
  vi.useFakeTimers({ now: new Date('2031-07-01T12:00:00Z') });
  vi.stubEnv('TZ', 'Pacific/Auckland');
  await begin();
  expect(Buffer.from(writeZip(new Map([...files].reverse()))).equals(archive)).toBe(true);
});

test('another byte or another name gives another archive', () => {
  const archive = writeZip(new Map(files));
  const [first, ...others] = files;
  for (const changed of [
    [['manifest.json', new Uint8Array([1])], ...others],
    [['manifest2.json', first?.[1]], ...others],
  ]) {
    const other = writeZip(new Map(changed as [string, Uint8Array][]));
    expect(Buffer.from(other).equals(archive)).toBe(false);
  }
});
