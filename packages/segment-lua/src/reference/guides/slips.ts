import list from './slips.json' with { type: 'json' };

/** A usual mistake of somebody who knows another language, or another client, better. */
export interface Slip {
  readonly about: 'calls' | 'names' | 'values' | 'syntax';
  /** A whole script, as it is written. */
  readonly written: string;
  /** What is meant; it runs. */
  readonly meant: string;
  /** What the hint says of it, among other words. */
  readonly says: string;
  /** It cannot be told without running it. */
  readonly onlyRun?: true;
}

/** The usual slips, each of which is answered by what to write instead. */
export const slips = list as readonly Slip[];
