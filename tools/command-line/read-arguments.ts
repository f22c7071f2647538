import { type ParseArgsConfig, parseArgs } from 'node:util';
import { CliError } from './cli-error.ts';

/**
 * A command's options and arguments.
 * @param usage printed if they are invalid
 * @param maxArguments how many arguments the command takes besides options
 * @throws CliError if an option is unknown, lacks its value or is given twice, or if an argument is empty or one too
 * many
 */
export function readArguments<Config extends ParseArgsConfig>(
  config: Config,
  usage: string,
  maxArguments = Number.POSITIVE_INFINITY,
): ReturnType<typeof parseArgs<Config>> {
  const usageError = (reason: string) => new CliError(`${reason}\n${usage}`);
  let tokens: readonly Token[] | undefined;
  let parsed: ReturnType<typeof parseArgs<Config>>;
  try {
    parsed = parseArgs(config);
    ({ tokens } = parseArgs({ ...config, tokens: true }));
  } catch (error) {
    throw usageError(error instanceof Error ? error.message : String(error));
  }
  const given = new Set<string>();
  for (const { kind, name, value } of tokens ?? []) {
    const what = name === undefined ? 'An argument' : `--${name}`;
    // Probably an unset shell variable: the path "" would be the caller's current folder.
    if (value?.trim() === '') throw usageError(`${what} is empty.`);
    if (kind !== 'option' || name === undefined) continue;
    if (given.has(name)) throw usageError(`${what} is given twice; only the last one would count.`);
    given.add(name);
  }
  const surplus = parsed.positionals[maxArguments];
  if (surplus !== undefined) throw usageError(`"${surplus}" is one argument too many.`);
  return parsed;
}

interface Token {
  readonly kind: string;
  readonly name?: string;
  readonly value?: string | undefined;
}

/**
 * The number given for `option`; undefined if there was none.
 * @throws CliError if it is not a whole number, or below `least`: with `NaN` a command would do nothing and report
 * success
 */
export function readCount<Given extends string | undefined>(
  option: string,
  given: Given,
  least = 1,
): Given extends string ? number : number | undefined {
  type Count = Given extends string ? number : number | undefined;
  if (given === undefined) return undefined as Count;
  const count = Number(given);
  if (given.trim() !== '' && Number.isInteger(count) && count >= least) return count as Count;
  throw new CliError(`${option} ${given}: Give a whole number, ${least} or more.`);
}
