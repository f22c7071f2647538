// By the file's name: `punycode` alone is, in Node, a module of Node's own.
declare module 'punycode/punycode.es6.js' {
  /** @throws RangeError where `input` is not Punycode */
  export function decode(input: string): string;
}
