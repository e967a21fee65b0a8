// What few clients need, in one file that is loaded when one of them does; see load-on-demand.ts.
export { undelivered } from '../delivery/undelivered.js';
export { gzipped } from '../http/gzip.js';
export { createAuthorized } from '../http/oauth.js';
export { observed } from '../http/observed.js';
export { refusal } from '../http/refusal.js';
export { askedToWait } from '../http/retry.js';
export { sendAll } from './batch.js';
export { Management } from './management.js';
export { beforeProcessExit } from './process-exit.js';
export { screen } from './screening.js';
