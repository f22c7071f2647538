import { callTab } from './call-tab.ts';

/** Scrolls a page to the first painted mention of an entity and opens its card. */
export function revealInTab(mention: { tabId: number; frameId: number; entity: string }): Promise<void> {
  const { tabId, frameId, entity } = mention;
  return callTab({ tabId, frameId }, 'revealMention', { entity, index: 0 });
}
