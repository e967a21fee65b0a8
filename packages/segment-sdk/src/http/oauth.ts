import { failure, isSegmentError } from '../contract/errors.js';
import type { Hold } from './hold.js';
import { readText } from './read-answer.js';
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

/** The signed request of a client for a token. */
const signAssertion = async ({ clientId, privateKey, keyId }: OAuthOptions, audience: string): Promise<string> => {
  try {
    const { SignJWT, importPKCS8 } = await import('jose');
    return await new SignJWT()
      .setProtectedHeader({ alg: 'RS256', kid: keyId, typ: 'JWT' })
      .setIssuer(clientId)
      .setSubject(clientId)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime('1m')
      .setJti(crypto.randomUUID())
      .sign(await importPKCS8(privateKey, 'RS256'));
  } catch {
    throw failure(
      'auth',
      'bad_private_key',
      'oauth',
      'the private key cannot sign (RS256, PKCS #8 PEM expected); check oauth.privateKey',
    );
  }
};

/** What access tokens are requested with, and the latest one; requests of events share it. */
export interface Grant {
  readonly send: Send;
  readonly oauth: OAuthOptions;
  readonly hold: Hold;
  readonly stop: Stop;
  token?: Promise<string> | undefined;
  /** When the token is to be replaced, on the monotonic clock. */
  until?: number;
}

interface Token {
  readonly access_token: string;
  readonly expires_in: number;
}

const writeForm = ({ scope = 'tracking_api:write' }: OAuthOptions, assertion: string): string =>
  new URLSearchParams({
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: assertion,
    scope,
  }).toString();

const requestToken = async ({ send, oauth, hold, stop }: Grant): Promise<Token> => {
  const { authUrl = 'https://oauth2.segment.io' } = oauth;
  const answer = await send({
    operation: 'oauth',
    describe: async () => ({
      method: 'POST',
      url: `${authUrl}/token`,
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: writeForm(oauth, await signAssertion(oauth, authUrl)),
    }),
    idempotent: true,
    hold,
    credential: 'oauth.clientId, oauth.keyId and oauth.privateKey',
    stop,
  });
  return JSON.parse(readText(answer)) as Token;
};

const renewToken = async (grant: Grant): Promise<string> => {
  const { access_token, expires_in } = await requestToken(grant);
  grant.until = performance.now() + (expires_in - EARLY_S) * 1_000;
  return `Bearer ${access_token}`;
};

const holdToken = (grant: Grant): Promise<string> => {
  const { token, until = 0 } = grant;
  if (token && performance.now() < until) return token;
  grant.until = Infinity;
  const renewed = renewToken(grant);
  renewed.catch(() => {
    grant.token = undefined;
  });
  grant.token = renewed;
  return renewed;
};

/**
 * Sends with a valid access token; if it is refused, because it was revoked before its time, once more with a new one.
 */
export const authorize = async (
  grant: Grant,
  post: (authorization: () => Promise<string>) => Promise<void>,
): Promise<void> => {
  const authorization = (): Promise<string> => holdToken(grant);
  try {
    await post(authorization);
  } catch (error) {
    if (!isSegmentError(error, 'auth') || error.operation === 'oauth') throw error;
    grant.token = undefined;
    await post(authorization);
  }
};
