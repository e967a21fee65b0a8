/** The script of a thread as one text, for Node and for browsers. */
export { default } from './thread.asset';
