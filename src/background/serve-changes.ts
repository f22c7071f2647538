import type { UndoableChange } from '../contracts/messages.ts';
import type { BackgroundHandlers } from '../messaging/handle-background-calls.ts';
import type { CardChange, SettingsChange } from '../settings/change-settings.ts';
import { FailureError } from '../settings/failure.ts';
import { keyOfException } from '../settings/match-exception.ts';
import type { Settings } from '../settings/settings.ts';
import { rememberByTab } from '../storage/remember-by-tab.ts';
import type { SiteSwitch } from './site-switch.ts';

interface MadeChange {
  readonly change: UndoableChange;
  /** The change that undoes it. */
  readonly back: SettingsChange;
}

/**
 * Serves changes of settings. Records the latest that a card has made, so that the popup can undo what the
 * card hid, switched off or reported as wrong; sites have a switch there already. For the background, when it
 * starts.
 */
export function serveChanges(
  sites: Pick<SiteSwitch, 'change'>,
  write: (change: SettingsChange) => Promise<Settings>,
  readSettings: () => Promise<Settings>,
): Pick<
  BackgroundHandlers,
  'changeSettings' | 'changeFromCard' | 'undoTopicOff' | 'getCardChange' | 'undoCardChange'
> {
  const latest = rememberByTab<MadeChange>('card-change');
  const undo = async (tabId: number, { change, back }: MadeChange) => {
    if (isInEffect(change, await readSettings())) await write(back);
    await latest.forget(tabId);
  };
  return {
    changeSettings: (_caller, change) => write(change),
    async changeFromCard(caller, change) {
      const wasOn = change.kind === 'topic' ? (await readSettings()).topics[change.topic] : undefined;
      // Off already: a retried call, whose first answer was lost. What was on before is on record.
      if (wasOn === false) return;
      const make = () => sites.change(caller, change);
      if (change.kind === 'site') return make();
      const { tabId } = caller.frame;
      if (isMade(change)) return latest.writeBefore(tabId, { change, back: inverseOf(change, wasOn) }, make);
      await make();
      // Forgets what the card itself has undone.
      await latest.forget(tabId);
    },
    async undoTopicOff({ frame: { tabId } }, { topic }) {
      const made = await latest.read(tabId);
      if (made?.change.kind === 'topic' && made.change.topic === topic) return undo(tabId, made);
      // A retried call, whose first answer was lost: already done.
      if ((await readSettings()).topics[topic] === false)
        throw new FailureError({ code: 'nothingToBringBack', values: {} });
    },
    async getCardChange(_caller, { tabId }) {
      const made = await latest.read(tabId);
      return made && isInEffect(made.change, await readSettings()) ? made.change : null;
    },
    async undoCardChange(_caller, { tabId }) {
      const made = await latest.read(tabId);
      if (made === undefined) throw new FailureError({ code: 'nothingToBringBack', values: {} });
      await undo(tabId, made);
    },
  };
}

function isMade(change: Exclude<CardChange, { kind: 'site' }>): boolean {
  if (change.kind === 'entity') return change.isHidden;
  return change.kind === 'topic' || change.isNoted;
}

/** Not if the reader has undone it elsewhere, such as in the options, or if the background died before it was made. */
function isInEffect(change: UndoableChange, { topics, hiddenEntities, exceptions }: Settings): boolean {
  if (change.kind === 'entity') return hiddenEntities.includes(change.entity);
  if (change.kind === 'topic') return topics[change.topic] === false;
  const key = keyOfException(change.exception);
  return exceptions.some((exception) => keyOfException(exception) === key);
}

/** @param wasOn the reader's choice of the topic before the change */
function inverseOf(change: UndoableChange, wasOn: boolean | undefined): SettingsChange {
  if (change.kind === 'entity') return { ...change, isHidden: false };
  if (change.kind === 'exception') return { ...change, isNoted: false };
  return { ...change, isOn: wasOn ?? null };
}
