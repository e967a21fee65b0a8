import type { RunSummary } from './protocol.js';

/** Why a management call of an account with a real key cannot work in a page, and what does. */
const NO_CORS =
  'the Public API does not answer browsers (it sends no CORS headers), so a real key can only send events here; ' +
  'put this account back on the simulator, or run the script on a server or behind a proxy (publicApiUrl)';

/** The answer the client is given in the place of one; 501 is never retried. */
export const noCorsAnswer = { status: 501, body: JSON.stringify({ errors: [{ type: 'no_cors', message: NO_CORS }] }) } as const;

type ReportedError = NonNullable<RunSummary['error']>;

/** Says what it is where the client could only report the stand-in answer. */
export const namingNoCors = (error: ReportedError): ReportedError =>
  error.message.includes(NO_CORS) ? { ...error, code: 'no_cors', message: error.message.replace(`refused (${noCorsAnswer.status}): `, '') } : error;
