/**
 * What reading a page asks of elements. A form answers with one of its fields where that has such a name: `form.parentElement`
 * may be an input in the form, and whoever climbs by it never comes to an end. Chromium shows a content script these names
 * as it shows them to the page; Firefox does not, nor does either where a picture is named like something of the document's.
 */
const links = ['parentElement', 'parentNode', 'firstChild', 'nextSibling', 'ownerDocument'] as const;
const methods = (
  'hasAttributes hasAttribute getAttribute matches closest contains compareDocumentPosition getRootNode querySelector ' +
  'querySelectorAll getElementsByTagName checkVisibility getBoundingClientRect getClientRects addEventListener'
).split(' ');
const values = { nodeType: 'number', localName: 'string', isConnected: 'boolean' } as const;

/** A constant of the build, so that the script of every page in Firefox carries nothing of this. */
const isNeverClobbered = import.meta.env.MODE === 'firefox';

/** Asked before every pass: with more, asking would take longer than reading. A list with a form in each row has some hundreds. */
const maxForms = 5_000;

/**
 * Whether a form under `root` has fields whose names stand in the way of reading the page. Such a page is left alone: no climb
 * through that form can be trusted.
 */
export function isClobbered(root: Document | ShadowRoot): boolean {
  if (isNeverClobbered) return false;
  const forms = root.querySelectorAll('form');
  return forms.length > maxForms || [...forms].some(isClobberedForm);
}

function isClobberedForm(form: HTMLFormElement): boolean {
  const answers = form as unknown as Readonly<Record<string, unknown>>;
  return (
    methods.some((name) => typeof answers[name] !== 'function') ||
    Object.entries(values).some(([name, type]) => typeof answers[name] !== type) ||
    links.some((name) => answers[name] !== askPrototype(form, name))
  );
}

function askPrototype(form: HTMLFormElement, link: (typeof links)[number]): unknown {
  return Object.getOwnPropertyDescriptor(Node.prototype, link)?.get?.call(form);
}
