import type { Plugin } from 'vite';

/** Unicode's noncharacters of the first plane, and lone surrogates. */
const refused =
  /[\uFDD0-\uFDEF\uFFFE\uFFFF]|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])/g;
/** The last two characters of each other plane end so. Some other pairs do, too, and escaping them is harmless. */
const refusedPairs = /[\uD800-\uDBFF][\uDFFE\uDFFF]/g;

/**
 * Writes such characters as `\uFFFF`. They occur only in strings, templates and regular expressions, where that is
 * equivalent.
 *
 * The minifier writes them literally, and Chromium then refuses the whole extension: "Could not load file … for content
 * script. It isn't UTF-8 encoded." (https://github.com/zumerlab/snapdom/issues/432). Delete this when Chromium loads
 * such files, or the minifier escapes them.
 */
export function escapeNoncharacters(code: string): string {
  return code.replace(refused, escapeUnits).replace(refusedPairs, escapeUnits);
}

function escapeUnits(text: string): string {
  return text
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}

/** Escapes noncharacters in every emitted script, including those that crxjs emits as assets. */
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
