/** A message for the user of a command, printed instead of a stack trace. */
export class CliError extends Error {}

/** Runs a command. Prints a `CliError` and exits with 1; rethrows any other error. */
export async function reportCliErrors(main: () => void | Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
