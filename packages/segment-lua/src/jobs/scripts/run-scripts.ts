import { NOW } from './shared.js';

/**
 * Begins a job for whoever has taken it. KEYS: record. ARGV: token, worker. Returns `gone`, `ended`, `cancel`,
 * `interrupted`, or `run`; then what was submitted, and which attempt it is.
 */
export const begin = `${NOW}
local state = redis.call('HGET', KEYS[1], 'state')
if not state then return {'gone'} end
if state ~= 'waiting' and state ~= 'running' then return {'ended'} end
redis.call('HSET', KEYS[1], 'token', ARGV[1])
if redis.call('HGET', KEYS[1], 'cancel') then return {'cancel'} end
if tonumber(redis.call('HGET', KEYS[1], 'calls') or 0) > 0 and redis.call('HGET', KEYS[1], 'rerun') ~= 'always' then
  return {'interrupted'}
end
local attempt = redis.call('HINCRBY', KEYS[1], 'attempts', 1)
redis.call('HSET', KEYS[1], 'state', 'running', 'started', now, 'worker', ARGV[2])
return {'run', redis.call('HGET', KEYS[1], 'spec'), attempt}
`;

/** Notes of a job at most. */
const MOST_NOTES = 1_000;

/**
 * Notes a call that is about to be made; 0 if the job is no longer the caller's. KEYS: record, notes. ARGV: token,
 * call.
 */
export const note = `
if redis.call('HGET', KEYS[1], 'token') ~= ARGV[1] then return 0 end
if redis.call('HINCRBY', KEYS[1], 'calls', 1) <= ${MOST_NOTES} then redis.call('RPUSH', KEYS[2], ARGV[2]) end
return 1
`;

/**
 * Keeps a job; takes BullMQ's lock again where it has lapsed and nobody else has begun the job. KEYS: record, lock,
 * stalled. ARGV: token, milliseconds, id. Returns 0 if it is somebody else's, 2 if it is to stop, else 1.
 */
export const beat = `
if redis.call('HGET', KEYS[1], 'token') ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[2], ARGV[1], 'PX', ARGV[2])
redis.call('SREM', KEYS[3], ARGV[3])
return redis.call('HGET', KEYS[1], 'cancel') and 2 or 1
`;

/** Lets a job wait again that may be run from the start; 0 if it may not. KEYS: record. ARGV: token. */
export const putBack = `
if redis.call('HGET', KEYS[1], 'token') ~= ARGV[1] then return 0 end
if tonumber(redis.call('HGET', KEYS[1], 'calls') or 0) > 0 and redis.call('HGET', KEYS[1], 'rerun') ~= 'always' then
  return 0
end
redis.call('HSET', KEYS[1], 'state', 'waiting')
redis.call('HDEL', KEYS[1], 'token', 'worker')
return 1
`;
