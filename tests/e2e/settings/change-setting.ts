import type { PlainField } from '../../../src/settings/settings.ts';
import { askBackground } from '../../../tools/browsers/ask-extension.ts';
import type { Json } from '../../../tools/browsers/call-in-page.ts';
import type { TestedExtension } from '../driving/start-extension.ts';

/** Requests changes from the background like the options page; resolves when all of them are stored. */
export async function changeSettings(tested: TestedExtension, ...requests: Json[]): Promise<void> {
  const surface = await tested.openSilentPage();
  await Promise.all(requests.map((request) => askBackground(surface.page, 'changeSettings', request)));
  await surface.close();
  await tested.showLastPage();
}

export const changeSetting = (tested: TestedExtension, field: PlainField, value: Json): Promise<void> =>
  changeSettings(tested, { kind: 'field', field, value });
