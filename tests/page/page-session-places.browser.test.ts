import { describe, expect, it } from 'vitest';
import { textOf } from '../../src/page/highlighting/highlighted-item.ts';
import { prepareSession, settle } from './tested-session.ts';

const tested = prepareSession();

describe('shadow trees', () => {
  it('paints in open roots, nested ones and later ones', async () => {
    tested.article.innerHTML = '<div id="a"></div><p>Rekognition</p>';
    const root = (tested.article.querySelector('#a') as Element).attachShadow({ mode: 'open' });
    root.innerHTML = '<p>Gender Shades</p><div id="b"></div>';
    const inner = (root.querySelector('#b') as Element).attachShadow({ mode: 'open' });
    inner.innerHTML = '<p>Amazon Rekognition</p>';
    tested.start();
    await settle().toEqual(['Amazon Rekognition', 'Gender Shades', 'Rekognition']);
    inner.innerHTML = '<p>Rekognition</p>';
    await settle().toEqual(['Gender Shades', 'Rekognition', 'Rekognition']);
  });

  it('paints in a custom element that is defined late', async () => {
    tested.article.innerHTML = '<late-article></late-article><p>Rekognition</p>';
    tested.start();
    await settle().toEqual(['Rekognition']);
    customElements.define(
      'late-article',
      class extends HTMLElement {
        constructor() {
          super();
          this.attachShadow({ mode: 'open' }).innerHTML = '<p>Gender Shades</p>';
        }
      },
    );
    await settle().toEqual(['Gender Shades', 'Rekognition']);
  });

  it('leaves closed roots alone', async () => {
    tested.article.innerHTML = '<div></div><p>Rekognition</p>';
    (tested.article.querySelector('div') as Element).attachShadow({ mode: 'closed' }).innerHTML =
      '<p>Gender Shades</p>';
    const session = tested.start();
    await settle().toEqual(['Rekognition']);
    expect(session.items.map(textOf)).toEqual(['Rekognition']);
  });
});

describe('where it does not belong', () => {
  it.each([
    ['an editable element', '<div contenteditable>Rekognition</div>'],
    ['a paragraph in an editable element', '<div contenteditable><p>Rekognition</p></div>'],
    ['code', '<pre><code>Rekognition</code></pre>'],
    ['a text field', '<textarea>Rekognition</textarea>'],
    ['text that is not displayed', '<div style="display:none"><p>Rekognition</p></div>'],
    ['MathML', '<math><mtext>Rekognition</mtext></math>'],
    ['SVG', '<svg><text>Rekognition</text></svg>'],
  ])('leaves %s alone, also when it changes', async (_, html) => {
    tested.article.innerHTML = `${html}<p>Gender Shades</p>`;
    tested.start();
    await settle().toEqual(['Gender Shades']);
    const walker = document.createTreeWalker(
      tested.article.firstElementChild as Element,
      NodeFilter.SHOW_TEXT,
    );
    (walker.nextNode() as Text).data = 'Rekognition anew';
    tested.article.append('Gender Shades');
    await settle().toEqual(['Gender Shades', 'Gender Shades']);
  });
});
