import type { Plugin } from 'vite';

/** The parts of pdf.js that evaluate text as code or import an address. */
const dangerous = [
  // core-js looks for the global object; each browser that can run the extension has `globalThis`.
  { pattern: /Function\('return this'\)\(\)/g, replacement: 'undefined' },
  // The worker without a worker, and image decoders without WebAssembly: Sidelight needs neither for text.
  {
    pattern: /await import\(\s*(?:\/\*[^*]*\*\/\s*)+[^()]*\)/g,
    replacement: "await Promise.reject(new Error('This part of pdf.js is left out.'))",
  },
  { pattern: /`await import\("[^`]*`/g, replacement: "''" },
];

/**
 * Leaves out of pdf.js what could evaluate text as code or load code from an address: an extension must do neither, and
 * Mozilla's linter reports both (decision 102). Fails the build if a new version of pdf.js has it in another form.
 */
export function trimPdfReader(): Plugin {
  return {
    name: 'sidelight:trim-pdf-reader',
    enforce: 'pre',
    transform: {
      filter: { id: /pdfjs-dist\/legacy\/build\/pdf(?:\.worker)?\.mjs/ },
      handler(code, id) {
        const trimmed = trimPdfCode(code);
        if (trimmed === undefined) this.error(`${id} has changed: see tools/vite/trim-pdf-reader.ts.`);
        return { code: trimmed, map: null };
      },
    },
  };
}

/** @returns undefined if something dangerous is left */
export function trimPdfCode(code: string): string | undefined {
  const trimmed = dangerous.reduce(
    (rest, { pattern, replacement }) => rest.replace(pattern, () => replacement),
    code,
  );
  return /\bimport\(|\bnew Function\b|(?<![.\w])(?:Function|eval)\(/.test(trimmed) ? undefined : trimmed;
}
