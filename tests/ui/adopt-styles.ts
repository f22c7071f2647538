/** Gives this document the style sheet of a surface, which the surface's own page links; `clearSurface` takes it away. */
export function adoptStyles(styles: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets = [sheet];
}
