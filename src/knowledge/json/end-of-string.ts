const quote = 0x22;
const backslash = 0x5c;

/** The offset of the closing quotation mark of the JSON string whose characters begin at `from`, or the text's end. */
export function endOfString(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === backslash) at += 1;
    else if (unit === quote) return at;
  }
  return text.length;
}
