import type { OutlineLine, StoryOutline } from './story-outline.ts';

/** What the file looks like: one column, on the screen and on paper. */
const style =
  'body{line-height:1.5;max-width:45rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}' +
  'h2{margin-top:2rem}h3{margin-bottom:.25rem}ul{margin-top:0}.label{opacity:.75}' +
  '@media print{body{margin:0;max-width:none}li{break-inside:avoid}}';

/**
 * A story as a web page of its own: no script, nothing that is loaded. All words are escaped.
 * @param language BCP 47, of the texts between the quotations
 */
export function writeStoryHtml(outline: StoryOutline, language: string): string {
  const { title, note, sections, sourcesTitle, sources } = outline;
  const body = [`<h1 dir="auto">${escapeHtml(title)}</h1>`];
  if (note !== '') body.push(`<p dir="auto">${escapeHtml(note)}</p>`);
  for (const section of sections) {
    body.push(`<h2>${escapeHtml(section.title)}</h2>`);
    for (const { lead, lines } of section.items) {
      if (lead !== '') body.push(`<h3 dir="auto">${escapeHtml(lead)}</h3>`);
      body.push('<ul>', ...lines.map((line) => `<li>${writeLine(line)}</li>`), '</ul>');
    }
  }
  body.push(`<h2>${escapeHtml(sourcesTitle)}</h2>`, '<ol>');
  for (const [at, { text, address }] of sources.entries()) {
    const shown = escapeHtml(text);
    const linked = address === '' ? shown : `<a href="${escapeHtml(address)}">${shown}</a>`;
    body.push(`<li id="source-${at + 1}" dir="auto">${linked}</li>`);
  }
  body.push('</ol>');
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
${body.join('\n')}
</body>
</html>
`;
}

function writeLine({ label, words, cites }: OutlineLine): string {
  return [
    label === '' ? '' : `<span class="label" dir="auto">${escapeHtml(label)}:</span>`,
    words === '' ? '' : `<span class="words" dir="auto">${escapeHtml(words)}</span>`,
    cites.map((cite) => `<a href="#source-${cite}">[${cite}]</a>`).join(' '),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}
