import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { loadPack } from '../../tools/pack-files/load-pack.ts';
import { makePackSchemas } from '../../tools/write-pack-schemas.ts';

const { files } = await loadPack('assets/knowledge/facial-recognition');
const schemas = makePackSchemas();

/** Validates like an editor: with the published JSON Schema that the file itself names. */
function validate(data: unknown): boolean {
  const link = (data as { $schema: string }).$schema;
  const schema = JSON.parse(schemas[link.slice(link.lastIndexOf('/') + 1)] ?? 'false') as object | boolean;
  return new Ajv({ strict: false, validateSchema: false }).validate(schema, data);
}

test.each(Object.keys(files))('an editor finds nothing amiss in %s', (name) => {
  expect(validate(files[name])).toBe(true);
});

test('an editor underlines a field that the format does not know', () => {
  expect(validate({ ...(files['topics.json'] as object), topic: [] })).toBe(false);
});
