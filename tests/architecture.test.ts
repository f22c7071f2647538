/** The house rules of the project, read off the files themselves; each was broken once to see that it bites. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readImports } from './read-imports.ts';

const projectRoot = join(import.meta.dirname, '..');

interface Room {
  readonly rooms: readonly string[];
  readonly packages: readonly string[];
  /** Rooms whose types may be named here though their code may not be called: they describe what travels. */
  readonly types?: readonly string[];
}

/** What each room may import. Arrows point down only. */
const rooms: Readonly<Record<string, Room>> = {
  // Types that cross from one room to another that may not import it.
  contracts: { rooms: [], packages: [], types: ['matching'] },
  knowledge: { rooms: [], packages: ['valibot', 'diff'] },
  matching: { rooms: ['knowledge'], packages: [] },
  briefing: { rooms: ['knowledge', 'matching'], packages: [] },
  settings: { rooms: ['knowledge'], packages: ['valibot'] },
  stories: { rooms: ['knowledge', 'matching'], packages: ['diff'] },
  page: {
    rooms: ['contracts', 'knowledge', 'matching'],
    packages: ['mark.js', '@floating-ui/dom', '@mozilla/readability'],
    types: ['stories'],
  },
  ui: {
    rooms: ['contracts', 'knowledge', 'briefing', 'settings'],
    packages: ['preact', 'd3-time', 'minisearch', 'lucide-preact', 'punycode'],
    types: ['matching'],
  },
  browser: {
    rooms: ['contracts', 'knowledge', 'settings'],
    packages: ['webextension-polyfill', 'idb', 'valibot'],
    // Messages carry cards and traces; the room only passes them on.
    types: ['briefing', 'matching'],
  },
  background: {
    rooms: ['knowledge', 'matching', 'settings', 'browser'],
    packages: ['webextension-polyfill'],
  },
  content: { rooms: ['matching', 'settings', 'page', 'browser', 'ui'], packages: [] },
};

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: projectRoot,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && existsSync(join(projectRoot, file)));
const scripts = files.filter((file) => /\.(ts|tsx|mjs)$/.test(file));
const sources = scripts.filter((file) => file.startsWith('src/'));
const read = (file: string): string => readFileSync(join(projectRoot, file), 'utf8');

/** `knowledge` for `src/knowledge/pack-schema.ts`, undefined for a door. */
function roomOf(file: string): string | undefined {
  const [top, room, ...rest] = file.split('/');
  return top === 'src' && rest.length > 0 ? room : undefined;
}

/** `@floating-ui/dom` for `@floating-ui/dom/deep/file.js`. */
function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function complain(file: string, specifier: string, isTypeOnly: boolean): string | undefined {
  const name = roomOf(file);
  if (name === undefined) return undefined;
  const room = rooms[name];
  if (!room)
    return `${file}: ${name} is not a room of docs/floor-plan.md; tests/architecture.test.ts lists them`;
  if (!specifier.startsWith('.')) {
    if (room.packages.includes(packageOf(specifier))) return undefined;
    return `${file} imports '${specifier}', a package that ${name} may not use`;
  }
  const target = normalize(join(dirname(file), specifier.replace(/\?.*$/, '')));
  if (target.startsWith('assets/')) return undefined;
  const targetRoom = roomOf(target);
  if (targetRoom === undefined) return `${file} imports '${specifier}', which is outside the rooms`;
  const allowed = [name, ...room.rooms, ...(isTypeOnly ? (room.types ?? []) : [])];
  if (allowed.includes(targetRoom)) return undefined;
  return `${file} imports '${specifier}', but ${name} may not know ${targetRoom}`;
}

describe('rooms', () => {
  test('import only what lies below them and the packages that are theirs', () => {
    const complaints = sources.flatMap((file) =>
      readImports(read(file)).flatMap(
        ({ specifier, isTypeOnly }) => complain(file, specifier, isTypeOnly) ?? [],
      ),
    );
    expect(complaints).toEqual([]);
  });

  test.each([
    ['src/page/a.ts', '../settings/settings.ts', false, 'page may not know settings'],
    ['src/ui/a.tsx', '../page/painter.ts', true, 'ui may not know page'],
    ['src/ui/a.tsx', '../matching/find-mentions.ts', false, 'ui may not know matching'],
    ['src/knowledge/a.ts', 'preact', false, 'a package that knowledge may not use'],
    ['src/matching/a.ts', '../background.ts', false, 'outside the rooms'],
    ['src/misc/a.ts', './b.ts', false, 'not a room'],
  ])('refuse, in %s, the import of %s', (file, specifier, isTypeOnly, reason) => {
    expect(complain(file, specifier, isTypeOnly)).toContain(reason);
  });

  test('reach the extension API only from browser, background and the doors', () => {
    const users = sources.filter((file) => {
      const name = roomOf(file);
      return (
        name !== undefined &&
        name !== 'browser' &&
        name !== 'background' &&
        /\b(browser|chrome)\.[a-z]\w*\.\w/.test(withoutComments(read(file)))
      );
    });
    // `chrome.dom`, the one exception: the only way into a closed shadow root that Chromium has.
    expect(users.filter((file) => !isClosedRootReader(file))).toEqual([]);
  });

  test('that hold browser.* leave the page alone; whether a tab is seen is all they may ask', () => {
    const users = sources.filter(
      (file) =>
        roomOf(file) === 'browser' &&
        /\b(document|window)\.(?!visibilityState|addEventListener)\w/.test(withoutComments(read(file))),
    );
    expect(users).toEqual([]);
  });
});

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
}

function isClosedRootReader(file: string): boolean {
  const uses = withoutComments(read(file)).match(/\b(browser|chrome)\.[a-z]\w*\.\w+/g) ?? [];
  return roomOf(file) === 'page' && uses.every((use) => use === 'chrome.dom.openOrClosedShadowRoot');
}

describe('doors', () => {
  // What the browser or another door loads by itself; only these may stand beside the rooms.
  const known = [
    ...[
      'background.ts',
      'content.iife.ts',
      'card-box.iife.ts',
      'mark-element.iife.ts',
      'page.iife.ts',
      'ask-always.iife.ts',
    ],
    'pack-worker.ts',
    ...['options.ts', 'start-options.tsx', 'library.ts', 'start-library.ts', 'library-worker.ts'],
    ...['card.ts', 'toolbar.tsx', 'panel.tsx', 'welcome.tsx'],
  ];
  const doors = sources.filter((file) => roomOf(file) === undefined);
  /** Loaded by the door before it, which has asked its questions first. */
  const secondDoors: Readonly<Record<string, string>> = {
    'src/options.ts': './start-options.tsx',
    'src/library.ts': './start-library.ts',
  };

  test('are those that the browsers open', () => {
    expect(doors.length).toBeGreaterThan(0);
    expect(doors.filter((file) => !known.includes(basename(file)))).toEqual([]);
  });

  test('only wire: they stay short, and no file takes anything from them', () => {
    expect(doors.filter((file) => read(file).split('\n').length > 120)).toEqual([]);
    const takers = sources.flatMap((file) =>
      readImports(read(file))
        .filter(({ specifier }) => specifier.startsWith('.') && !specifier.includes('?script'))
        .filter(({ specifier }) => secondDoors[file] !== specifier)
        .filter(({ specifier }) => doors.includes(normalize(join(dirname(file), specifier))))
        .map(({ specifier }) => `${file} imports '${specifier}'`),
    );
    expect(takers).toEqual([]);
  });
});

describe('files', () => {
  const vagueNames = /^(utils?|helpers?|common|shared|misc|lib|core|index)$/;

  test('have names that say what they hold', () => {
    const vague = files.filter((file) =>
      file
        .split('/')
        .some((part) => vagueNames.test(part.slice(0, part.length - extname(part).length) || part)),
    );
    expect(vague).toEqual([]);
  });

  test('stand in the places that the design gives them', () => {
    const allowed = [
      ...['package.json', 'package-lock.json', 'manifest.config.ts', 'vite.config.ts', 'tsconfig.json'],
      ...[
        'src',
        'assets',
        'tests',
        'docs',
        'tools',
        'README.md',
        'LICENSE',
        'CONTRIBUTING.md',
        'CHANGELOG.md',
      ],
    ];
    const top = new Set(files.map((file) => file.split('/')[0] ?? file));
    expect([...top].filter((name) => !name.startsWith('.') && !allowed.includes(name))).toEqual([]);
  });

  test('stay under 400 lines', () => {
    const long = scripts.filter((file) => read(file).split('\n').length > 400);
    expect(long).toEqual([]);
  });

  test('import each other with their endings', () => {
    const bare = scripts.flatMap((file) =>
      readImports(read(file))
        .filter(
          ({ specifier }) => specifier.startsWith('.') && extname(specifier.replace(/\?.*$/, '')) === '',
        )
        .map(({ specifier }) => `${file} imports '${specifier}'`),
    );
    expect(bare).toEqual([]);
  });

  test('of tests mirror a room, a door, a tool or the whole', () => {
    const strays = files.filter((file) => {
      if (!/\.test\.tsx?$/.test(file)) return false;
      const folder = file.split('/')[1] ?? '';
      return file.split('/').length > 2 && !(folder in rooms) && !['e2e', 'tools', 'assets'].includes(folder);
    });
    expect(strays).toEqual([]);
  });

  test('name no place of the machine they were written on', () => {
    // In two halves, so that this file does not name it either.
    const homes = new RegExp(
      `(?<![\\w/.])(${['/wo', 'rk/|/ro', 'ot/|/ho', 'me/\\w|/tm', 'p/\\w'].join('')})`,
    );
    const naming = files.filter(
      (file) =>
        /\.(ts|tsx|mjs|json|md|html|css)$/.test(file) &&
        !file.startsWith('tests/fixtures/') &&
        file !== 'package-lock.json' &&
        homes.test(read(file)),
    );
    expect(naming).toEqual([]);
  });
});

describe('interface texts', () => {
  const locales = files.filter((file) => /^assets\/_locales\/\w+\/messages\.json$/.test(file));
  const keysOf = (file: string): string[] => Object.keys(JSON.parse(read(file)));
  const english = keysOf('assets/_locales/en/messages.json');

  test('named in the manifest exist', () => {
    const named = [...read('manifest.config.ts').matchAll(/__MSG_(\w+)__/g)].map(([, key]) => key);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((key) => !english.includes(key ?? ''))).toEqual([]);
  });

  test('are the same in every language', () => {
    for (const locale of locales)
      expect([basename(dirname(locale)), keysOf(locale).sort()]).toEqual([
        basename(dirname(locale)),
        [...english].sort(),
      ]);
  });
});
