import { join } from 'node:path';

import type { SegmentLuaOptions } from '../../host/segment-lua-options.js';
import { complain } from '../terminal/terminal.js';
import { UsageError } from '../terminal/usage-error.js';

/** Whom the events of a queue are for. */
export interface QueueAim {
  readonly live?: true | undefined;
  readonly url?: string | undefined;
}

/**
 * The part of a folder that `--queue` names in which the events for one target lie: what was meant for one never goes
 * to another.
 */
export const aimFolder = (folder: string, { url }: QueueAim): string =>
  join(folder, url === undefined ? 'segment' : url.replace(/^https?:\/\//, '').replace(/[^\w.-]+/g, '_'));

/** The command that sends what waits in a folder. */
export const nameDrain = (folder: string, { url }: QueueAim): string =>
  `segment-lua queue drain ${folder} ${url === undefined ? '--live' : `--url ${url}`}`;

/** Makes queues in a folder. @throws UsageError where nothing could ever fail to arrive */
export const openQueues = async (
  folder: string,
  aim: QueueAim,
): Promise<Required<Pick<SegmentLuaOptions, 'queue'>>> => {
  if (!aim.live && aim.url === undefined)
    throw new UsageError(
      '--queue keeps events until Segment has them; give --live, or --url for what stands in for it',
    );
  const { durableQueue } = await import('@moonwire/segment-sdk/durable');
  const own = aimFolder(folder, aim);
  const onDamage = ({ message }: Error): void => {
    complain(message);
  };
  return { queue: () => durableQueue({ folder: own, onDamage }) };
};
