import type { Share } from '../../redis/open-share.js';
import { complain } from '../terminal/terminal.js';
import { UsageError } from '../terminal/usage-error.js';
import { isRedis, loadOptional, readRedisAddress } from './queue-place.js';

/** Opens what `--share` names. @throws UsageError for what is no Redis, or where ioredis is not installed */
export const openSharedPlace = async (place: string): Promise<Share> => {
  const url = readRedisAddress(place);
  if (!isRedis(place) || url === undefined)
    throw new UsageError('--share is given in a Redis: redis://host:6379, or redis: for that of SEGMENT_LUA_REDIS');
  const { openShare } = await loadRedis();
  return openShare(url, ({ message }) => {
    complain(message);
  });
};

const loadRedis = (): Promise<typeof import('../../redis/open-share.js')> =>
  loadOptional(() => import('../../redis/open-share.js'), '--share needs a package more: npm install ioredis');
