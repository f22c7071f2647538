/**
 * The number of the line at `offset`. Counts without splitting: a hostile file may have a line end for every character.
 */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let end = text.indexOf('\n'); end >= 0 && end < offset; end = text.indexOf('\n', end + 1)) line += 1;
  return line;
}
