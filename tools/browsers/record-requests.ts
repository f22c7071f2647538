import { createServer, request as sendRequest } from 'node:http';
import type { ExtensionOptions } from './launch-extension.ts';

/** A proxy for a whole browser: records every request, and forwards only those for the test's own pages. */
export interface RequestRecord {
  /** Host and path of each request in order; only the host of an encrypted one. */
  readonly requests: readonly string[];
  /** Options that make a browser use it, for loopback addresses too. */
  readonly options: Pick<ExtensionOptions, 'chromiumArguments' | 'firefoxPreferences'>;
  close(): Promise<void>;
}

/** @param pagesOrigin the origin of the test's own pages; all other requests are refused with 502 */
export async function recordRequests(pagesOrigin: string): Promise<RequestRecord> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const address = new URL(request.url ?? '/', 'http://proxy');
    requests.push(address.host + address.pathname);
    if (address.origin !== pagesOrigin) {
      response.writeHead(502).end();
      return;
    }
    const forwarded = sendRequest(address, { method: request.method, headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    forwarded.on('error', () => response.destroy());
    request.pipe(forwarded);
  });
  server.on('connect', (request, socket) => {
    requests.push(request.url ?? '');
    socket.on('error', () => undefined);
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port.');
  const { port } = address;
  return {
    requests,
    options: {
      chromiumArguments: [`--proxy-server=http://127.0.0.1:${port}`, '--proxy-bypass-list=<-loopback>'],
      firefoxPreferences: {
        'network.proxy.type': 1,
        'network.proxy.http': '127.0.0.1',
        'network.proxy.http_port': port,
        'network.proxy.ssl': '127.0.0.1',
        'network.proxy.ssl_port': port,
        'network.proxy.no_proxies_on': '',
        'network.proxy.allow_hijacking_localhost': true,
      },
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
