/**
 * Creates an HTML element in any document. In one served as `application/xml`, an element from
 * `createElement` has neither styles nor shadow roots.
 */
export function createHtml<Name extends 'div' | 'iframe'>(
  document: Document,
  name: Name,
): HTMLElementTagNameMap[Name] {
  return document.createElementNS('http://www.w3.org/1999/xhtml', name) as HTMLElementTagNameMap[Name];
}
