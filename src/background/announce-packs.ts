import browser from 'webextension-polyfill';
import { packChangePort } from '../messaging/change-packs.ts';
import { identifyCaller } from '../messaging/identify-caller.ts';
import { builtInPackKey, journalKey } from '../settings/settings-keys.ts';
import { readPackRecords } from '../storage/pack-store.ts';
import { packRevisionKey } from '../storage/watch-packs.ts';

/** Tells every tab and page that the packs have changed; nothing where they are as it last told. */
type AnnouncePacks = () => Promise<void>;

/**
 * Announces when a page that changes packs is gone (`changePacks`), and when the built-in pack is switched, here or on another
 * machine. For the background; call it at once when that starts: any of these may be what woke it.
 * @param onChange called where the packs have changed since the last time
 * @returns what announces when a page asks for it
 */
export function followPackChanges(
  isBuiltInEnabled: () => Promise<boolean>,
  onChange: () => Promise<void>,
): AnnouncePacks {
  const announce = createAnnouncer(isBuiltInEnabled, onChange);
  // Where it fails now, the next change tells of this one, too.
  const announceQuietly = () => void announce().catch(() => undefined);
  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== packChangePort) return;
    if (identifyCaller(port.sender)?.kind !== 'extension-page') {
      port.disconnect();
      return;
    }
    port.onDisconnect.addListener(announceQuietly);
    port.postMessage('ready');
  });
  // The background may have been ended while it told of a change.
  const finish = async () => (await isAnnouncementUnfinished()) && announce();
  void finish().catch(() => undefined);
  browser.storage.onChanged.addListener((changes) => {
    if (Object.hasOwn(changes, builtInPackKey) || Object.hasOwn(changes, journalKey)) announceQuietly();
  });
  return announce;
}

/**
 * What every tab begins with as long as nothing was ever told. Otherwise the first change of any setting would have all of them read
 * their page anew, and take the reader's open card away.
 */
const revisionAtFirst = 'built-in true';

/** In `storage.session`: the revision of which tabs are being told. With the browser it goes, and all tabs begin anew. */
const announcingKey = 'packRevisionBeingTold';
/** A tab that lets no script in for now is not waited for longer. */
const maxAnnouncementMs = 5_000;

/** By this background or by one that was ended. */
async function isAnnouncementUnfinished(): Promise<boolean> {
  return announcingKey in (await browser.storage.session.get(announcingKey));
}

/**
 * It looks at what is stored and does not rely on being told what was changed, so that it may be asked too often. One look after
 * the other: an older one that ended later would take back what a newer one has told.
 */
function createAnnouncer(
  isBuiltInEnabled: () => Promise<boolean>,
  onChange: () => Promise<void>,
): AnnouncePacks {
  let last: Promise<void> = Promise.resolve();
  /** The revision of which this background has begun to tell. */
  let begun: string | undefined;

  async function announce(): Promise<void> {
    const [isEnabled, records] = await Promise.all([isBuiltInEnabled(), readPackRecords()]);
    const packs = records.map((record) => `${record.stamp} ${record.isEnabled}`);
    const revision = [`built-in ${isEnabled}`, ...packs].join();
    const { [packRevisionKey]: notified = revisionAtFirst } =
      await browser.storage.local.get(packRevisionKey);
    if (notified === revision && (begun === revision || !(await isAnnouncementUnfinished()))) return;
    begun = revision;
    await browser.storage.session.set({ [announcingKey]: revision });
    await browser.storage.local.set({ [packRevisionKey]: revision });
    // Not waited for: a tab that lets no script in for now would keep the next change from being told.
    void notifyTabs(revision).catch(() => undefined);
  }

  async function notifyTabs(revision: string): Promise<void> {
    const isLongEnough = new Promise<void>((resolve) => setTimeout(resolve, maxAnnouncementMs));
    await Promise.race([onChange().catch(() => undefined), isLongEnough]);
    if (begun === revision) await browser.storage.session.remove(announcingKey);
  }

  return () => {
    const announced = last.then(announce);
    last = announced.catch(() => undefined);
    return announced;
  };
}
