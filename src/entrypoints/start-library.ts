import type { KeepOutcome } from '../contracts/kept-calls.ts';
import { askForPersistenceOnce, isStoragePersistent } from '../extension-pages/ask-for-persistence.ts';
import { readPackTexts } from '../extension-pages/read-pack-texts.ts';
import { callBackground } from '../messaging/call-background.ts';
import { listStories } from '../storage/kept-store.ts';
import { readStoredSettings } from '../storage/read-stored-settings.ts';
import { watchStoredSettings } from '../storage/stored-settings.ts';
import { watchKept } from '../storage/watch-kept.ts';
import type { Article } from '../stories/text/article.ts';
import { showLibrary } from '../ui/library/library.tsx';
import type { CallKept } from '../ui/library/stories/use-kept-outcome.ts';
import type { LibraryOverview } from '../ui/library/worker/describe-packs.ts';
import type { LibraryService } from '../ui/library/worker/library-service.ts';

/** What the first entry point has been watching since before its first request. */
interface Watched {
  watchPacks(onChange: () => void): void;
  readonly signal: AbortSignal;
}

/** Renders the library. @param firstOverview of the packs that `service` is loading */
export function startLibrary(
  service: LibraryService,
  firstOverview: Promise<LibraryOverview>,
  { watchPacks, signal }: Watched,
): void {
  const root = document.getElementById('root');
  if (root === null) return;
  showLibrary(
    root,
    {
      service,
      readPacks: readPackTexts,
      watchPacks,
      watchSettings(onChange) {
        watchStoredSettings(onChange, signal);
        void readStoredSettings().then(onChange);
      },
      changeSettings: (change) => callBackground('changeSettings', change),
      openSettings: () => callBackground('openOptions', {}),
      // The same calls: the compiler does not follow the generic types.
      kept: { call: callBackground as CallKept, watch: (onChange) => watchKept(onChange, signal) },
      files: { readFile, keepText, listStories, isPersistent: isStoragePersistent },
    },
    firstOverview,
  );
}

/** What reads files is loaded when one is opened first. */
async function readFile(file: File): Promise<Article> {
  const { readFile: read } = await import('../extension-pages/files/read-file.ts');
  return read(file, startPdfWorker);
}

function startPdfWorker(): Worker {
  return new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' });
}

async function keepText(article: Article, story: string | undefined): Promise<KeepOutcome> {
  // Now, in the handler of the click: Firefox asks the reader only then. Not awaited: the question may stay open.
  void askForPersistenceOnce();
  return callBackground('keepText', { article, kind: 'file', ...(story && { story }) });
}
