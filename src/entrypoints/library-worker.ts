import { createKeptPackReader } from '../extension-pages/read-kept-packs.ts';
import { serveLibrary } from '../ui/library/worker/library-rpc.ts';
import { createLibraryService } from '../ui/library/worker/library-service.ts';

serveLibrary(globalThis, createLibraryService(createKeptPackReader()));
