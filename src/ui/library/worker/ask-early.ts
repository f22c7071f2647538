import type { LibraryService } from './library-service.ts';

/**
 * Asks for the story at the address at once, while the page's own code loads: the page gets these answers to its first
 * questions. @param hash `location.hash`
 */
export function askForStoryEarly(service: LibraryService, hash: string): LibraryService {
  const id = /^#\/story\/([\da-f]+)$/.exec(hash)?.[1];
  if (id === undefined) return service;
  return {
    ...service,
    previewStory: answerOnce(id, service.previewStory),
    openStory: answerOnce(id, service.openStory),
  };
}

function answerOnce<Reply>(id: string, ask: (id: string) => Promise<Reply>): (id: string) => Promise<Reply> {
  let first: Promise<Reply> | undefined = ask(id);
  // The page that asks later reports the error.
  first.catch(() => undefined);
  return (wanted) => {
    const early = wanted === id ? first : undefined;
    first = undefined;
    return early ?? ask(wanted);
  };
}
