import type { TextVerdict } from '../contracts/messages.ts';
import { makeQuickTest, type TriggerWords } from '../matching/quick-test.ts';
import { isExtensionThere, sendNativeMessage } from '../messaging/native-messages.ts';
import { asksAlwaysKey } from './asks-always.ts';

/** Inserted by the build (`tools/vite/built-in-words.ts`). */
declare const builtInWords: TriggerWords;

/**
 * In Firefox the first use of the extension API costs a page tens of milliseconds, in Chromium one. So
 * Firefox's script looks for the built-in pack's own words first
 * (docs/decisions/070-the-page-sends-its-text.md).
 */
const isTouchExpensive = import.meta.env.MODE === 'firefox';

/** Asks the background what a text may contain, unless the script can tell by itself. */
export const askAboutText: (text: string) => Promise<TextVerdict> = isTouchExpensive
  ? askWhereWordsAre()
  : askBackground;

async function askBackground(text: string): Promise<TextVerdict> {
  return isExtensionThere() ? sendNativeMessage('checkText', { text, isFollowed: false }) : 'off';
}

function askWhereWordsAre(): typeof askBackground {
  const mayContain = makeQuickTest(builtInWords);
  return async (text) => (asksAlwaysKey in globalThis || mayContain(text) ? askBackground(text) : 'nothing');
}
