/**
 * A `div` of HTML in any document: in one served as `application/xml` `createElement` makes elements of no namespace, which have
 * neither styles nor shadow roots.
 */
export function createDiv(document: Document): HTMLElement {
  return document.createElementNS('http://www.w3.org/1999/xhtml', 'div');
}
