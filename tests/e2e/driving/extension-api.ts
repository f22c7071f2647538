import type { Json } from '../../../tools/browsers/call-in-page.ts';
import type { DrivenPage } from '../../../tools/browsers/driven-page.ts';

/** Evaluates an expression with the extension's own API (`api`) in one of its pages, and returns the result: JSON. */
export async function callApi<Result extends Json | undefined = Json>(
  surface: DrivenPage,
  expression: string,
): Promise<Result> {
  return (await surface.page.evaluate(
    `(async () => { const api = globalThis.browser ?? chrome; return ${expression}; })()`,
  )) as Result;
}
