import { serveDesk } from '../ui/library/worker/desk-port.ts';
import { createLibraryDesk } from '../ui/library/worker/library-desk.ts';

serveDesk(globalThis, createLibraryDesk());
