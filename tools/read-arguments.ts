import { type ParseArgsConfig, parseArgs } from 'node:util';
import { Refusal } from './refusal.ts';

/**
 * A command's options and arguments.
 * @param usage what the command takes, told where these make no sense
 * @throws Refusal where an option is not known, or lacks its value
 */
export function readArguments<Config extends ParseArgsConfig>(
  config: Config,
  usage: string,
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new Refusal(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

/**
 * The number that was given for `option`; undefined where none was.
 * @throws Refusal where it is no whole number, or below `least`: `NaN` would do nothing at all and call it a success
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
  throw new Refusal(`${option} ${given}: Give a whole number, ${least} or more.`);
}
