/** What the person who called a command is told, in words, in place of a stack trace. */
export class CliError extends Error {}

/** Runs a command; a refusal is printed and ends it with 1, any other error stays what it is. */
export async function reportCliErrors(main: () => void | Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
