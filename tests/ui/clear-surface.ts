import { render } from 'preact';

/** Takes a face away whole: unmounted too, or it would still listen and answer the next test's keys. */
export function clearSurface(place: HTMLElement): void {
  render(null, place);
  document.body.replaceChildren();
  document.adoptedStyleSheets = [];
  document.documentElement.removeAttribute('style');
}
