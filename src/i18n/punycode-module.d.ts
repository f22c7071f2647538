// By file name: in Node plain `punycode` is a built-in module.
declare module 'punycode/punycode.es6.js' {
  /** @throws RangeError if `input` is not Punycode */
  export function decode(input: string): string;
}
