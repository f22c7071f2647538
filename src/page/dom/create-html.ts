/** An element of HTML in any document: what `createElement` makes in one served as `application/xml` has neither styles nor shadow roots. */
export function createHtml<Name extends 'div' | 'iframe'>(
  document: Document,
  name: Name,
): HTMLElementTagNameMap[Name] {
  return document.createElementNS('http://www.w3.org/1999/xhtml', name) as HTMLElementTagNameMap[Name];
}
