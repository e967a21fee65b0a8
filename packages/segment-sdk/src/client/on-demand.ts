// What few clients need, in one file that is loaded when one of them does; see load-on-demand.ts.
export { endFailedBatch } from '../delivery/failed-batch.js';
export { gzip } from '../delivery/gzip.js';
export { authorize } from '../http/oauth.js';
export { observe } from '../http/observe.js';
export { readRefusal } from '../http/read-answer.js';
export { sendAll } from './batch.js';
export { createManagement } from './management.js';
export { screen } from './screening.js';
