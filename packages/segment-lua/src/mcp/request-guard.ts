import type { IncomingMessage, ServerResponse } from 'node:http';

/** Why a request is turned away. */
interface Refusal {
  readonly status: 403;
  readonly message: string;
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

const hostOf = (address: string): string | undefined => (URL.canParse(address) ? new URL(address).hostname : undefined);

/**
 * Lets through what is addressed to this machine. A page in a browser has an `Origin`, and a name that was rebound to
 * 127.0.0.1 shows in `Host`; both must be loopback, or a name that the server is known by.
 */
export const refuseForeign = (
  { headers: { origin, host } }: IncomingMessage,
  names: readonly string[],
): Refusal | undefined => {
  const isOurs = (address: string): boolean => {
    const name = hostOf(address) ?? '';
    return LOOPBACK.has(name) || names.includes(name);
  };
  if (origin !== undefined && !isOurs(origin))
    return { status: 403, message: `Requests from ${origin} are not accepted` };
  if (host !== undefined && isOurs(`http://${host}`)) return undefined;
  const message = `Only requests to ${['localhost', ...names].join(', ')} are accepted; another name that the server is known by is given with --known-as`;
  return { status: 403, message };
};

/** The token that a request presents. */
export const readBearer = ({ headers: { authorization } }: IncomingMessage): string =>
  /^Bearer +(.+)$/i.exec(authorization?.trim() ?? '')?.[1] ?? '';

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
