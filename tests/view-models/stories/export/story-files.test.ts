/** The files that are made from a story, to the letter. */
import { expect, test } from 'vitest';
import { writeBibtex } from '../../../../src/view-models/stories/export/bibtex.ts';
import { writeCslJson } from '../../../../src/view-models/stories/export/csl-json.ts';
import { type CsvColumns, writeStoryCsv } from '../../../../src/view-models/stories/export/story-csv.ts';
import { writeStoryHtml } from '../../../../src/view-models/stories/export/story-html.ts';
import { writeStoryMarkdown } from '../../../../src/view-models/stories/export/story-markdown.ts';
import { outlineStory, type StoryWords } from '../../../../src/view-models/stories/export/story-outline.ts';
import type { StoryArticle, StoryContent } from '../../../../src/view-models/stories/story-content.ts';

const words: StoryWords = {
  utterances: 'What several print',
  onlyHere: 'Quoted by one only',
  speakers: 'Who is quoted',
  names: 'Who is named',
  facts: 'Numbers that differ',
  sources: 'Sources',
  speakerUnnamed: 'No speaker named',
  attributed: 'Words beside it:',
  noOutlet: 'no outlet given',
  relations: {
    fullest: 'longest',
    identical: 'same',
    overlap: 'other part',
    cut: 'cut',
    changed: 'changed',
    differs: 'says something else',
  },
  turns: {
    number: 'number',
    unit: 'unit',
    time: 'time',
    name: 'name',
    negation: 'not',
    modal: 'modal',
    direction: 'opposite',
  },
  ofArticles: (count, all) => `${count} of ${all} articles`,
  onlyOne: (all) => `only in this one of ${all}`,
  keptOn: (moment) => `kept ${moment.slice(0, 10)}`,
};

const columns: CsvColumns = {
  utterance: 'utterance',
  speaker: 'speaker',
  attribution: 'words beside it',
  relation: 'relation',
  quotation: 'quotation',
  outlet: 'outlet',
  date: 'date',
  title: 'title',
  authors: 'authors',
  address: 'address',
};

const herald: StoryArticle = {
  id: 'a',
  kind: 'page',
  title: 'Bridge <b>closes</b> & *falls*',
  outlet: 'The Herald',
  authors: ['Eve Moss', 'O’Neil {jr} 100%'],
  date: '2024-03-04',
  address: 'https://herald.example/a?x=1&y="2"',
  language: 'en',
  wordCount: 300,
  keptAt: ['2024-03-05T10:00:00.000Z'],
  isCorrected: false,
  note: 'My secret note on the article',
  editionOf: null,
};
const release: StoryArticle = {
  ...herald,
  id: 'b',
  kind: 'file',
  title: '',
  outlet: '',
  authors: [],
  date: '',
  address: '',
  language: '',
  note: '',
};

const content: StoryContent = {
  story: {
    id: 's',
    title: 'Bridge <script>',
    createdAt: '',
    isOn: true,
    marksNames: false,
    note: 'Mine:\n[x](javascript:1)',
  },
  articles: [herald, release],
  articleCount: 2,
  isCompared: true,
  utterances: [
    {
      speaker: 'Ann Lee',
      relation: 'differs',
      articleCount: 2,
      printings: [
        {
          printedBy: [
            {
              article: 'a',
              parts: [{ text: 'We close it\non "Monday"', start: 1, end: 2 }],
              attribution: 'Lee',
            },
          ],
          relation: 'fullest',
          turns: [],
          runs: null,
        },
        {
          printedBy: [
            {
              article: 'b',
              parts: [
                { text: 'We close it', start: 1, end: 2 },
                { text: 'on Friday', start: 3, end: 4 },
              ],
              attribution: null,
            },
          ],
          relation: 'differs',
          turns: ['time'],
          runs: null,
        },
      ],
    },
  ],
  onlyHere: [
    {
      article: 'a',
      speaker: null,
      attribution: 'a spokesman',
      parts: [{ text: '=1+1; it is over', start: 5, end: 6 }],
    },
  ],
  speakers: [{ name: 'Ann Lee', roles: ['mayor'], articles: ['a'], quotationCount: 1 }],
  names: [
    {
      name: 'Ann Lee',
      kind: 'person',
      otherSpellings: [],
      namedBy: [],
      descriptions: [{ text: 'the mayor', places: [{ article: 'a', start: 0, end: 1 }] }],
    },
    { name: 'Undescribed', kind: 'unknown', otherSpellings: [], namedBy: [], descriptions: [] },
  ],
  facts: [
    {
      sentences: [
        { text: 'It is 3 m high.', marks: [], places: [{ article: 'a', start: 0, end: 1 }] },
        { text: 'It is 4 m high.', marks: [], places: [{ article: 'b', start: 0, end: 1 }] },
      ],
    },
  ],
};

test('Markdown, with numbered sources; no words become markup', () => {
  expect(writeStoryMarkdown(outlineStory(content, words))).toBe(`# Bridge \\<script\\>

Mine: \\[x\\](javascript:1)

## What several print

**Ann Lee (says something else)**

- *longest:* “We close it on "Monday"” \\[1\\]
- *says something else; time:* “We close it” … “on Friday” \\[2\\]

## Quoted by one only

**No speaker named**

- *Words beside it: “a spokesman”:* “=1+1; it is over” \\[1\\]

## Numbers that differ

- It is 3 m high. \\[1\\]
- It is 4 m high. \\[2\\]

## Who is quoted

**Ann Lee**

- *only in this one of 2:* “mayor” \\[1\\]

## Who is named

**Ann Lee**

- “the mayor” \\[1\\]

## Sources

1. Eve Moss, O’Neil {jr} 100%, “Bridge \\<b\\>closes\\</b\\> & \\*falls\\*”, The Herald, 2024-03-04, kept 2024-03-05 <https://herald.example/a?x=1&y="2">
2. no outlet given, kept 2024-03-05
`);
});

test('HTML: a page of its own, without scripts, and no words become markup', () => {
  const page = writeStoryHtml(outlineStory({ ...content, onlyHere: [], facts: [], names: [] }, words), 'en');
  expect(page.slice(page.indexOf('<body>'))).toBe(`<body>
<h1 dir="auto">Bridge &lt;script&gt;</h1>
<p dir="auto">Mine:
[x](javascript:1)</p>
<h2>What several print</h2>
<h3 dir="auto">Ann Lee (says something else)</h3>
<ul>
<li><span class="label" dir="auto">longest:</span> <span class="words" dir="auto">“We close it on &quot;Monday&quot;”</span> <a href="#source-1">[1]</a></li>
<li><span class="label" dir="auto">says something else; time:</span> <span class="words" dir="auto">“We close it” … “on Friday”</span> <a href="#source-2">[2]</a></li>
</ul>
<h2>Who is quoted</h2>
<h3 dir="auto">Ann Lee</h3>
<ul>
<li><span class="label" dir="auto">only in this one of 2:</span> <span class="words" dir="auto">“mayor”</span> <a href="#source-1">[1]</a></li>
</ul>
<h2>Sources</h2>
<ol>
<li id="source-1" dir="auto"><a href="https://herald.example/a?x=1&amp;y=&quot;2&quot;">Eve Moss, O’Neil {jr} 100%, “Bridge &lt;b&gt;closes&lt;/b&gt; &amp; *falls*”, The Herald, 2024-03-04, kept 2024-03-05</a></li>
<li id="source-2" dir="auto">no outlet given, kept 2024-03-05</li>
</ol>
</body>
</html>
`);
  expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  expect(page.match(/<script/g)).toBeNull();
});

test('CSV as in RFC 4180; what begins like a formula is text', () => {
  const formula: StoryArticle = { ...release, outlet: '@SUM(A1)', title: '\t-2' };
  expect(writeStoryCsv({ ...content, articles: [herald, formula] }, columns, words)).toBe(
    [
      '\ufeffutterance,speaker,words beside it,relation,quotation,outlet,date,title,authors,address',
      `1,Ann Lee,Lee,longest,"“We close it on ""Monday""”",The Herald,2024-03-04,Bridge <b>closes</b> & *falls*,Eve Moss; O’Neil {jr} 100%,"https://herald.example/a?x=1&y=""2"""`,
      `1,Ann Lee,,says something else,“We close it” … “on Friday”,'@SUM(A1),,'\t-2,,`,
      `2,,a spokesman,Quoted by one only,“=1+1; it is over”,The Herald,2024-03-04,Bridge <b>closes</b> & *falls*,Eve Moss; O’Neil {jr} 100%,"https://herald.example/a?x=1&y=""2"""`,
      '',
    ].join('\r\n'),
  );
});

test.each(['=1', '+1', '-1', '@a', ' =1', '\t=1', '\r\n=1', '\ufeff=1'])(
  'the cell %j is no formula',
  (title) => {
    const file = writeStoryCsv({ ...content, articles: [{ ...herald, title }, release] }, columns, words);
    expect(file).toContain(`'${title}`);
  },
);

test('CSL-JSON, without what nothing states', () => {
  expect(JSON.parse(writeCslJson([herald, release]))).toEqual([
    {
      id: 'a',
      type: 'article-newspaper',
      title: 'Bridge <b>closes</b> & *falls*',
      'container-title': 'The Herald',
      author: [{ literal: 'Eve Moss' }, { literal: 'O’Neil {jr} 100%' }],
      issued: { 'date-parts': [[2024, 3, 4]] },
      URL: 'https://herald.example/a?x=1&y="2"',
      accessed: { 'date-parts': [[2024, 3, 5]] },
      language: 'en',
    },
    { id: 'b', type: 'document', accessed: { 'date-parts': [[2024, 3, 5]] } },
  ]);
});

test('BibTeX, escaped, with a key of its own for each', () => {
  const address = 'https://herald.example/{b}\\';
  const strange: StoryArticle = { ...herald, title: '\\~^$#_', address };
  expect(writeBibtex([herald, strange, { ...release, id: '0123456789abcdef' }])).toBe(`@misc{theherald2024,
  author = {{Eve Moss} and {O’Neil \\{jr\\} 100\\%}},
  title = {{Bridge <b>closes</b> \\& *falls*}},
  howpublished = {The Herald},
  year = {2024},
  date = {2024-03-04},
  url = {https://herald.example/a?x=1&y="2"},
  urldate = {2024-03-05},
}

@misc{theherald2024-2,
  author = {{Eve Moss} and {O’Neil \\{jr\\} 100\\%}},
  title = {{\\textbackslash{}\\textasciitilde{}\\textasciicircum{}\\$\\#\\_}},
  howpublished = {The Herald},
  year = {2024},
  date = {2024-03-04},
  url = {https://herald.example/%7Bb%7D%5C},
  urldate = {2024-03-05},
}

@misc{article012345,
  urldate = {2024-03-05},
}
`);
});

test('nothing of the files is an article’s whole text, nor the reader’s note on an article', () => {
  const outline = outlineStory(content, words);
  for (const file of [
    writeStoryMarkdown(outline),
    writeStoryHtml(outline, 'en'),
    writeStoryCsv(content, columns, words),
  ])
    expect(file).not.toContain('secret');
});
