import type { Plugin } from 'vite';

/**
 * Unicode's noncharacters and halves of surrogate pairs. The minifier writes them as they are, and Chromium then
 * refuses the whole extension: "Could not load file … for content script. It isn't UTF-8 encoded."
 * (https://issues.chromium.org/issues/40290351). Delete this when Chromium loads such files.
 */
const refused =
  /[\uFDD0-\uFDEF\uFFFE\uFFFF]|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])/g;

/** Writes such characters as `\uFFFF`. They can only stand in strings, templates and expressions, where that is the same. */
export function escapeNoncharacters(code: string): string {
  return code.replace(refused, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

export function makeLoadable(): Plugin {
  return {
    name: 'sidelight:noncharacters',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type === 'chunk') file.code = escapeNoncharacters(file.code);
          else if (file.fileName.endsWith('.js') && typeof file.source === 'string') {
            file.source = escapeNoncharacters(file.source);
          }
        }
      },
    },
  };
}
