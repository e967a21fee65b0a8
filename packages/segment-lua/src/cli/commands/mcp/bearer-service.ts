import { checkScript } from '../../../check/check-script.js';
import type { Policy } from '../../../host/policy.js';
import type { SegmentLuaOptions } from '../../../host/segment-lua-options.js';
import type { Service } from '../../../mcp/create-mcp-server.js';
import type { Caller, RunScript } from '../../../mcp/execute-lua.js';
import { createHeldRuns } from '../../../mcp/held-runs.js';
import { createDeletionPolicy } from '../../session/deletion-policy.js';
import { createFilePolicy, type PolicyFile } from '../../session/policy-file.js';
import { openSession, type SessionFlags } from '../../session/session.js';
import type { Grant } from '../../session/tokens-file.js';
import type { McpFlags } from './mcp-command.js';

/** What is served to those who present one token, all of them alike. */
export type BearerService = Omit<Service, 'target'>;

/**
 * Serves the bearers of one token: with the server's own flags, and within what the token grants.
 *
 * @param file The policy of the server, which that of a token stands in for.
 * @param given What scripts are run with.
 */
export const createBearerService = (
  flags: McpFlags,
  grant: Grant,
  file: PolicyFile | undefined,
  given: Pick<SegmentLuaOptions, 'sandbox' | 'holds'>,
): Omit<BearerService, 'docs'> => {
  const isReadOnly = flags.readOnly === true || grant.readOnly === true;
  const allow = [...flags.allow, ...(grant.allow ?? [])];
  const reach: SessionFlags = { ...flags, accounts: grant.accounts };
  const account = grant.account ?? (grant.accounts?.length === 1 ? grant.accounts[0] : flags.account);
  const options: SegmentLuaOptions = account === undefined ? {} : { account };
  const policyOf = choosePolicy(isReadOnly, allow, grant.policy ?? file);
  return {
    isReadOnly,
    held: createHeldRuns(),
    run: createRunApart(reach, { ...options, ...given }, isReadOnly, policyOf),
    check: createCheck(reach, options),
  };
};

/** What each caller's scripts may do. */
const choosePolicy = (
  isReadOnly: boolean,
  allow: readonly string[],
  file: PolicyFile | undefined,
): ((caller: Caller) => Policy) => {
  if (isReadOnly) return () => READ_ONLY;
  const base = createDeletionPolicy(allow);
  return ({ name, ask }) => {
    const policy = file === undefined ? base : createFilePolicy(file, name, allow);
    return ask === undefined ? policy : { ...policy, ask };
  };
};

const READ_ONLY: Policy = {
  rules: [{ effect: 'write', then: 'deny' }],
  owner: 'whoever starts segment-lua mcp, without --read-only,',
};

/** A simulator of its own for every run: runs cannot see each other's events, and none are kept. */
const createRunApart =
  (
    reach: SessionFlags,
    options: SegmentLuaOptions,
    isReadOnly: boolean,
    policyOf: (caller: Caller) => Policy,
  ): RunScript =>
  async (code, runOptions, caller) => {
    // A dry run deletes nothing.
    const isFree = runOptions.dryRun === true && !isReadOnly;
    const { host } = await openSession(reach, { ...options, ...(!isFree && { policy: policyOf(caller) }) });
    try {
      return await host.run(code, runOptions);
    } finally {
      await host.close();
    }
  };

/** Checks in this thread: what is run of a script is one of its names or calls at a time, and nothing is sent. */
const createCheck =
  (reach: SessionFlags, options: SegmentLuaOptions): Service['check'] =>
  async (code) => {
    const { host } = await openSession(reach, options);
    try {
      return await checkScript(host, code);
    } finally {
      await host.close();
    }
  };
