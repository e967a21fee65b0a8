import type { ErrorReport } from '../host/run-result.js';

/** Why rows failed, and how many for it. */
export interface CountedReason extends ErrorReport {
  readonly count: number;
}

/** So many reasons are told apart; what fails for others is counted as one. */
const MOST_REASONS = 100;

const OTHERS: ErrorReport = { code: 'other', message: 'other reasons' };

/** Counts the reasons of failures. What differs in numbers and in what was given is one reason, told by its first. */
export class Reasons {
  readonly #counts = new Map<string, { readonly error: ErrorReport; count: number }>();

  /** Counts a failure. */
  count(error: ErrorReport): void {
    const kind = `${error.code} ${error.message.replace(/\d+/g, '0').replace(/"[^"]*"|'[^']{20,}'/g, '""')}`;
    const key = this.#counts.has(kind) || this.#counts.size < MOST_REASONS ? kind : '';
    const known = this.#counts.get(key) ?? { error: key === '' ? OTHERS : error, count: 0 };
    known.count += 1;
    this.#counts.set(key, known);
  }

  /** The reasons, the commonest first. */
  list(): CountedReason[] {
    return [...this.#counts.values()]
      .map(({ error: { code, message }, count }) => ({ code, message, count }))
      .sort((a, b) => b.count - a.count);
  }
}
