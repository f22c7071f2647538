import browser from 'webextension-polyfill';
import { packChangePort } from '../messaging/change-packs.ts';
import { identifyCaller } from '../messaging/identify-caller.ts';
import { builtInPackKey, journalKey } from '../settings/settings-keys.ts';
import { readPackRecords } from '../storage/pack-store.ts';
import { packRevisionKey } from '../storage/watch-packs.ts';

/** Notifies every tab and page of changed packs; does nothing if they are as last announced. */
type AnnouncePacks = () => Promise<void>;

/**
 * Announces changed packs when a page that changes packs has gone (`changePacks`), and when the built-in pack
 * is switched, here or on another device. For the background; call it at once when that starts, because any
 * of these events may have started it.
 * @param onChange called if the packs have changed since the last time
 * @param readKeptRevision identifies what the reader keeps; empty if that is nothing
 * @returns the announcement at a page's request
 */
export function followPackChanges(
  isBuiltInEnabled: () => Promise<boolean>,
  onChange: () => Promise<void>,
  readKeptRevision: () => Promise<string> = async () => '',
): AnnouncePacks {
  const announce = createAnnouncer(isBuiltInEnabled, onChange, readKeptRevision);
  // If it fails now, the next change announces this one, too.
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
  // The background may have been stopped during an announcement.
  const finish = async () => (await isAnnouncementUnfinished()) && announce();
  void finish().catch(() => undefined);
  browser.storage.onChanged.addListener((changes) => {
    if (Object.hasOwn(changes, builtInPackKey) || Object.hasOwn(changes, journalKey)) announceQuietly();
  });
  return announce;
}

/**
 * The initial revision of every tab, before the first announcement. Otherwise the first change of any setting
 * would make every tab read its page again and close the reader's card.
 */
const revisionAtFirst = 'built-in true';

/**
 * In `storage.session`: the revision being announced to tabs. It is cleared with the browser session, when
 * all tabs start again.
 */
const announcingKey = 'packRevisionBeingTold';
/** How long to wait for a tab that does not accept scripts for now. */
const maxAnnouncementMs = 5_000;

/** Whether this background, or one that was stopped, has left an announcement unfinished. */
async function isAnnouncementUnfinished(): Promise<boolean> {
  return announcingKey in (await browser.storage.session.get(announcingKey));
}

/**
 * Compares what is stored instead of relying on events, so extra calls do no harm. Runs one comparison after
 * the other: an earlier one that ended later would undo a later announcement.
 */
function createAnnouncer(
  isBuiltInEnabled: () => Promise<boolean>,
  onChange: () => Promise<void>,
  readKeptRevision: () => Promise<string>,
): AnnouncePacks {
  let last: Promise<void> = Promise.resolve();
  /** The revision that this background has started to announce. */
  let begun: string | undefined;

  async function announce(): Promise<void> {
    const [isEnabled, records, kept] = await Promise.all([
      isBuiltInEnabled(),
      readPackRecords(),
      readKeptRevision().catch(() => ''),
    ]);
    const packs = records.map((record) => `${record.stamp} ${record.isEnabled}`);
    const revision = [`built-in ${isEnabled}`, ...packs, ...(kept === '' ? [] : [kept])].join();
    const { [packRevisionKey]: notified = revisionAtFirst } =
      await browser.storage.local.get(packRevisionKey);
    if (notified === revision && (begun === revision || !(await isAnnouncementUnfinished()))) return;
    begun = revision;
    await browser.storage.session.set({ [announcingKey]: revision });
    await browser.storage.local.set({ [packRevisionKey]: revision });
    // Not awaited: a tab that does not accept scripts for now would block the next announcement.
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
