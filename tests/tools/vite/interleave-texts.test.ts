import { expect, test } from 'vitest';
import { interleave } from '../../../tools/vite/interleave-texts.ts';
import { trimCatalogues } from '../../../tools/vite/trim-texts.ts';

const catalogues = {
  en: { extensionName: { message: 'Sidelight' }, said: { message: 'He said “{what}”, `a\\b` "c".' } },
  de: { extensionName: { message: 'Sidelight' }, said: { message: 'Er sagte „{what}“.\n' } },
};

async function run(code: string): Promise<unknown> {
  const module: { catalogues: unknown } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  return structuredClone(module.catalogues);
}

test('the catalogues are the same as before they were put together', async () => {
  expect(await run(interleave(catalogues))).toEqual(catalogues);
});

test('what a script never says can be taken out of them in all languages', async () => {
  const trimmed = trimCatalogues(interleave(catalogues));
  expect(trimmed).not.toContain('sagte');
  expect(trimCatalogues(`${interleave(catalogues)}\nsay('said');`)).toContain('sagte');
});
