import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

export interface PageServer {
  /** `http://localhost:PORT`, without a trailing slash. */
  readonly origin: string;
  /** Serves `html` under `path` from now on, and returns its address. */
  addPage(path: string, html: string, headers?: Readonly<Record<string, string>>): string;
  /** A script under `path` that hangs until `end` is called; it is then served empty. */
  addHangingScript(path: string): { end(): void };
  /** Serves the files of a folder under `path`, and returns the address of `path`. */
  addFolder(path: string, folder: string): string;
  close(): Promise<void>;
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.xhtml': 'application/xhtml+xml',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * A web server on localhost with a free port, for pages given as text and for folders. The same pages under
 * `http://127.0.0.1:PORT` count as another origin.
 */
export async function servePages(): Promise<PageServer> {
  const pages = new Map<string, { html: string; headers: Readonly<Record<string, string>> }>();
  const folders = new Map<string, string>();
  const hanging = new Map<string, ServerResponse[]>();
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const page = pages.get(path);
    if (page) {
      response.writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        ...page.headers,
      });
      response.end(page.html);
      return;
    }
    const waiting = hanging.get(path);
    if (waiting) {
      waiting.push(response);
      return;
    }
    if (path === '/favicon.ico') {
      // Chromium requests it unasked, and a missing one would be among the page's errors.
      response.writeHead(204).end();
      return;
    }
    serveFile(folders, path, request, response);
  });
  // Both IP versions: browsers differ in which one `localhost` means.
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The page server has no port.');
  const origin = `http://localhost:${address.port}`;
  return {
    origin,
    addPage(path, html, headers = {}) {
      pages.set(path, { html, headers });
      return origin + path;
    },
    addHangingScript(path) {
      const waiting: ServerResponse[] = [];
      hanging.set(path, waiting);
      return {
        end() {
          for (const response of waiting)
            response.writeHead(200, { 'content-type': 'text/javascript' }).end();
        },
      };
    },
    addFolder(path, folder) {
      folders.set(path, folder);
      return origin + path;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function serveFile(
  folders: ReadonlyMap<string, string>,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  for (const [prefix, folder] of folders) {
    if (!path.startsWith(prefix)) continue;
    const file = normalize(join(folder, path.slice(prefix.length)));
    if (!file.startsWith(normalize(folder) + sep) || !existsSync(file) || !statSync(file).isFile()) continue;
    response.writeHead(200, {
      'content-type': mediaTypes[extname(file)] ?? 'application/octet-stream',
    });
    if (request.method === 'HEAD') response.end();
    else createReadStream(file).pipe(response);
    return;
  }
  response.writeHead(404, { 'content-type': 'text/plain' });
  response.end(`Nothing is served at ${path}`);
}
