/** Elements and roles that say of themselves that they are not the article. */
const furnitureElements = new Set(['nav', 'aside', 'footer', 'dialog', 'menu', 'form', 'button']);
const furnitureRoles = new Set(
  'navigation banner contentinfo complementary search menu menubar toolbar dialog alertdialog alert tablist'.split(
    ' ',
  ),
);

/** Words in classes and ids by which sites name their furniture. */
const furnitureWords = new Set(
  (
    'ad ads advert advertisement advertisements advertising adsense adslot sponsor sponsored promo promos promotion ' +
    'promoted outbrain taboola share sharing sharedaddy social related recommended recommendation recommendations recirc ' +
    'recirculation newsletter newsletters subscribe subscription signup cookie cookies consent gdpr breadcrumb breadcrumbs ' +
    'tags taglist tagcloud menu nav navbar navigation sidebar footer masthead popular trending mostread pagination pager ' +
    'toolbar popup modal overlay bio trackback pingback pingbacks teaser teasers carousel upnext readnext morestories'
  ).split(' '),
);
const discussionWords = new Set('comment comments commentlist disqus respond replies'.split(' '));

/** Classes by which content systems say what an article is about, or how it is laid out; they name no furniture. */
const descriptiveClass =
  /^(?:has|no|with|without|is|js|tag|category|cat|type|format|status|post_tag|single|wp)[-_]/;

export type FurnitureKind = 'landmark' | 'word' | 'discussion';

/** What an element by its own signs is, if it is furniture; its ancestors and its text are not asked. */
export function furnitureKindOf(element: Element): FurnitureKind | null {
  const name = element.localName;
  if (furnitureElements.has(name)) return 'landmark';
  if (!element.hasAttributes()) return null;
  const role = element.getAttribute('role');
  if (role !== null && furnitureRoles.has(role.toLowerCase())) return 'landmark';
  let kind: FurnitureKind | null = null;
  for (const word of signsOf(element)) {
    if (discussionWords.has(word)) return 'discussion';
    if (furnitureWords.has(word)) kind = 'word';
  }
  return kind;
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
