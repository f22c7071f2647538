import { listStories, readArticlesOfStory } from '../storage/kept-store.ts';
import { serveLibrary } from '../ui/library/worker/library-rpc.ts';
import { createLibraryService } from '../ui/library/worker/library-service.ts';

serveLibrary(globalThis, createLibraryService({ listStories, readArticlesOfStory }));
