import { flatParentOf } from '../dom/flat-tree.ts';

/** Elements and roles that declare themselves not part of the article. */
const boilerplateElements = new Set(['nav', 'aside', 'footer', 'menu', 'form', 'button']);
const boilerplateRoles = new Set(
  'navigation banner contentinfo complementary search menu menubar toolbar alert tablist'.split(' '),
);
/** What a page lays over itself. While it is displayed, it is what the reader reads. */
const overlaySelector = 'dialog,[role="dialog"],[role="alertdialog"],[popover]';
/**
 * Words that describe how something lies over the page, not what is in it. Such an element is boilerplate only
 * while it is not displayed.
 */
const overlayWords = new Set(['popup', 'modal', 'overlay']);

/** Words by which sites name their boilerplate in classes and ids. */
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

/** Classes by which content systems describe an article's topic or layout. They do not name boilerplate. */
const descriptiveClass =
  /^(?:has|no|with|without|is|js|tag|category|cat|type|format|status|post_tag|single|wp)[-_]/;

/**
 * `overlay`: displayed over the page, with no other sign of boilerplate. An overlay that is not displayed is
 * a `landmark`.
 */
export type BoilerplateKind = 'landmark' | 'word' | 'discussion' | 'overlay';

/** The kind of boilerplate that an element is by its own attributes. Ignores its ancestors and its text. */
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

/** Without layout, as in the command line, nothing overlays a page. */
function isDisplayed(element: Element): boolean {
  return element.checkVisibility?.() === true;
}

/** Whether it stays in place while the page scrolls. */
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
