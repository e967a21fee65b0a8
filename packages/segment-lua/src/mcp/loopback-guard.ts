import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

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
 * Lets through what comes from this machine. A page in a browser has an `Origin`, and a name that was rebound to
 * 127.0.0.1 shows in `Host`; both must be loopback.
 */
export const refuseForeign = ({ headers: { origin, host } }: IncomingMessage): Refusal | undefined => {
  if (origin !== undefined && !isLoopback(origin))
    return { status: 403, message: `Requests from ${origin} are not accepted` };
  if (host === undefined || !isLoopback(`http://${host}`))
    return { status: 403, message: 'Only requests to localhost are accepted' };
  return undefined;
};

/** Lets through what knows the token. */
export const refuseUnknown = ({ headers: { authorization } }: IncomingMessage, token: string): Refusal | undefined => {
  const given = /^Bearer +(.+)$/i.exec(authorization?.trim() ?? '')?.[1] ?? '';
  if (timingSafeEqual(digest(given), digest(token))) return undefined;
  return {
    status: 401,
    message: 'Expected the header "Authorization: Bearer TOKEN" with the token this server printed',
  };
};

/** Lets the page that asks read the answer. */
export const admitPage = ({ headers: { origin } }: IncomingMessage, response: ServerResponse): void => {
  if (origin === undefined) return;
  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('access-control-expose-headers', 'mcp-session-id, mcp-protocol-version');
  response.setHeader('vary', 'origin');
};

/** Answers a browser that asks, before the request itself and without the token, whether the page may send it. */
export const answerPreflight = ({ headers }: IncomingMessage, response: ServerResponse): void => {
  response.writeHead(204, {
    'access-control-allow-methods': 'GET, POST, DELETE',
    'access-control-allow-headers': headers['access-control-request-headers'] ?? '*',
    'access-control-max-age': '600',
    ...(headers['access-control-request-private-network'] && { 'access-control-allow-private-network': 'true' }),
  });
  response.end();
};
