import { defaultLimits } from '../meter/limits.js';
import { findMeant } from './did-you-mean.js';

/** The options that a place takes: typed so that one that is added to them is added here. */
export type OptionNames<Options> = Readonly<Record<keyof Options, true>>;

/** The same of whichever options. */
export type KnownNames = Readonly<Record<string, true>>;

/** An option that a place does not take. */
export interface UnknownOption {
  readonly name: string;
  /** What is wrong, and what was probably meant: `there is no option 'timeMs'. Did you mean: limits.timeMs`. */
  readonly message: string;
}

/**
 * Finds an option that would be ignored: a bound or a check that is misspelt bounds and checks nothing.
 *
 * @param findElsewhere What to say of an option that is known elsewhere: `Did you mean: limits.timeMs`, the default for
 *   limits.
 */
export const findUnknownOption = (
  given: object,
  known: KnownNames,
  findElsewhere: (name: string) => string | undefined = findLimit,
): UnknownOption | undefined => {
  const unknown = Object.entries(given).find(([name, value]) => !Object.hasOwn(known, name) && value !== undefined);
  if (unknown === undefined) return undefined;
  const [name] = unknown;
  const hint = findElsewhere(name) ?? findMeant(name, Object.keys(known)).hint;
  return { name, message: `there is no option '${name}'. ${hint}` };
};

/**
 * Refuses such an option.
 *
 * @param place Who is given the options, such as `createLua`.
 * @throws TypeError that names it, and what was probably meant.
 */
export const refuseUnknownOption = (place: string, ...options: Parameters<typeof findUnknownOption>): void => {
  const unknown = findUnknownOption(...options);
  if (unknown !== undefined) throw new TypeError(`${place}: ${unknown.message}`);
};

const findLimit = (name: string): string | undefined =>
  Object.hasOwn(defaultLimits, name) ? `Did you mean: limits.${name}` : undefined;
