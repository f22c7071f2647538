/**
 * Problems of an imported file are described in the reader's language, and nothing else on the page is in another
 * language.
 */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import surfaceTexts from '../../../assets/_locales/en/messages.json';
import problemTexts from '../../../assets/texts/problems/en.json';
import { setLanguage } from '../../../src/i18n/language.ts';
import { readPackFile } from '../../../src/knowledge/validation/read-pack-file.ts';
import { defaultSettings, type Settings } from '../../../src/settings/settings.ts';
import optionsStyles from '../../../src/ui/options/options.css?inline';
import { showOptions } from '../../../src/ui/options/options-view.tsx';
import { adoptStyles } from '../adopt-styles.ts';
import { clearSurface } from '../clear-surface.ts';
import { waitUntil } from '../wait-until.ts';
import { makeEmptyOptions } from './empty-options.ts';

let place: HTMLElement;

beforeEach(async () => {
  await page.viewport(900, 1200);
  adoptStyles(optionsStyles);
  place = document.body.appendChild(document.createElement('div'));
});

afterEach(() => {
  clearSurface(place);
  setLanguage('en');
});

async function openOptions(settings: Settings): Promise<void> {
  const empty = makeEmptyOptions(settings);
  const startImport = () => ({
    ...empty.packs.startImport(),
    async read(file: File) {
      const { problems } = readPackFile(await file.text(), file.name);
      return { problems };
    },
  });
  showOptions(place, { ...empty, packs: { ...empty.packs, startImport } });
  await waitUntil(() => place.querySelector('#backup button:not([disabled])'));
}

/** A pack with nearly every kind of schema fault. */
function brokenPack(): string {
  const entity = {
    id: 'acme',
    type: 'firm',
    topic: 'firms',
    title: '',
    show: 'always',
    names: 'Acme',
    summary: 'x'.repeat(600),
    summaryCites: [],
    facts: [],
    colour: 1,
    wikidata: 7,
  };
  return JSON.stringify({
    id: 'My Pack',
    title: 'Firms',
    version: 1,
    schemaVersion: 2,
    language: 'en',
    licence: 'CC0-1.0',
    knownTo: '2024-02-31',
    corrections: [],
    topics: [{ id: 'firms', title: 'Firms\u202e', onByDefault: 'yes', color: 'red' }],
    sources: [],
    entities: [entity],
    statements: {},
    claims: [],
    events: [],
  });
}

/** The fixed parts of every English text that are long enough not to be mistaken for a name. */
const englishSentences = [
  ...Object.values(surfaceTexts).map(({ message }) => message),
  ...Object.values(problemTexts).flatMap(({ reason, remedy }) => [reason, remedy]),
]
  .flatMap((message) => message.split(/\{\w+\}/))
  .map((part) => part.trim())
  .filter((part) => part.length > 12 && part.split(' ').length > 2);

const shown = () => (place.textContent ?? '').replace(/\s+/g, ' ');
const fileField = (section: string) =>
  place.querySelector(`#${section} input[type=file]`) as HTMLInputElement;
const englishShown = () => englishSentences.filter((sentence) => shown().includes(sentence));

test('English shows English', async () => {
  await openOptions({ ...defaultSettings, language: 'en' });
  await userEvent.upload(fileField('packs'), new File(['{'], 'mine.json'));
  await waitUntil(() => shown().includes('Invalid JSON: unexpected end of file'));
  expect(englishShown().length).toBeGreaterThan(50);
});

const words = {
  de: [
    'mine.json kann nicht importiert werden',
    '„title“ ist leer oder enthält nichts',
    'Dies ist ein Paket und kein Export.',
  ],
  es: [
    'No se puede importar mine.json',
    '«title» está vacío o no contiene nada',
    'Esto es un paquete y no un archivo exportado.',
  ],
  fr: [
    'mine.json ne peut pas être importé',
    '« title » est vide ou ne contient rien',
    'Ceci est un recueil et non un fichier exporté.',
  ],
};

test.each(Object.entries(words))(
  'a broken pack is refused in %s, and nothing on the page is English',
  async (language, [refused = '', empty = '', notExport = '']) => {
    await openOptions({ ...defaultSettings, language });
    await userEvent.upload(fileField('packs'), new File([brokenPack()], 'mine.json'));
    await waitUntil(() => shown().includes(refused));
    const more = place.querySelector<HTMLButtonElement>('.refused button');
    more?.click();
    await waitUntil(() => shown().includes(empty));
    expect(place.querySelectorAll('.refused li').length).toBeGreaterThan(8);

    const file = new File([brokenPack()], 'saved.json');
    await userEvent.upload(fileField('backup'), file);
    await waitUntil(() => shown().includes(notExport));
    expect(englishShown()).toEqual([]);
  },
);
