import type { TransportRequest } from '@moonwire/segment-sdk';

import type { WorkerAccount } from '../protocol/run-setup.js';

/**
 * What stands for an account's credentials inside the worker: it tells the accounts apart on the wire. On the simulator
 * it is the write key; for a live account the page puts the real one in its place.
 */
export const nameCredential = ({ name, live }: WorkerAccount): string => `${live ? 'live' : 'simulator'}-${name}`;

const readCredential = (authorization: string): string => {
  const [scheme = '', value = ''] = authorization.split(' ');
  return scheme.toLowerCase() === 'basic' ? atob(value).replace(/:$/, '') : value;
};

/** The account a request was made for. */
export const findAccount = (
  { headers }: TransportRequest,
  accounts: readonly WorkerAccount[],
): WorkerAccount | undefined => {
  const credential = readCredential(headers.Authorization ?? '');
  return accounts.find((account) => nameCredential(account) === credential);
};
