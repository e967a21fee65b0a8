import { complain } from './terminal.js';

/**
 * Tells each fault once in a row, with its time: an outage is many of them.
 * @param about What it is of, before the fault.
 */
export const complainOnce = (about = ''): ((error: Error) => void) => {
  let told = '';
  return ({ message }) => {
    if (message !== told) complain([new Date().toISOString(), about, message].filter(Boolean).join(' '));
    told = message;
  };
};
