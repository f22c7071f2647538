/**
 * Ways for a page to learn an address: functions that run in the page, each on its own
 * (`tools/browsers/call-in-page.ts`).
 */

interface Watch {
  readonly texts: Set<string>;
  readonly messages: string[];
  readonly frames: Set<HTMLIFrameElement>;
  boxes: number;
}

/** What could contain an address, and what was sent to the page. */
export interface Learnt {
  readonly texts: readonly string[];
  readonly messages: readonly string[];
  readonly boxes: number;
}

/** Runs first in the page: records what the browser reports of resources, frames, errors and violations. */
export function watchAddresses(): void {
  const watch: Watch = { texts: new Set(), messages: [], frames: new Set(), boxes: 0 };
  Object.assign(globalThis, { watch });
  const note = (value: unknown): void => {
    try {
      watch.texts.add(typeof value === 'string' ? value : JSON.stringify(value));
    } catch {
      // A value that cannot be serialised contains no address.
    }
  };
  for (const type of PerformanceObserver.supportedEntryTypes) {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) note(entry);
    }).observe({ type, buffered: true });
  }
  const { ReportingObserver } = globalThis as unknown as {
    ReportingObserver?: new (
      callback: (reports: { toJSON(): unknown }[]) => void,
      options: object,
    ) => { observe(): void };
  };
  if (ReportingObserver)
    new ReportingObserver((reports) => note(reports.map((report) => report.toJSON())), {
      buffered: true,
    }).observe();
  addEventListener('message', (event) =>
    watch.messages.push(`${event.origin} ${JSON.stringify(event.data)}`),
  );
  const types = [
    'securitypolicyviolation',
    'error',
    'unhandledrejection',
    'load',
    'beforetoggle',
    'toggle',
    'blur',
    'focus',
  ];
  for (const type of [
    ...types,
    'pointerover',
    'mouseover',
    'pointermove',
    'click',
    'keydown',
    'fullscreenchange',
  ]) {
    addEventListener(
      type,
      (event) => {
        note(new Error('Where from?').stack);
        const repliesByName: Record<string, unknown> = {};
        for (const name in event) {
          const value = (event as unknown as Record<string, unknown>)[name];
          if (typeof value === 'string') repliesByName[name] = value;
          // In Firefox some of these return the frame itself.
          if (value instanceof HTMLIFrameElement) watch.frames.add(value);
          const root = value instanceof Node ? value.getRootNode() : undefined;
          if (root instanceof ShadowRoot)
            for (const frame of root.querySelectorAll('iframe')) watch.frames.add(frame);
        }
        note(repliesByName);
      },
      true,
    );
  }
  new MutationObserver((records) => {
    for (const { target, addedNodes } of records) {
      for (const node of [target, ...addedNodes]) if (node instanceof Element) note(node.outerHTML);
      for (const node of addedNodes) if (node instanceof HTMLElement && node.popover) watch.boxes += 1;
    }
  }).observe(document, { childList: true, subtree: true, attributes: true });
}

/** Everything so far that could contain an address. */
export function learnAddresses(): Learnt {
  const { watch } = globalThis as unknown as { watch: Watch };
  const texts = [...watch.texts, document.documentElement.outerHTML, document.referrer];
  const attempt = (read: () => unknown): void => {
    try {
      texts.push(String(read()));
    } catch (error) {
      texts.push(String(error));
    }
  };
  const frames = new Set([...watch.frames, ...document.querySelectorAll('iframe')]);
  for (const frame of frames) {
    texts.push(frame.outerHTML, frame.src, frame.name);
    for (const read of [
      () => frame.contentWindow?.location.href,
      () => `${frame.contentWindow?.location}`,
      () => frame.contentWindow?.name,
      () => frame.contentWindow?.origin,
      () => frame.contentDocument?.URL,
      () => frame.contentWindow?.document.documentElement.outerHTML,
      () => frame.getSVGDocument()?.URL,
    ])
      attempt(read);
  }
  for (let at = 0; at < window.length; at += 1) attempt(() => window[at]?.location.href);
  for (const entry of performance.getEntries()) texts.push(JSON.stringify(entry));
  for (const sheet of [...document.styleSheets, ...document.adoptedStyleSheets]) {
    texts.push(sheet.href ?? '');
    attempt(() => [...sheet.cssRules].map((rule) => rule.cssText).join(' '));
  }
  const { navigation } = window as unknown as { navigation?: { entries(): { url: string }[] } };
  for (const { url } of navigation?.entries() ?? []) texts.push(url);
  for (const animation of document.getAnimations()) attempt(() => animation.id);
  for (const origin of location.ancestorOrigins ?? []) texts.push(origin);
  return { texts, messages: watch.messages, boxes: watch.boxes };
}

/** Which of the addresses gave something, and by which way of asking. All are asked at once: a frame may never say that it has nothing. */
export async function askForFile(addresses: string[]): Promise<{ address: string; way: string }[]> {
  const had: { address: string; way: string }[] = [];
  const byElement = (
    name: string,
    attribute: string,
    address: string,
    also: Readonly<Record<string, string>> = {},
  ) =>
    new Promise<void>((resolve) => {
      const element = document.createElement(name);
      for (const [key, value] of Object.entries(also)) element.setAttribute(key, value);
      element.addEventListener('load', () => {
        had.push({ address, way: name });
        resolve();
      });
      element.addEventListener('error', () => resolve());
      element.setAttribute(attribute, address);
      document.head.append(element);
    });
  const askFor = (address: string) => {
    const frame = document.createElement('iframe');
    frame.src = address;
    const framed = new Promise<void>((resolve) => {
      // An error page has loaded, too: the browser is queried for the frames' content.
      frame.onload = frame.onerror = () => resolve();
      setTimeout(resolve, 3_000);
    });
    document.body.append(frame);
    return Promise.all([
      ...(['cors', 'no-cors'] as const).map((mode) =>
        fetch(address, { mode }).then(
          () => void had.push({ address, way: 'fetch' }),
          () => undefined,
        ),
      ),
      new Promise<void>((resolve) => {
        const request = new XMLHttpRequest();
        request.onloadend = () => {
          if (request.status !== 0 || request.responseText !== '') had.push({ address, way: 'request' });
          resolve();
        };
        request.open('GET', address);
        try {
          request.send();
        } catch {
          resolve();
        }
      }),
      byElement('img', 'src', address),
      byElement('script', 'src', address),
      byElement('link', 'href', address, { rel: 'stylesheet' }),
      framed,
    ]);
  };
  await Promise.all(addresses.map(askFor));
  return had;
}

/** Posts the extension's own messages to every frame and every port. */
export function postEverything(): void {
  const scope = globalThis as unknown as { answers?: string[] };
  scope.answers ??= [];
  const { answers } = scope;
  addEventListener('message', (event) => answers.push(`${event.origin} ${JSON.stringify(event.data)}`));
  const content = { kind: 'entity', ref: 'ai-and-society/rekognition', title: 'Made up', claims: [] };
  const messages = [
    'ready',
    { type: 'ready' },
    { to: 'background', call: 'getSettings' },
    { to: 'card', call: 'show', request: content },
    { to: 'card', call: 'showCard', request: { content, settings: {} } },
    { to: 'content', call: 'readArticle' },
    { token: '0', content },
    content,
  ];
  for (let at = 0; at < window.length; at += 1) {
    for (const message of messages) {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = (event) => answers.push(JSON.stringify(event.data));
      window[at]?.postMessage(message, '*');
      window[at]?.postMessage(message, '*', [port2]);
    }
  }
}

export function readAnswers(): string[] {
  return (globalThis as unknown as { answers?: string[] }).answers ?? [];
}
