import { SegmentError } from '@moonwire/segment-sdk';

/** Why a management call of an account with a real key cannot work in a page, and what does. */
const NO_CORS =
  'the Public API does not answer browsers (it sends no CORS headers), so a real key can only send events here; ' +
  'put this account back on the simulator, or run the script on a server or behind a proxy (publicApiUrl)';

/** What such a call ends with; it is never retried. */
export const createNoCorsError = (): SegmentError =>
  new SegmentError(NO_CORS, { kind: 'network', code: 'no_cors', retryable: false });
