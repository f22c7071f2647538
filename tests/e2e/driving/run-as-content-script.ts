import type { Json } from '../../../tools/browsers/call-in-page.ts';
import type { DrivenPage } from '../../../tools/browsers/driven-page.ts';
import { callApi } from './extension-api.ts';
import type { TestedExtension } from './start-extension.ts';

/**
 * Evaluates an expression with the extension's own API (`api`) and the privileges of a content script in the page,
 * which are those of a compromised page process, and returns the result.
 * @param surface a page of the extension, left open behind the page
 */
export async function runAsContentScript<Result extends Json>(
  tested: TestedExtension,
  surface: DrivenPage,
  page: DrivenPage,
  expression: string,
): Promise<Result> {
  const tabId = await tested.extension.findTabId(page);
  const func = `async () => { const api = globalThis.browser ?? chrome; return ${expression}; }`;
  return await callApi<Result>(
    surface,
    `api.scripting.executeScript({ target: { tabId: ${tabId} }, func: ${func} }).then(([one]) => one.result)`,
  );
}
