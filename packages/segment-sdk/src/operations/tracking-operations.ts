import { alias } from './alias.js';
import { group } from './group.js';
import { identify } from './identify.js';
import { page } from './page.js';
import { screen } from './screen.js';
import { track } from './track.js';

/** The operations that send an event. */
export const trackingOperations = [identify, track, page, group, screen, alias] as const;
