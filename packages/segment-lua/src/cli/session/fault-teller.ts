import { complain } from '../terminal/terminal.js';

/**
 * Tells each fault once in a row: an outage is many of them.
 * @param describe What is said of a message. Default: the message alone.
 */
export const createFaultTeller = (describe = (message: string): string => message): ((error: Error) => void) => {
  let told = '';
  return ({ message }) => {
    if (message !== told) complain(describe(message));
    told = message;
  };
};
