import { JSDOM } from 'jsdom';
import { expect, test, vi } from 'vitest';
import { runToCompletion } from '../../../src/matching/text/run-to-completion.ts';
import { findShadowRoots } from '../../../src/page/dom/shadow-roots.ts';

const { window } = new JSDOM('');
vi.stubGlobal('Element', window.Element);
vi.stubGlobal('document', window.document);

function attach(host: Element): ShadowRoot {
  return host.attachShadow({ mode: 'open' });
}

test('roots are found in document order, each before what follows its host', () => {
  const body = window.document.createElement('div');
  body.innerHTML = '<div id="a"></div><p><span id="b"></span></p>';
  const first = attach(body.querySelector('#a') as Element);
  first.innerHTML = '<div></div>';
  const inner = attach(first.firstElementChild as Element);
  const last = attach(body.querySelector('#b') as Element);
  expect(runToCompletion(findShadowRoots(body))).toEqual([first, inner, last]);
  expect(runToCompletion(findShadowRoots(body.querySelector('#b') as Element))).toEqual([last]);
});

test('roots nested deeper than calls may be are found to the last', () => {
  // From the innermost outwards: jsdom walks all ancestors of the node that is appended to.
  let host: Element = window.document.createElement('div');
  for (let depth = 0; depth < 20_000; depth += 1) {
    const outer = window.document.createElement('div');
    attach(outer).append(host);
    host = outer;
  }
  expect(runToCompletion(findShadowRoots(host))).toHaveLength(20_000);
});

test('every element that can have a shadow root is looked at, and only those that cannot are passed over', () => {
  const hosts =
    'article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span x-a a-li'.split(
      ' ',
    );
  const all = window.document.createElement('div');
  const roots = hosts.map((name) => {
    const host = window.document.createElement(name);
    all.append(host);
    return attach(host);
  });
  expect(runToCompletion(findShadowRoots(all))).toEqual(roots);
});
