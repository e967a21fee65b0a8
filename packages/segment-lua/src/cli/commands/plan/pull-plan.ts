import { sayTarget } from '../../../host/target.js';
import { writePlanFile } from '../../session/plan-file.js';
import { openPublicApi } from '../../session/public-api.js';
import { readRemotePlan } from '../../session/remote-plan.js';
import { openSession } from '../../session/session.js';
import { complain, countOff } from '../../terminal/terminal.js';
import type { PullFlags } from './plan-command.js';

/** Writes a plan of Segment to a file. */
export const pullPlan = async (flags: PullFlags): Promise<void> => {
  const session = await openSession(flags, {});
  const plan = await readRemotePlan(await openPublicApi(session, flags.account), flags);
  await writePlanFile(flags.out, plan);
  const { name = plan.id, rules } = plan;
  complain(`Read ${countOff(rules.length, 'rule')} of ${JSON.stringify(name)} from ${sayTarget(session.target)}.`);
  await session.host.close();
};
