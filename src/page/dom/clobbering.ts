/**
 * The properties of elements that reading a page relies on. A form field with such a name shadows the form's
 * own property: `form.parentElement` may be an input in the form, and climbing by it never ends. Chromium
 * shows these names to content scripts as to the page. Firefox does not; neither browser does if an image has
 * the name of a property of the document.
 */
const links = ['parentElement', 'parentNode', 'firstChild', 'nextSibling', 'ownerDocument'] as const;
/** Split where they are used: a call at the top level would stay in Firefox's script of every page. */
const methods =
  'hasAttributes hasAttribute getAttribute matches closest contains compareDocumentPosition getRootNode querySelector ' +
  'querySelectorAll getElementsByTagName checkVisibility getBoundingClientRect getClientRects addEventListener';
const values = { nodeType: 'number', localName: 'string', isConnected: 'boolean' } as const;

/** A build constant, so that Firefox's script of every page omits this code. */
const isNeverClobbered = import.meta.env.MODE === 'firefox';

/**
 * The check runs before every pass and would take longer than reading on a page with more forms. A list with
 * a form in each row has some hundreds.
 */
const maxForms = 5_000;

/**
 * Whether a form under `root` has fields whose names prevent reading the page. Such a page is skipped: no
 * climb through that form can be trusted.
 */
export function isClobbered(root: Document | ShadowRoot): boolean {
  if (isNeverClobbered) return false;
  const forms = root.querySelectorAll('form');
  return forms.length > maxForms || [...forms].some(isClobberedForm);
}

function isClobberedForm(form: HTMLFormElement): boolean {
  const answers = form as unknown as Readonly<Record<string, unknown>>;
  return (
    methods.split(' ').some((name) => typeof answers[name] !== 'function') ||
    Object.entries(values).some(([name, type]) => typeof answers[name] !== type) ||
    links.some((name) => answers[name] !== askPrototype(form, name))
  );
}

function askPrototype(form: HTMLFormElement, link: (typeof links)[number]): unknown {
  return Object.getOwnPropertyDescriptor(Node.prototype, link)?.get?.call(form);
}
