export { checkScript } from './check/check-script.js';
export { findHints } from './check/find-hints.js';
export type { Problem } from './check/script/problem.js';
