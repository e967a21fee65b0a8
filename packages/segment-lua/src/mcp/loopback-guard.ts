import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Why a request is turned away. */
export interface Refusal {
  readonly status: 401 | 403;
  readonly message: string;
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

const hostOf = (address: string): string | undefined => (URL.canParse(address) ? new URL(address).hostname : undefined);

const isLoopback = (address: string): boolean => LOOPBACK.has(hostOf(address) ?? '');

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * Lets through what comes from this machine and knows the token. A page in a browser has an `Origin`, and a name that
 * was rebound to 127.0.0.1 shows in `Host`; both must be loopback.
 */
export const refusalOf = (request: IncomingMessage, token: string): Refusal | undefined => {
  const { origin, host, authorization } = request.headers;
  if (origin !== undefined && !isLoopback(origin))
    return { status: 403, message: `Requests from ${origin} are not accepted` };
  if (host === undefined || !isLoopback(`http://${host}`))
    return { status: 403, message: 'Only requests to localhost are accepted' };
  const given = /^Bearer (.+)$/i.exec(authorization ?? '')?.[1] ?? '';
  if (timingSafeEqual(digest(given), digest(token))) return undefined;
  return {
    status: 401,
    message: 'Expected the header "Authorization: Bearer TOKEN" with the token this server printed',
  };
};
