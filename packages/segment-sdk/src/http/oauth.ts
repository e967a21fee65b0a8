import { failure, isSegmentError } from '../errors.js';
import type { Hold } from './hold.js';
import type { Send } from './send.js';
import type { Stop } from './stop.js';

/** OAuth 2.0 client credentials of a Segment OAuth app, whose private key signs the requests for tokens. */
export interface OAuthOptions {
  readonly clientId: string;
  /** The private key in PEM (PKCS #8). */
  readonly privateKey: string;
  /** Id of the key, as Segment shows it. */
  readonly keyId: string;
  /** Default `tracking_api:write`. */
  readonly scope?: string;
  /** Origin of the authorization server. Default `https://oauth2.segment.io`. */
  readonly authUrl?: string;
}

/** A token is replaced this long before it expires, in seconds. */
const EARLY_S = 30;

const assertionOf = async ({ clientId, privateKey, keyId }: OAuthOptions, audience: string): Promise<string> => {
  const { SignJWT, importPKCS8 } = await import('jose');
  return new SignJWT()
    .setProtectedHeader({ alg: 'RS256', kid: keyId, typ: 'JWT' })
    .setIssuer(clientId)
    .setSubject(clientId)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime('1m')
    .setJti(crypto.randomUUID())
    .sign(await importPKCS8(privateKey, 'RS256'));
};

const signed = async (options: OAuthOptions, audience: string): Promise<string> => {
  try {
    return await assertionOf(options, audience);
  } catch {
    throw failure(
      'auth',
      'bad_private_key',
      'oauth',
      'the private key cannot sign (RS256, PKCS #8 PEM expected); check oauth.privateKey',
    );
  }
};

interface Token {
  readonly access_token: string;
  readonly expires_in: number;
}

const form = (options: OAuthOptions, assertion: string): string =>
  new URLSearchParams({
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: assertion,
    scope: options.scope ?? 'tracking_api:write',
  }).toString();

const requested = async (send: Send, options: OAuthOptions, origin: string, hold: Hold, stop: Stop): Promise<Token> => {
  const { body } = await send({
    operation: 'oauth',
    describe: async () => ({
      method: 'POST',
      url: `${origin}/token`,
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      data: form(options, await signed(options, origin)),
    }),
    idempotent: true,
    hold,
    credential: 'oauth.clientId, oauth.keyId and oauth.privateKey',
    stop,
  });
  return JSON.parse(body) as Token;
};

/**
 * Sends with a valid access token; if it is refused, because it was revoked before its time, once more with a new one.
 */
export type Authorized = (send: (authorization: () => Promise<string>) => Promise<void>) => Promise<void>;

/** Requests a token when one is needed and keeps it until shortly before it expires; requests of events share it. */
export const createAuthorized = (send: Send, options: OAuthOptions, hold: Hold, stop: Stop): Authorized => {
  const origin = options.authUrl ?? 'https://oauth2.segment.io';
  let token: Promise<string> | undefined;
  let until = 0;
  const renewed = async (): Promise<string> => {
    const { access_token, expires_in } = await requested(send, options, origin, hold, stop);
    until = performance.now() + (expires_in - EARLY_S) * 1_000;
    return `Bearer ${access_token}`;
  };
  const current = (): Promise<string> => {
    if (token === undefined || performance.now() >= until) {
      until = Infinity;
      token = renewed();
      token.catch(() => {
        token = undefined;
      });
    }
    return token;
  };
  return async (use) => {
    try {
      await use(current);
    } catch (error) {
      if (!isSegmentError(error, 'auth') || error.operation === 'oauth') throw error;
      token = undefined;
      await use(current);
    }
  };
};
