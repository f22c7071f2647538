import { serveDesk } from './ui/library/desk-port.ts';
import { createLibraryDesk } from './ui/library/library-desk.ts';

serveDesk(globalThis, createLibraryDesk());
