import type { Plugin } from 'vite';

/** The files whose text is style sheets; no string in them holds the signs of a comment. */
const styleFile = /\/src\/ui\/(?:.*-styles|components\/tokens)\.ts$/;

/** Takes comments and spaces that say nothing out of the style sheets: they stand in strings, which no minifier touches. */
export function trimStyles(): Plugin {
  return {
    name: 'sidelight:trim-styles',
    enforce: 'pre',
    transform: (code, id) => (styleFile.test(id) ? { code: trimStyleSheet(code), map: null } : null),
  };
}

export function trimStyleSheet(code: string): string {
  return code
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\n\s+/g, '\n')
    .replace(/ \{ ?/g, '{')
    .replace(/;? \}/g, '}');
}
