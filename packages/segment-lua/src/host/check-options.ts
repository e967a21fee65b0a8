import { defaultLimits, type OptionNames, refuseUnknownOption } from '@moonwire/lua-bridge';

import type { RunOptions, SegmentLuaOptions } from './segment-lua-options.js';

const HOST_AND_RUN: OptionNames<SegmentLuaOptions | RunOptions> = {
  globals: true,
  account: true,
  onOutput: true,
  beforeCall: true,
  onCall: true,
  modules: true,
  dryRun: true,
};
const HOST: OptionNames<SegmentLuaOptions> = {
  ...HOST_AND_RUN,
  accounts: true,
  simulator: true,
  limits: true,
  policy: true,
  delivery: true,
  client: true,
  queue: true,
  holds: true,
  plan: true,
  onViolation: true,
  sandbox: true,
  hints: true,
};
const RUN: OptionNames<RunOptions> = { ...HOST_AND_RUN, name: true, args: true, signal: true, deadlineMs: true };

/**
 * Refuses an option that would be ignored: a misspelt `dryRun` sends, a misspelt `policy` allows.
 * @throws TypeError that names it, and what was probably meant.
 */
export const checkHostOptions = (given: object): void => {
  refuseUnknownOption('createSegmentLua', given, HOST);
  const { plan, onViolation }: SegmentLuaOptions = given;
  if (onViolation !== undefined && plan === undefined)
    throw new TypeError(
      "createSegmentLua: onViolation says what becomes of events that break a plan; give 'plan', too",
    );
};

/** The same for the options of a run. */
export const checkRunOptions = (given: object): void => {
  refuseUnknownOption('run', given, RUN, (name) =>
    Object.hasOwn(HOST, name) || Object.hasOwn(defaultLimits, name) ? 'It is an option of createSegmentLua' : undefined,
  );
};
