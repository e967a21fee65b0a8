export { wholeReference } from './reference/whole-reference.js';
