/**
 * Counts the characters that `run` has regular expressions and native text functions read: a measure of work that is
 * independent of the machine's load. Backtracking within one match is not counted.
 */
export function countReadCharacters(run: () => void): number {
  const { exec } = RegExp.prototype;
  const { normalize, indexOf, lastIndexOf } = String.prototype;
  let count = 0;
  RegExp.prototype.exec = function (text) {
    const from = this.global || this.sticky ? this.lastIndex : 0;
    const match = exec.call(this, text);
    count += (match ? match.index + match[0].length : text.length) - from;
    return match;
  };
  String.prototype.normalize = function (this: string, form) {
    count += this.length;
    return normalize.call(this, form);
  };
  String.prototype.indexOf = function (this: string, searched, from = 0) {
    const at = indexOf.call(this, searched, from);
    count += (at < 0 ? this.length : at) - from;
    return at;
  };
  String.prototype.lastIndexOf = function (this: string, searched, from = this.length) {
    const at = lastIndexOf.call(this, searched, from);
    count += from - at;
    return at;
  };
  try {
    run();
  } finally {
    RegExp.prototype.exec = exec;
    Object.assign(String.prototype, { normalize, indexOf, lastIndexOf });
  }
  return count;
}
