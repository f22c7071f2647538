import puppeteer, { type Browser, type CDPSession, type Frame, type JSHandle } from 'puppeteer-core';
import { type ExtensionDriver, type LaunchOptions, startTimeoutMs } from './extension-driver.ts';
import { fontEnvironment } from './test-fonts.ts';

/** Quiet and repeatable: no updates, no background requests, no first-run pages. */
const quietArguments = [
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-gpu',
  '--force-color-profile=srgb',
];

/** Starts Chromium with the built extension, as installed by a reader. */
export async function launchChromium(options: LaunchOptions): Promise<ExtensionDriver> {
  const { width, height } = options.windowSize ?? { width: 1280, height: 900 };
  const browser = await puppeteer.launch({
    browser: 'chrome',
    executablePath: options.executablePath,
    headless: !options.hasWindow,
    timeout: startTimeoutMs,
    // Chromium installs extensions only over a pipe.
    pipe: true,
    ...(options.profileFolder && { userDataDir: options.profileFolder }),
    enableExtensions: true,
    env: { ...process.env, ...(options.fonts && fontEnvironment(options.fonts)) },
    defaultViewport: options.hasWindow ? null : { width, height },
    args: [
      ...quietArguments,
      // Chromium refuses to start as root with its sandbox, as in containers and CI.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--window-size=${width},${height}`,
      ...(options.chromiumArguments ?? []),
    ],
  });
  try {
    const id = await browser.installExtension(options.extensionFolder);
    return makeDriver(browser, id, options.extensionFolder);
  } catch (error) {
    await browser.close();
    throw error;
  }
}

function makeDriver(browser: Browser, id: string, extensionFolder: string): ExtensionDriver {
  const extensionOrigin = `chrome-extension://${id}/`;
  const findExtensionPage = async (path: string) => {
    const target = await browser.waitForTarget((candidate) => candidate.url() === extensionOrigin + path);
    return target.asPage();
  };
  return {
    name: 'chromium',
    browser,
    extensionOrigin,
    async openExtensionPage(path) {
      const page = await browser.newPage();
      await page.goto(extensionOrigin + path);
      return page;
    },
    findExtensionPage,
    closeExtensionPage: async (path) => (await findExtensionPage(path)).close(),
    callInClosedRoot,
    async reinstall() {
      const open = await browser.pages();
      // Without any page Chromium would end.
      await browser.newPage();
      await Promise.all(open.map((page) => page.close()));
      await browser.uninstallExtension(id);
      // Its number is made of its folder, and so the same.
      await browser.installExtension(extensionFolder);
    },
    async runCommand(command) {
      const target = await browser.waitForTarget(
        (candidate) => candidate.type() === 'service_worker' && candidate.url().startsWith(extensionOrigin),
      );
      const worker = await target.worker();
      if (!worker)
        throw new Error('The service worker has gone to sleep between being found and being used.');
      await worker.evaluate(
        `chrome.tabs.query({ active: true, lastFocusedWindow: true })
          .then(([tab]) => { chrome.commands.onCommand.dispatch(${JSON.stringify(command)}, tab); })`,
      );
    },
  };
}

async function callInClosedRoot(
  frame: Frame,
  declaration: string,
  args: readonly unknown[],
): Promise<unknown> {
  const hosts = await frame.evaluateHandle('[...document.querySelectorAll(":popover-open")].reverse()');
  try {
    for (const host of (await hosts.getProperties()).values()) {
      const result = await callInRootOf(frame, host, declaration, args);
      if (result) return result.value;
    }
    return undefined;
  } finally {
    await hosts.dispose();
  }
}

/** Puppeteer keeps a frame's session private; frames of another site have their own session. */
function sessionOf(frame: Frame): CDPSession {
  return (frame as Frame & { readonly client: CDPSession }).client;
}

async function callInRootOf(
  frame: Frame,
  host: JSHandle,
  declaration: string,
  args: readonly unknown[],
): Promise<{ value: unknown } | undefined> {
  const { objectId } = host.remoteObject();
  if (!objectId || !host.asElement()) return undefined;
  const session = sessionOf(frame);
  const { node } = await session.send('DOM.describeNode', {
    objectId,
    depth: 1,
    pierce: true,
  });
  const root = node.shadowRoots?.find((candidate) => candidate.shadowRootType === 'closed');
  if (!root) return undefined;
  const { object } = await session.send('DOM.resolveNode', {
    backendNodeId: root.backendNodeId,
  });
  if (!object.objectId) return undefined;
  const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
    objectId: object.objectId,
    functionDeclaration: `function (...args) { return (${declaration})(this, ...args); }`,
    arguments: args.map((value) => ({ value })),
    returnByValue: true,
    awaitPromise: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return { value: result.value };
}
