import { callBackground } from '../messaging/call-background.ts';

/** Every enabled pack as JSON. One call for each: browsers refuse messages of more than 64 MB. */
export async function readPackTexts(): Promise<string[]> {
  const packs = await callBackground('getPacks');
  const texts = await Promise.all(packs.map(({ id }) => callBackground('getPackText', { id })));
  return texts.filter((text) => text !== null);
}
