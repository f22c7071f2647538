export interface Import {
  readonly specifier: string;
  /** `import type …`, `export type … from`, or a type written as `import('…').Name`. */
  readonly isTypeOnly: boolean;
}

const statements = /^\s*(import|export)\s+(type\s+)?(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]/gm;
const calls = /\bimport\(\s*['"]([^'"]+)['"]\s*\)(\s*\.\s*[A-Z])?/g;

/** Every import of a TypeScript file: statements over one or several lines, re-exports, and `import(…)`. */
export function readImports(code: string): Import[] {
  const found: Import[] = [];
  for (const [, , type, specifier] of code.matchAll(statements)) {
    if (specifier !== undefined) found.push({ specifier, isTypeOnly: type !== undefined });
  }
  for (const [, specifier, typeName] of code.matchAll(calls)) {
    if (specifier !== undefined) found.push({ specifier, isTypeOnly: typeName !== undefined });
  }
  return found;
}
