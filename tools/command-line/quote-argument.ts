/** A path as it is written in a command: between quotation marks where the shell would take it apart or read something into it. */
export function quoteArgument(argument: string, isWindows = process.platform === 'win32'): string {
  // What begins with a hyphen would be an option.
  const safe = argument.startsWith('-') ? `./${argument}` : argument;
  if (/^[\p{L}\p{N}\p{M}_@%+=:,./-]+$/u.test(safe) || (isWindows && /^[\w:.\\/-]+$/.test(safe))) return safe;
  return isWindows ? `"${safe}"` : `'${safe.replaceAll("'", "'\\''")}'`;
}
