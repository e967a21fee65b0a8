import { defaultLimits, findMeant } from '@moonwire/lua-bridge';

import type { RunOptions, SegmentLuaOptions } from './segment-lua-options.js';

/* Typed so that an option that is added is added here. */
type Names<Options> = Readonly<Record<keyof Options, true>>;

const HOST_AND_RUN: Names<SegmentLuaOptions | RunOptions> = {
  globals: true,
  account: true,
  onOutput: true,
  onCall: true,
  dryRun: true,
};
const HOST: Names<SegmentLuaOptions> = {
  ...HOST_AND_RUN,
  accounts: true,
  simulator: true,
  limits: true,
  policy: true,
  delivery: true,
  client: true,
  plan: true,
  onViolation: true,
  sandbox: true,
};
const RUN: Names<RunOptions> = { ...HOST_AND_RUN, name: true, args: true, signal: true };

/**
 * Refuses an option that would be ignored: a misspelt `dryRun` sends, a misspelt `policy` allows.
 * @throws TypeError that names it, and what was probably meant.
 */
export const checkHostOptions = (given: object): void => {
  checkNames('createSegmentLua', given, HOST, (name) =>
    Object.hasOwn(defaultLimits, name) ? `Did you mean: limits.${name}` : undefined,
  );
};

/** The same for the options of a run. */
export const checkRunOptions = (given: object): void => {
  checkNames('run', given, RUN, (name) =>
    Object.hasOwn(HOST, name) || Object.hasOwn(defaultLimits, name) ? 'It is an option of createSegmentLua' : undefined,
  );
};

const checkNames = (
  place: string,
  given: object,
  known: object,
  findElsewhere: (name: string) => string | undefined,
): void => {
  for (const [name, value] of Object.entries(given)) {
    if (Object.hasOwn(known, name) || value === undefined) continue;
    const hint = findElsewhere(name) ?? findMeant(name, Object.keys(known)).hint;
    throw new TypeError(`${place}: there is no option '${name}'. ${hint}`);
  }
};
