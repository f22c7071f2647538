import type { PlainField } from '../../src/settings/change-settings.ts';
import { askBackground } from '../../tools/browsers/ask-extension.ts';
import type { Json } from '../../tools/browsers/call-in-page.ts';
import type { TestedExtension } from './start-extension.ts';

/** Changes one setting as the options page does, by a call to the background. */
export async function changeSetting(tested: TestedExtension, field: PlainField, value: Json): Promise<void> {
  const face = await tested.openFace('src/options.html');
  await askBackground(face.page, 'changeSettings', { kind: 'field', field, value });
  await face.close();
}
