import type { SearchEntry } from '../agent/search.js';

/** A result of the site's search. */
export interface SiteSearchEntry extends SearchEntry {
  readonly title: string;
  readonly summary: string;
  /** Within the site: `functions/track.html`. */
  readonly path: string;
}
