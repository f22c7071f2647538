import fc from 'fast-check';
import { fieldSchemas, readSettings } from '../../src/settings/read-settings.ts';
import type { Settings } from '../../src/settings/settings.ts';

const id = fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/);
const reference = fc.tuple(id, id).map((parts) => parts.join('/'));
const host = fc.stringMatching(/^[a-z]{1,8}\.(org|net|co\.uk)$/);
const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });

/** Settings as a reader may have them. */
export const arbitrarySettings: fc.Arbitrary<Settings> = fc
  .record({
    enabled: fc.boolean(),
    builtInPackEnabled: fc.boolean(),
    topics: fc.dictionary(reference, fc.boolean(), { maxKeys: 5 }),
    hiddenEntities: fc.array(reference, { maxLength: 40 }),
    exceptions: fc.array(
      fc.record(
        { entity: reference, name: words, host, beside: words },
        { requiredKeys: ['entity', 'name'] },
      ),
      { maxLength: 6 },
    ),
    sites: fc.record({
      mode: fc.constantFrom('everywhere-but', 'only'),
      patterns: fc.array(host, { maxLength: 6 }),
    }),
    density: fc.constantFrom(...fieldSchemas.density.options),
    extent: fc.constantFrom(...fieldSchemas.extent.options),
    painter: fc.constantFrom(...fieldSchemas.painter.options),
    marks: fc.record({
      usesTopicColors: fc.boolean(),
      line: fc.constantFrom('varied', 'solid'),
      weight: fc.constantFrom('soft', 'bold'),
      tint: fc.constantFrom('none', 'strong'),
    }),
    hover: fc.record({ isOn: fc.boolean(), openDelayMs: fc.nat(5_000), closeDelayMs: fc.nat(5_000) }),
    theme: fc.constantFrom(...fieldSchemas.theme.options),
    language: fc.constantFrom('auto', 'de', 'fr'),
  } satisfies Record<keyof Settings, fc.Arbitrary<unknown>>)
  // Invalid names and duplicates are removed before the test begins.
  .map(readSettings);
