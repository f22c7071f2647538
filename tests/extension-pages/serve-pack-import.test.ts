import { expect, test } from 'vitest';
import type { ImportCommand, ImportReport } from '../../src/extension-pages/pack-import.ts';
import { type ImportCompiler, servePackImport } from '../../src/extension-pages/serve-pack-import.ts';
import { maxFileLength } from '../../src/knowledge/pack-limits.ts';
import { maxExportLength } from '../../src/settings/export/export-file.ts';
import type { KeptDescriber } from '../../src/storage/restore-kept.ts';

const compiler: ImportCompiler = {
  compile: () => expect.unreachable('nothing is compiled'),
  version: '1',
  findKnownNames: () => ({ count: 0, samples: [] }),
};

const describer: KeptDescriber = {
  describeText: () => expect.unreachable('nothing is kept'),
  summarise: () => expect.unreachable('nothing is kept'),
  makeKeptId: () => expect.unreachable('nothing is kept'),
};

/** A worker's answer to one command. */
function command(what: ImportCommand): Promise<ImportReport> {
  return new Promise((resolve) => {
    const scope: Parameters<typeof servePackImport>[0] = {
      onmessage: null,
      postMessage: (report) => report.kind !== 'progress' && resolve(report),
    };
    servePackImport(scope, compiler, describer);
    scope.onmessage?.({ data: what } as MessageEvent<ImportCommand>);
  });
}

/** A file that reports another size than it has: no test creates gigabytes. */
function makeSized(size: number): File {
  return Object.defineProperty(new File(['{'], 'huge.json'), 'size', { value: size });
}

/** A file of gigabytes, which must not be read. */
function makeHuge(): File {
  const read = { value: () => expect.unreachable('the file was read') };
  return Object.defineProperties(makeSized(5_000_000_000), {
    text: read,
    arrayBuffer: read,
    slice: read,
    stream: read,
  });
}

const builtIn = { id: 'built-in', title: 'Built in', names: null };

test('a huge file is refused unread, with the size that it has', async () => {
  const problem = {
    file: 'huge.json',
    path: '',
    code: 'fileTooLarge',
    values: { megabytes: 5_000, most: 201 },
  };
  expect(await command({ kind: 'read', file: makeHuge(), builtIn })).toEqual({
    kind: 'refused',
    problems: [problem],
  });
  const { reading } = (await command({
    kind: 'read-export',
    file: makeHuge(),
    name: 'huge.json',
  })) as Extract<ImportReport, { kind: 'export' }>;
  expect(reading).toEqual({
    problems: [{ ...problem, values: { megabytes: 5_000, most: 805 }, remedyOf: 'noExport' }],
  });
});

test('a file that may be within the limit is read, however many bytes its letters take', async () => {
  for (const [kind, most] of [
    ['read', maxFileLength],
    ['read-export', maxExportLength],
  ] as const) {
    const file = makeSized(3 * most);
    const report = await command(kind === 'read' ? { kind, file, builtIn } : { kind, file, name: 'x' });
    const problems =
      report.kind === 'refused' ? report.problems : report.kind === 'export' ? report.reading.problems : [];
    expect(problems.map(({ code }) => code)).toEqual(['jsonCutOff']);
  }
});
