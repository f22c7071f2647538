import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * The pages' own scripts and all requests stay off, because only the extension is measured. The two cross-origin
 * headers give the clock a resolution of 5 µs instead of 100 µs.
 */
const pageHeaders = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; connect-src 'self'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

const blankPath = '/blank';

export interface BenchServer {
  /** Makes `bytes` available at the returned path. */
  offer(name: string, bytes: Uint8Array): string;
  /** The address of the page in the file with this number. */
  pageAddress(number: number): string;
  /** The address of an empty page. */
  readonly blankAddress: string;
  close(): void;
}

/** Serves saved pages and stage inputs on the loopback interface. */
export async function serveBench(files: readonly string[]): Promise<BenchServer> {
  const offered = new Map<string, Uint8Array>();
  const server: Server = createServer((request, response) => {
    const path = request.url ?? '/';
    const page = /^\/page\/(\d+)$/.exec(path)?.[1];
    const file = page === undefined ? undefined : files[Number(page)];
    const bytes = offered.get(path);
    if (file !== undefined) response.writeHead(200, pageHeaders).end(readFileSync(file));
    else if (path === blankPath)
      response.writeHead(200, pageHeaders).end('<!doctype html><title>Blank</title>');
    else if (bytes) response.writeHead(200, { 'Content-Type': 'application/octet-stream' }).end(bytes);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  return {
    offer(name, bytes) {
      offered.set(`/input/${name}`, bytes);
      return `/input/${name}`;
    },
    pageAddress: (number) => `${origin}/page/${number}`,
    blankAddress: origin + blankPath,
    close: () => void server.close(),
  };
}
