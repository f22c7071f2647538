import { flatParentOf } from '../dom/flat-tree.ts';

/** Elements and roles that say of themselves that they are not the article. */
const boilerplateElements = new Set(['nav', 'aside', 'footer', 'menu', 'form', 'button']);
const boilerplateRoles = new Set(
  'navigation banner contentinfo complementary search menu menubar toolbar alert tablist'.split(' '),
);
/** What a page lays over itself. While it is displayed the reader reads it. */
const overlaySelector = 'dialog,[role="dialog"],[role="alertdialog"],[popover]';
/** Words that say how something lies over the page, and nothing of what is in it: furniture unless it is there now. */
const overlayWords = new Set(['popup', 'modal', 'overlay']);

/** Words in classes and ids by which sites name their furniture. */
const boilerplateWords = new Set(
  (
    'ad ads advert advertisement advertisements advertising adsense adslot sponsor sponsored promo promos promotion ' +
    'promoted outbrain taboola share sharing sharedaddy social related recommended recommendation recommendations recirc ' +
    'recirculation newsletter newsletters subscribe subscription signup cookie cookies consent gdpr breadcrumb breadcrumbs ' +
    'tags taglist tagcloud menu nav navbar navigation sidebar footer masthead popular trending mostread pagination pager ' +
    'toolbar bio trackback pingback pingbacks teaser teasers carousel upnext readnext morestories'
  ).split(' '),
);
const discussionWords = new Set('comment comments commentlist disqus respond replies'.split(' '));

/** Classes by which content systems say what an article is about, or how it is laid out; they name no furniture. */
const descriptiveClass =
  /^(?:has|no|with|without|is|js|tag|category|cat|type|format|status|post_tag|single|wp)[-_]/;

/** An `overlay` is displayed over the page, and its own signs do not say that it is furniture; what is not displayed is a landmark. */
export type BoilerplateKind = 'landmark' | 'word' | 'discussion' | 'overlay';

/** What an element by its own signs is, if it is furniture; its ancestors and its text are not asked. */
export function boilerplateKindOf(element: Element): BoilerplateKind | null {
  const name = element.localName;
  if (boilerplateElements.has(name)) return 'landmark';
  if (!element.hasAttributes()) return name === 'dialog' ? 'landmark' : null;
  const role = element.getAttribute('role');
  if (role !== null && boilerplateRoles.has(role.toLowerCase())) return 'landmark';
  let kind: BoilerplateKind | null = null;
  let isNamedOverlay = false;
  for (const word of signsOf(element)) {
    if (discussionWords.has(word)) return 'discussion';
    if (boilerplateWords.has(word)) kind = 'word';
    isNamedOverlay ||= overlayWords.has(word);
  }
  if (element.matches(overlaySelector)) return kind === null && isDisplayed(element) ? 'overlay' : 'landmark';
  if (kind !== null || !isNamedOverlay) return kind;
  return isDisplayed(element) && isFixed(element) ? 'overlay' : 'word';
}

/** Without layout, as in the command line, nothing lies over a page. */
function isDisplayed(element: Element): boolean {
  return element.checkVisibility?.() === true;
}

/** Whether it stays where it is while the page scrolls. */
function isFixed(element: Element): boolean {
  for (let at: Element | null = element; at; at = flatParentOf(at)) {
    if (getComputedStyle(at).position === 'fixed') return true;
  }
  return false;
}

function* signsOf(element: Element): Generator<string> {
  const names = `${element.getAttribute('class') ?? ''} ${element.id}`;
  for (const name of names.split(/\s+/)) {
    if (name === '' || descriptiveClass.test(name)) continue;
    yield* name
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .split(/[^a-z]+/);
  }
}
