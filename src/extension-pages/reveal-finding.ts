import type { ActivePage } from '../contracts/active-page.ts';
import { callTab } from '../messaging/call-tab.ts';
import { findFrameWithFindings, findMentioningFrame, findPrintingFrame } from './frame-readings.ts';

/** Goes to the first mention of an entity on a page and opens its card. Rejects if it is not there any more. */
export async function revealEntity(page: ActivePage | undefined, entity: string): Promise<void> {
  const { tabId, frames } = requireFrames(page);
  const frame = findMentioningFrame(frames, entity);
  if (frame === undefined) throw new Error('The page does not mention this any more');
  await callTab({ tabId, frameId: frame.frameId }, 'revealMention', { entity, index: 0 });
}

/** The same for one of the places where the page prints a statement, counted from 0. */
export async function revealStatement(
  page: ActivePage | undefined,
  statement: string,
  number: number,
): Promise<void> {
  const { tabId, frames } = requireFrames(page);
  const place = findPrintingFrame(frames, statement, number);
  if (place === undefined) throw new Error('The page does not print this any more');
  await callTab({ tabId, frameId: place.frameId }, 'revealStatement', { statement, index: place.index });
}

/** Goes to the next (1) or previous (-1) mention, in the first frame that has any. */
export async function stepToMention(page: ActivePage | undefined, step: 1 | -1): Promise<void> {
  const { tabId, frames } = requireFrames(page);
  await callTab({ tabId, frameId: findFrameWithFindings(frames)?.frameId ?? 0 }, 'moveToMention', {
    step,
    open: true,
  });
}

function requireFrames(page: ActivePage | undefined) {
  if (page?.tabId === undefined || page.briefing === null) throw new Error('No page has been read');
  return { tabId: page.tabId, frames: page.briefing.frames };
}
