import type { Browser, CDPSession, Frame, Page } from 'puppeteer-core';
import type { BrowserName } from './find-browser.ts';
import { readInWindow } from './launch-firefox.ts';

/** One object of a browser's accessibility tree. */
export interface AccessibleObject {
  /**
   * In the browser's notation: `dialog`, `heading`, `button` (Firefox: `pushbutton`), `status` (Firefox: `statusbar`).
   */
  readonly role: string;
  readonly name: string;
  /** How a change of it is announced; empty if it is not. */
  readonly live: string;
  /** Absent in Firefox, which reports it only for an active window, and a headless window is never active. */
  readonly isFocused?: boolean;
  /** How many objects are between it and the root. */
  readonly depth: number;
}

/**
 * The whole accessibility tree of the active page, in reading order, closed shadow roots included; in Chromium frames
 * of other processes come last.
 */
export function readAccessibility(
  name: BrowserName,
  browser: Browser,
  page: Page,
): Promise<AccessibleObject[]> {
  return name === 'firefox' ? readFirefox(browser) : readChromium(page);
}

async function readChromium(page: Page): Promise<AccessibleObject[]> {
  // Puppeteer keeps a frame's session private; frames of another process have their own session.
  const sessions = new Set(
    page.frames().map((frame) => (frame as Frame & { readonly client: CDPSession }).client),
  );
  const trees: AccessibleObject[] = [];
  for (const session of sessions) trees.push(...(await readTree(session)));
  return trees;
}

async function readTree(session: CDPSession): Promise<AccessibleObject[]> {
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const objects: AccessibleObject[] = [];
  const visit = (id: string, depth: number): void => {
    const node = byId.get(id);
    if (!node) return;
    const property = (wanted: string) => node.properties?.find(({ name }) => name === wanted)?.value.value;
    if (!node.ignored) {
      objects.push({
        role: String(node.role?.value ?? ''),
        name: String(node.name?.value ?? ''),
        live: String(property('live') ?? ''),
        isFocused: property('focused') === true,
        depth,
      });
    }
    for (const child of node.childIds ?? []) visit(child, depth + 1);
  };
  const [root] = nodes;
  if (root) visit(root.nodeId, 0);
  return objects;
}

/**
 * Read in the browser's own window: WebDriver BiDi can search for names and roles, but has no tree and no
 * announcements.
 */
async function readFirefox(browser: Browser): Promise<AccessibleObject[]> {
  const objects = await readInWindow(
    browser,
    `(() => {
     const service = Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService);
     const objects = [];
     const visit = (one, depth) => {
       let live = '';
       try { live = one.attributes.getStringProperty('live'); } catch {}
       objects.push({ role: service.getStringRole(one.role).replaceAll(' ', ''), name: one.name ?? '', live, depth });
       for (let child = one.firstChild; child; child = child.nextSibling) visit(child, depth + 1);
     };
     const outer = service.getAccessibleFor(gBrowser.selectedBrowser);
     if (outer) visit(outer, 0);
     return objects;
     })()`,
  );
  return objects as AccessibleObject[];
}
