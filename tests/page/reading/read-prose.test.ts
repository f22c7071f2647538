import { expect, test } from 'vitest';
import { readsAsProse } from '../../../src/page/reading/read-prose.ts';

test.each([
  [
    'a bill',
    `   SEC. 2. MORATORIUM.

    (a) In General.--No agency may use facial recognition. The term
"agency" has the meaning given in section 551. It does not include
a court of the United States. Funds are withheld from any State that
does not comply.`,
  ],
  [
    'a letter of a mailing list',
    `On Monday Ann Lee wrote:
> We asked the county twice. Nobody answered us.
> The second letter came back. It was never opened.

I called them today. They said that it takes a week. Please wait.`,
  ],
  [
    'a text in German',
    'Der Rat hat beschlossen. Die Kameras bleiben. Niemand hat gefragt. Danach gingen alle.',
  ],
])('%s is prose', (_, text) => {
  expect(readsAsProse(text)).toBe(true);
});

test.each([
  [
    'code with comments',
    `// Finds faces. Returns boxes. Never throws.
const client = new Rekognition({ region: 'us-east-1' });
const { Faces } = await client.detectFaces({ Image: { Bytes: bytes } });
for (const face of Faces) { draw(face.BoundingBox); }`,
  ],
  ['output of a command', '$ aws rekognition list-collections\n{\n  "CollectionIds": []\n}\n$ echo done\n'],
  ['a table', 'System        Error\nRekognition   31 %\nFace++        34 %\nIBM           34 %\n'],
  ['a drawing', '+-----+   +-----+\n| Cam |-->| IBM |\n+-----+   +-----+\n'],
  ['an address', 'Ann Lee\n12 Main Street\nSpringfield\n'],
])('%s is none', (_, text) => {
  expect(readsAsProse(text)).toBe(false);
});
