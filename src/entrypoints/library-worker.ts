import * as keptStore from '../storage/kept-store.ts';
import { serveLibrary } from '../ui/library/worker/library-rpc.ts';
import { createLibraryService } from '../ui/library/worker/library-service.ts';

serveLibrary(globalThis, createLibraryService(keptStore));
