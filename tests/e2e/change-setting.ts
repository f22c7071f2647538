import type { PlainField } from '../../src/settings/change-settings.ts';
import type { Json } from '../../tools/browsers/call-in-page.ts';
import type { TestedExtension } from './start-extension.ts';

/** Changes one setting as the options page does, by a call to the background. */
export async function changeSetting(tested: TestedExtension, field: PlainField, value: Json): Promise<void> {
  const face = await tested.openFace('src/options.html');
  await face.call(
    (name, wanted) => {
      const scope = globalThis as unknown as Record<
        'browser' | 'chrome',
        typeof import('webextension-polyfill')
      >;
      const request = { kind: 'field', field: name, value: wanted };
      return (scope.browser ?? scope.chrome).runtime.sendMessage({
        to: 'background',
        call: 'changeSettings',
        request,
      }) as Promise<Json>;
    },
    field as string,
    value,
  );
  await face.close();
}
