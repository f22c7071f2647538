/** What the person who called a command is told, in words, in place of a stack trace. */
export class Refusal extends Error {}

/** Runs a command; a refusal is printed and ends it with 1, any other error stays what it is. */
export async function tellRefusals(main: () => void | Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
