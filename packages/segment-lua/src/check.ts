export { checkScript, type Problem } from './check/check-script.js';
