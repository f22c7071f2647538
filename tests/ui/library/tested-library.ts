import { afterEach, beforeEach, vi } from 'vitest';
import { page } from 'vitest/browser';
import { changeSettings } from '../../../src/settings/change-settings.ts';
import { defaultSettings, type Settings } from '../../../src/settings/settings.ts';
import libraryStyles from '../../../src/ui/library/library.css?inline';
import { type LibraryServices, showLibrary } from '../../../src/ui/library/library.tsx';
import { createLibraryService } from '../../../src/ui/library/worker/library-service.ts';
import { adoptStyles } from '../adopt-styles.ts';
import { clearSurface } from '../clear-surface.ts';
import { waitUntil } from '../wait-until.ts';
import { emptyReader, noKept } from './kept-reader.ts';
import { libraryPack } from './library-pack.ts';
import { noFiles } from './no-files.ts';

export let place: HTMLElement;
export let notifySettings: (settings: Settings) => void;
export let notifyPacks: () => void;
export const english: Settings = { ...defaultSettings, language: 'en' };
export const readPacks = vi.fn(async () => [JSON.stringify(libraryPack)]);

/** Draws into a place of its own for each test of a file. */
export function prepareLibrary(): void {
  beforeEach(async () => {
    await page.viewport(1200, 900);
    adoptStyles(libraryStyles);
    history.replaceState(null, '', '#/');
    place = document.body.appendChild(document.createElement('div'));
  });

  afterEach(() => {
    clearSurface(place);
    vi.clearAllMocks();
  });
}

/** Opens the library at an address, and waits until its page is rendered. */
export async function openLibrary(
  hash = '#/',
  theme: Settings['theme'] = 'light',
  given: Partial<LibraryServices> = {},
): Promise<void> {
  history.replaceState(null, '', hash);
  showLibrary(place, {
    service: createLibraryService(emptyReader),
    readPacks,
    watchPacks(onChange) {
      notifyPacks = onChange;
    },
    watchSettings(onChange) {
      notifySettings = onChange;
      onChange({ ...english, theme });
    },
    changeSettings: async (change) => changeSettings(english, change),
    openSettings: async () => {},
    kept: noKept,
    files: noFiles,
    ...given,
  });
  await waitUntil(() => place.querySelector('h1') && status() !== 'Preparing the search …');
}

export const alert = () => place.querySelector('[role=alert]')?.textContent ?? undefined;
export const heading = () => place.querySelector('h1')?.textContent;
export const status = () => place.querySelector('[role=status]')?.textContent;
export const search = () => page.getByRole('searchbox', { name: 'Search the library' });
export const titles = () => [...place.querySelectorAll('.results h2 a')].map((link) => link.textContent);
export const link = (name: string) => page.getByRole('link', { name, exact: true }).first();
