import { comparePlans, type PlanChange, type PlanDocument, type PlanRule } from '@moonwire/segment-sdk/plan';
import type { PublicApi } from '@moonwire/segment-sdk/public-api';

import { sayTarget } from '../../../host/target.js';
import { readPlanFile } from '../../session/plan-file.js';
import { openPublicApi } from '../../session/public-api.js';
import { readRemotePlan } from '../../session/remote-plan.js';
import { openSession } from '../../session/session.js';
import { EXIT } from '../../terminal/exit-code.js';
import { complain, countOff, say } from '../../terminal/terminal.js';
import { UsageError } from '../../terminal/usage-error.js';
import type { PushFlags } from './plan-command.js';
import { createSteps, type PushStep } from './push-steps.js';
import { sayChanges } from './say-changes.js';

/** Makes the rules of a plan those of a file: what differs is shown, and sent when somebody agrees. */
export const pushPlan = async (file: string, flags: PushFlags): Promise<void> => {
  const { document: local } = await readPlanFile(file);
  const session = await openSession(flags, {});
  const api = await openPublicApi(session, flags.account);
  const remote = await readRemotePlan(api, { id: flags.id ?? local.id, source: flags.source });
  const changes = comparePlans(withoutDeprecation(remote), withoutDeprecation(local));
  const wanted = changes.filter(({ kind }) => kind !== 'removed' || flags.prune);
  const where = `${JSON.stringify(remote.name ?? remote.id)} (${remote.id}) at ${sayTarget(session.target)}`;
  sayChanges(wanted);
  const staying = changes.length - wanted.length;
  if (staying > 0) say(`${countOff(staying, 'rule')} of ${where} not in ${file}: left as they are (--prune removes).`);
  if (wanted.length === 0) say(`Nothing to push: ${where} has what ${file} has.`);
  else if (flags.yes || (await agree(`Change ${countOff(wanted.length, 'rule')} of ${where}?`)))
    await send(api, remote.id, wanted, local, where);
  else say('Nothing was sent.');
  await session.host.close();
};

/** The API takes no deprecation of rules: it is read only. */
const withoutDeprecation = ({ rules, ...plan }: PlanDocument): PlanDocument => ({
  ...plan,
  rules: rules.map(({ type, key, version, jsonSchema }): PlanRule => ({
    type,
    ...(key !== undefined && { key }),
    version,
    jsonSchema,
  })),
});

const agree = async (message: string): Promise<boolean> => {
  if (!process.stdin.isTTY) throw new UsageError(`${message} Nobody is here to answer; --yes does it without asking`);
  const { confirm } = await import('@inquirer/prompts');
  return confirm({ message, default: false });
};

const send = async (
  api: PublicApi,
  id: string,
  changes: readonly PlanChange[],
  local: PlanDocument,
  where: string,
): Promise<void> => {
  const steps = createSteps(changes, local);
  for (const [at, step] of steps.entries()) {
    try {
      await step.send(api, id);
    } catch (error) {
      sayFailure(steps, at, error);
      process.exitCode = EXIT.failed;
      return;
    }
  }
  say(`Changed ${countOff(changes.length, 'rule')} of ${where}.`);
};

const sayFailure = (steps: readonly PushStep[], at: number, error: unknown): void => {
  const [done, failed, rest] = [steps.slice(0, at), steps.slice(at, at + 1), steps.slice(at + 1)];
  complain(`segment-lua: ${error instanceof Error ? error.message : String(error)}`);
  complain(`Written: ${nameRules(done)}.`);
  complain(`Not written: ${nameRules(failed)}.`);
  if (rest.length > 0) complain(`Not sent: ${nameRules(rest)}.`);
  complain('Run the same command again to go on: it sends what still differs.');
};

/** The rules of some steps by count, and the first and the last of them by name. */
const nameRules = (steps: readonly PushStep[]): string => {
  const names = steps.flatMap((step) => step.names);
  if (names.length === 0) return 'nothing';
  const ends = names.length > 2 ? `${names[0]} … ${names.at(-1)}` : names.join(', ');
  return `${countOff(names.length, 'rule')}, ${ends}`;
};
