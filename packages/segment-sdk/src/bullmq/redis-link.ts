import { Redis, type RedisOptions } from 'ioredis';

import { isSegmentError, type SegmentError } from '../contract/errors.js';
import { quietly } from '../http/timer.js';
import { badRedis, queueFull, redisAway } from './redis-error.js';
import { SCRIPTS, type Scripts } from './redis-scripts.js';

/** Where Redis (or Valkey) is: a URL, or options of ioredis. */
export type RedisPlace = string | Omit<RedisOptions, 'replyMapping'>;

/** A connection that has the scripts of the queues of events. */
export type ScriptedRedis = Redis & Scripts;

/** What a link is opened with. */
export interface RedisLinkOptions<Own> {
  /** Lua by the names of the methods that the connection has for it. */
  readonly scripts: Readonly<Record<keyof Own & string, string>>;
  /** Learns of each outage when it begins. */
  readonly onAway?: ((error: SegmentError) => void) | undefined;
}

/** The last wait before the next attempt to connect, in milliseconds: an outage is over soon after Redis is back. */
const LONGEST_PAUSE_MS = 1_000;

/** How long one attempt to connect may take, in milliseconds. */
const CONNECT_MS = 5_000;

/** How much of its `maxmemory` Redis may use before nothing is put: workers need room to work. */
const USABLE = 0.8;

/** How long a look at the memory of Redis counts, in milliseconds. */
const MEMORY_MS = 200;

/** How much of `maxmemory` may be put between two looks: many producers share what is left. */
const UNSEEN = 0.005;

/** A connection that sends what is asked in one turn in one piece: each piece is a call of the system on both sides. */
class GatheringRedis extends Redis {
  #isGathering = false;

  override sendCommand(...given: Parameters<Redis['sendCommand']>): unknown {
    if (!this.#isGathering && this.status === 'ready') this.#gather();
    return super.sendCommand(...given);
  }

  #gather(): void {
    const { stream } = this;
    this.#isGathering = true;
    stream.cork();
    process.nextTick(() => {
      this.#isGathering = false;
      stream.uncork();
    });
  }
}

/**
 * One connection to Redis (or Valkey), shared by all queues of a process. Calls are refused at once while Redis is
 * away; those that were on the way when it went are sent again once, which does no harm: jobs have ids of their own.
 */
export class RedisLink<Own = Scripts> {
  readonly redis: Redis & Own;
  /** Host and port, for messages; never the password. */
  readonly where: string;
  #connecting: Promise<void> | undefined;
  #lastError: unknown;
  #memoryAt = -Infinity;
  #isCramped = false;
  #mayPut = 0;
  #isAway = false;

  constructor(place: RedisPlace, { scripts, onAway = () => undefined }: RedisLinkOptions<Own>) {
    const settings = {
      lazyConnect: true,
      enableOfflineQueue: false,
      maxRetriesPerRequest: 1,
      connectTimeout: CONNECT_MS,
      maxLoadingRetryTime: LONGEST_PAUSE_MS,
      retryStrategy: (times: number) => Math.min(LONGEST_PAUSE_MS, 25 * 2 ** times),
    };
    const redis: Redis =
      typeof place === 'string' ? new GatheringRedis(place, settings) : new GatheringRedis({ ...place, ...settings });
    for (const [name, lua] of Object.entries<string>(scripts)) redis.defineCommand(name, { lua });
    this.redis = redis as Redis & Own;
    const { path, host, port } = redis.options;
    this.where = path ?? `${String(host)}:${String(port)}`;
    redis.on('error', (error: unknown) => {
      this.#lastError = error;
      if (this.#isAway) return;
      this.#isAway = true;
      onAway(redisAway(this.where, error));
    });
    redis.on('ready', () => {
      this.#isAway = false;
    });
  }

  /** Resolves when Redis can be asked; the first time it connects. @throws {SegmentError} `queue_failed` at once */
  async ready(): Promise<Redis & Own> {
    if (this.redis.status === 'wait') this.#connecting = this.redis.connect();
    try {
      await this.#connecting;
    } catch (error) {
      this.#lastError ??= error;
    }
    this.#connecting = undefined;
    if (this.redis.status !== 'ready') throw redisAway(this.where, this.#lastError ?? 'not connected');
    return this.redis;
  }

  /** Waits for Redis to be there, for a time in milliseconds; tells whether it is. */
  async back(ms: number): Promise<boolean> {
    const { redis } = this;
    if (redis.status === 'wait') await this.ready().catch(() => undefined);
    if (redis.status === 'ready') return true;
    let heard: () => void = () => undefined;
    await within(ms, new Promise<void>((resolve) => redis.once('ready', (heard = resolve))));
    redis.off('ready', heard);
    return (redis.status as string) === 'ready';
  }

  /**
   * Whether Redis is fit for a queue: it must evict nothing.
   * @throws {SegmentError} `queue_failed`
   */
  async check(): Promise<void> {
    const redis = await this.ready();
    const memory = await redis.info('memory');
    const policy = fieldOf(memory, 'maxmemory_policy');
    if (Number(fieldOf(memory, 'maxmemory')) > 0 && policy !== 'noeviction')
      throw badRedis(this.where, `its maxmemory-policy is ${String(policy)}, which drops events; set noeviction`);
  }

  /** @param bytes How much is to be put. @throws {SegmentError} `queue_full` if Redis is near its `maxmemory` */
  async checkRoom(bytes: number): Promise<void> {
    const redis = await this.ready();
    this.#mayPut -= bytes;
    if (this.#mayPut < 0 || performance.now() - this.#memoryAt > MEMORY_MS) {
      const memory = await redis.info('memory');
      const most = Number(fieldOf(memory, 'maxmemory'));
      this.#isCramped = most > 0 && Number(fieldOf(memory, 'used_memory')) > most * USABLE;
      this.#memoryAt = performance.now();
      this.#mayPut = most > 0 ? most * UNSEEN : Infinity;
    }
    if (this.#isCramped) throw queueFull(`Redis uses more than ${USABLE * 100} % of its maxmemory`);
  }

  /** What a call failed of: `queue_failed` where Redis went while it was asked, else the error as it is. */
  explain(error: unknown): unknown {
    return !isSegmentError(error) && OUTAGE.test((error as Error).message) ? redisAway(this.where, error) : error;
  }

  /** Ends at once, whatever Redis does. */
  close(): void {
    this.redis.disconnect();
  }
}

/** What ioredis says of calls that did not arrive, or were not answered, and Redis while it reads its files. */
const OUTAGE = /connection is closed|ECONN|max retries per request|stream isn't writeable|^LOADING/i;

/** Opens the connection of queues of events. */
export const openLink = (place: RedisPlace, onAway?: (error: SegmentError) => void): RedisLink =>
  new RedisLink(place, { scripts: SCRIPTS, onAway });

const fieldOf = (info: string, name: string): string | undefined =>
  new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1];

/** Waits for something that may never come; goes on without it after a time, in milliseconds. */
export const within = async (ms: number, work: Promise<unknown>): Promise<void> => {
  let cancel: () => void = () => undefined;
  const over = new Promise<void>((resolve) => (cancel = quietly(ms, resolve)));
  await Promise.race([work.catch(() => undefined), over]);
  cancel();
};
