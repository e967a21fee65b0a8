import type { OptionCheck } from '../contract/check-options.js';
import { drawBackoff, drawCountedBackoff, type Patience } from './send.js';

/** How often a call of the Public API is repeated unless told otherwise: somebody waits for it. */
export const CALLER_RETRIES = 10;

/**
 * How patient a sender is by the options of its user. Who counts the retries gets longer waits between them.
 * @param standard How often a request is repeated unless told otherwise.
 */
export const readPatience = (
  check: OptionCheck,
  maxRetries: number | undefined,
  maxRetryMs: number,
  standard: number,
): Patience =>
  maxRetries === undefined || maxRetries === Infinity
    ? { maxRetries: maxRetries ?? standard, maxRetryMs, draw: drawBackoff }
    : { ...check.numbers({ maxRetries: [0, standard] }), maxRetryMs, draw: drawCountedBackoff };
