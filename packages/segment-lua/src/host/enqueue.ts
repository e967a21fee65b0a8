import { type Enqueued, isSegmentError } from '@moonwire/segment-sdk';

import type { RunClient } from './run-clients.js';

/** Queues an event, unless there is no room. */
export const enqueueNow = (client: RunClient, name: string, input: unknown): Enqueued | undefined => {
  try {
    return client.enqueue(name, input);
  } catch (error) {
    if (isSegmentError(error) && error.code === 'queue_full') return undefined;
    throw error;
  }
};

/** Queues an event as soon as there is room; a script never learns that there was none. */
export const enqueueLater = async (opening: Promise<RunClient>, name: string, input: unknown): Promise<Enqueued> => {
  const client = await opening;
  for (;;) {
    const enqueued = enqueueNow(client, name, input);
    if (enqueued) return enqueued;
    await client.ready();
  }
};
