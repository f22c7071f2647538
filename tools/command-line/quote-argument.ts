/** A path as written in a command: in quotation marks if the shell would split or expand it. */
export function quoteArgument(argument: string, isWindows = process.platform === 'win32'): string {
  // A leading hyphen would make it an option.
  const safe = argument.startsWith('-') ? `./${argument}` : argument;
  if (/^[\p{L}\p{N}\p{M}_@%+=:,./-]+$/u.test(safe) || (isWindows && /^[\w:.\\/-]+$/.test(safe))) return safe;
  return isWindows ? `"${safe}"` : `'${safe.replaceAll("'", "'\\''")}'`;
}
