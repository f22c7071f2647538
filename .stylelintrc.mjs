/**
 * What a style sheet may say. Biome formats style sheets and finds what is misspelt; here are the conventions:
 * languages that run from right to left, no named font, and in `src/ui` design tokens only.
 */
const generic = '(?:system-ui|serif|sans-serif|monospace)';
const families = String.raw`${generic}(?:,\s+${generic})*`;
const fontToken = String.raw`var\(--font(?:-quote)?\)`;
const size = String.raw`var\(--text-[\w-]+\)`;
const radius = String.raw`(?:0|var\(--radius(?:-\w+)?\))`;

/** The steps of `--space-1` to `--space-6`; in a `calc()` a length may be the width of a line. */
const steps = /(?:^|\s)-?(?:4|8|12|16|24|36)px(?![^(]*\))/;

const onlyGeneric = { message: "Generic families only: a page's @font-face may define any other name." };
const onlyTokens = { message: 'Take it from src/ui/components/tokens.css.' };

const cornersThatDiffer = String.raw`/^(?!(\S+) \1 (\S+) \2$)\S+ \S/`;
const sidesThatDiffer = { message: 'Say start and end by properties such as margin-inline-start.' };

export default {
  // The demonstration is a page of its own.
  ignoreFiles: ['assets/demo/**'],
  referenceFiles: ['src/ui/components/tokens.css'],
  reportDescriptionlessDisables: true,
  reportNeedlessDisables: true,
  rules: {
    'at-rule-disallowed-list': ['font-face'],
    'no-unknown-animations': true,
    'no-unknown-custom-properties': true,
    'property-layout-mappings': [
      'flow-relative',
      // Mirroring changes no size and no place from above.
      { ignoreProperties: [/width$|height$/, /^overflow/, /(?:^|-)(?:top|bottom)(?:-(?:color|style))?$/] },
    ],
    'value-keyword-layout-mappings': 'flow-relative',
    'declaration-property-max-values': [
      { '/^(?:margin|padding|inset|border-(?:color|style|width))$/': 3 },
      sidesThatDiffer,
    ],
    'declaration-property-value-disallowed-list': [{ 'border-radius': [cornersThatDiffer] }, sidesThatDiffer],
    'declaration-property-value-allowed-list': [
      {
        '/^--font/': [`/^${families}$/`],
        'font-family': ['inherit', `/^(?:${fontToken}|${families})$/`],
        // A size comes before the families, or the height of a line.
        font: ['inherit', String.raw`/^[^,]*(?:\d|em|px|\))\s+(?:${fontToken}|${families})$/`],
      },
      onlyGeneric,
    ],
  },
  overrides: [
    {
      files: ['src/ui/**/*.css'],
      rules: {
        'color-named': ['never', onlyTokens],
        'color-no-hex': [true, onlyTokens],
        'function-disallowed-list': [
          [/^(?:rgb|hsl)a?$/, 'hwb', /^(?:ok)?(?:lab|lch)$/, 'color', 'light-dark'],
          onlyTokens,
        ],
        // An icon grows with the text that it stands beside.
        'rule-selector-property-disallowed-list': [{ '/svg/': ['width', 'height'] }, onlyTokens],
        'declaration-property-value-allowed-list': [
          {
            '/^--font/': [`/^${families}$/`],
            'font-family': ['inherit', `/^${fontToken}$/`],
            'font-size': ['inherit', `/^${size}$/`],
            font: ['inherit', String.raw`/^(?:\d+ )?(?:${size}|min\(${size}, 7vw\)) / \S+ ${fontToken}$/`],
            '/^border-.*radius$/': ['inherit', `/^${radius}(?: ${radius})*$/`],
            'box-shadow': ['none', 'var(--shadow)', '/^inset /'],
          },
          onlyTokens,
        ],
        'declaration-property-value-disallowed-list': [
          {
            'border-radius': [cornersThatDiffer],
            '/^(?:margin|padding|scroll-padding|inset|(?:row-|column-)?gap)/': [steps],
            '/^(?:animation|transition)/': [/\d(?:ms|s)\b/],
          },
          { message: 'Say start and end, and take lengths and durations from src/ui/components/tokens.css.' },
        ],
      },
    },
    {
      files: ['src/ui/components/tokens.css'],
      rules: { 'color-no-hex': null, 'function-disallowed-list': null },
    },
    {
      files: ['src/ui/components/base.css'],
      rules: { 'rule-selector-property-disallowed-list': null },
    },
  ],
};
