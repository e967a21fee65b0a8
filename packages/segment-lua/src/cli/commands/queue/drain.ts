import { once } from 'node:events';

import { createSegment, type Segment } from '@moonwire/segment-sdk';

import { type AccountSource, createAccountSource } from '../../../accounts/account-source.js';
import type { ClientOptions } from '../../../accounts/segment-account.js';
import { type Outcome, sumReports } from '../../../host/sum-reports.js';
import { sayTarget } from '../../../host/target.js';
import { createFaultTeller } from '../../session/fault-teller.js';
import { aimFolder, isRedis, nameDrain, openFolderQueues } from '../../session/queue-place.js';
import { openSession } from '../../session/session.js';
import { EXIT } from '../../terminal/exit-code.js';
import { catchInterrupt } from '../../terminal/interrupt.js';
import { complain, countOff, say, sayJson } from '../../terminal/terminal.js';
import { UsageError } from '../../terminal/usage-error.js';
import { findFolderQueues, type FolderQueue } from './folder-queues.js';
import { nameSources } from './name-accounts.js';
import type { QueueDrainFlags } from './queue-command.js';

/** Sends what waits in a folder for one target, and says what came of it; the exit code says whether all of it went. */
export const drain = async (folder: string, flags: QueueDrainFlags): Promise<void> => {
  if (!flags.live && flags.url === undefined)
    throw new UsageError(
      'where the events are to go is not said; give --live, or --url for what stands in for Segment',
    );
  if (isRedis(folder)) throw new UsageError(`what waits in Redis is delivered by workers: ${nameDrain(folder, flags)}`);
  const session = await openSession({ live: flags.live, url: flags.url }, {});
  const { accounts = {}, client = {} } = session.options;
  const source = createAccountSource(accounts);
  const queues = await chooseQueues(folder, flags, source);
  const interrupt = catchInterrupt();
  const clients = await openClients(queues, source, client);
  if (flags.watch && !interrupt.signal.aborted) await once(interrupt.signal, 'abort');
  const reports = await Promise.all(clients.map((segment) => segment.close()));
  interrupt.dispose();
  await session.host.close();
  sayOutcome(sumReports(reports), session.target, folder, flags.json);
};

/** A queue whose account is known. */
type OwnQueue = Pick<FolderQueue, 'folder'> & { readonly account: string };

/** Those for the target that are of an account: what waits, and with `--watch` what may come. */
const chooseQueues = async (
  folder: string,
  { live, url, watch, account: only }: QueueDrainFlags,
  source: AccountSource,
): Promise<readonly OwnQueue[]> => {
  const names = await nameSources(source);
  const aimed = aimFolder(folder, { live, url });
  const queues: OwnQueue[] = [];
  if (watch) for (const account of names.values()) queues.push({ folder: aimed, account });
  for (const queue of watch ? [] : await findFolderQueues(folder)) {
    if (queue.events === 0 || ![aimed, folder].includes(queue.folder)) continue;
    const account = names.get(queue.source);
    if (account !== undefined) queues.push({ folder: queue.folder, account });
    else
      complain(
        `${countOff(queue.events, 'event')} of a source that no account here has the key of (${queue.source}) stay.`,
      );
  }
  return only === undefined ? queues : queues.filter(({ account }) => account === only);
};

const openClients = async (
  queues: readonly OwnQueue[],
  source: AccountSource,
  client: ClientOptions,
): Promise<Segment[]> =>
  Promise.all(
    queues.map(async ({ folder, account }) =>
      createSegment({
        ...client,
        ...(await source.credentials(account)),
        queue: (await openFolderQueues(folder))(),
        onError: createFaultTeller(),
      }),
    ),
  );

const sayOutcome = (outcome: Outcome, target: string, folder: string, json: true | undefined): void => {
  const { delivered, waiting, refused } = outcome;
  if (json) sayJson({ target, ...outcome });
  else {
    say(`${countOff(delivered, 'event')} delivered to ${sayTarget(target)}.`);
    if (waiting > 0) say(`${countOff(waiting, 'event still waits', 'events still wait')} in ${folder}.`);
    if (refused > 0)
      say(`Segment refused ${countOff(refused, 'event')} for good: segment-lua queue dead ${folder} says why.`);
  }
  if (waiting + refused > 0) process.exitCode = EXIT.failed;
};
