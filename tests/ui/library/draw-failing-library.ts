import { defaultSettings } from '../../../src/settings/settings.ts';
import libraryStyles from '../../../src/ui/library/library.css?inline';
import { showLibrary } from '../../../src/ui/library/library.tsx';
import { createLibraryService } from '../../../src/ui/library/worker/library-service.ts';
import { adoptStyles } from '../adopt-styles.ts';
import { waitUntil } from '../wait-until.ts';
import { emptyReader, noKept } from './kept-reader.ts';
import { libraryPack } from './library-pack.ts';
import { noFiles } from './no-files.ts';

/** A pack with so many entities that the search begins with a part of them. */
const longPack = {
  ...libraryPack,
  entities: Array.from({ length: 30 }, (_, at) => ({
    ...libraryPack.entities[0],
    id: `river-${at}`,
    title: `River ${at}`,
    names: [{ text: `River ${at}` }],
    related: [],
  })),
  statements: [],
  claims: [],
  events: [],
};

/** Draws the library at an address; `failures` of its first queries fail. */
export function drawFailingLibrary(hash: string, { failures = 0 } = {}) {
  return async (place: HTMLElement) => {
    history.replaceState(null, '', hash);
    let left = failures;
    const service = createLibraryService(emptyReader);
    const failing = <Reply>(work: () => Promise<Reply>) => {
      left -= 1;
      return left < 0 ? work() : Promise.reject(new Error('The worker is gone'));
    };
    adoptStyles(libraryStyles);
    showLibrary(place, {
      service: {
        ...service,
        replacePacks: service.replacePacks,
        search: (request) => failing(() => service.search(request)),
        open: (address) => failing(() => service.open(address)),
        check: service.check,
      },
      readPacks: async () => [JSON.stringify(longPack)],
      watchPacks: () => undefined,
      watchSettings: (onChange) => onChange({ ...defaultSettings, language: 'en' }),
      changeSettings: async () => defaultSettings,
      openSettings: async () => undefined,
      kept: noKept,
      files: noFiles,
    });
    await waitUntil(() => place.querySelector('main button'));
  };
}
