import { render } from 'preact';

/** Removes a surface completely: also unmounts it, or it would still listen and handle the next test's keys. */
export function clearSurface(place: HTMLElement): void {
  render(null, place);
  document.body.replaceChildren();
  document.adoptedStyleSheets = [];
  document.documentElement.removeAttribute('style');
}
