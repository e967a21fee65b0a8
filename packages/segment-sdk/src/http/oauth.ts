import { failure, isSegmentError } from '../contract/errors.js';
import type { Hold } from './hold.js';
import { readText } from './read-answer.js';
import type { Exchange, Send } from './send.js';
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

/** An assertion is dated this far back, in seconds: a server refuses one from the future, and clocks differ. */
const BACKDATED_S = 5;

/** Clocks that differ by more than this, in milliseconds, are worth another try. */
const CLOCK_TOLERANCE_MS = 2_000;

/** How long a token lasts whose server does not say, in seconds. */
const STANDARD_LIFE_S = 300;

/** The signed request of a client for a token. */
const signAssertion = async (
  { clientId, privateKey, keyId }: OAuthOptions,
  audience: string,
  nowMs: number,
): Promise<string> => {
  const now = Math.floor(nowMs / 1_000);
  try {
    const { SignJWT, importPKCS8 } = await import('jose');
    return await new SignJWT()
      .setProtectedHeader({ alg: 'RS256', kid: keyId, typ: 'JWT' })
      .setIssuer(clientId)
      .setSubject(clientId)
      .setAudience(audience)
      .setIssuedAt(now - BACKDATED_S)
      .setExpirationTime(now - BACKDATED_S + 60)
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
  /** How far the server's clock is ahead of ours, in milliseconds, as its latest answer says. */
  aheadMs?: number;
}

interface Token {
  readonly access_token: string;
  readonly expires_in?: number;
}

const writeForm = ({ scope = 'tracking_api:write' }: OAuthOptions, assertion: string): string =>
  new URLSearchParams({
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: assertion,
    scope,
  }).toString();

/** Asks for a token; once more if it was refused by a server whose clock turns out to be another. */
const requestToken = async (grant: Grant): Promise<Token> => {
  const { aheadMs = 0 } = grant;
  try {
    return await askForToken(grant);
  } catch (error) {
    const isClockWrong = Math.abs((grant.aheadMs ?? 0) - aheadMs) > CLOCK_TOLERANCE_MS;
    if (!isClockWrong || !isSegmentError(error) || error.status === undefined) throw error;
    return askForToken(grant);
  }
};

const askForToken = async (grant: Grant): Promise<Token> => {
  const { send, oauth, hold, stop } = grant;
  const { authUrl = 'https://oauth2.segment.io' } = oauth;
  const answer = await send({
    operation: 'oauth',
    describe: async () => ({
      method: 'POST',
      url: `${authUrl}/token`,
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: writeForm(oauth, await signAssertion(oauth, authUrl, Date.now() + (grant.aheadMs ?? 0))),
    }),
    onAnswer: ({ headers }) => {
      const there = Date.parse(headers.date ?? '');
      if (!Number.isNaN(there)) grant.aheadMs = there - Date.now();
    },
    // As Segment's own client does: only what says that the request is wrong ends it.
    isRetried: (status) => status > 401 && status !== 415,
    idempotent: true,
    hold,
    credential: 'oauth.clientId, oauth.keyId and oauth.privateKey',
    stop,
  });
  return readToken(readText(answer));
};

const readToken = (text: string): Token => {
  try {
    const token = JSON.parse(text) as Partial<Token>;
    if (typeof token.access_token === 'string' && token.access_token !== '') return token as Token;
  } catch {
    // It is no JSON either.
  }
  throw failure('api', 'api_error', 'oauth', 'the answer has no access_token; is oauth.authUrl right?');
};

const renewToken = async (grant: Grant): Promise<string> => {
  const { access_token, expires_in = STANDARD_LIFE_S } = await requestToken(grant);
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

/** How a request is authorized, and what of its answers concerns that. */
export interface Authorized extends Pick<Exchange, 'isRetried' | 'onAnswer'> {
  readonly authorization: () => string | Promise<string>;
}

/**
 * Sends with a valid access token; if it is refused, because it was revoked before its time, once more with a new one.
 * A 511 (RFC 6585) asks for a new token as well, and is tried again like a fault of the server.
 */
export const authorize = async (
  grant: Grant,
  post: (authorized: Authorized) => Promise<undefined>,
): Promise<undefined> => {
  const authorized: Authorized = {
    authorization: () => holdToken(grant),
    isRetried: (status) => status === 511,
    onAnswer: ({ status }) => {
      if (status === 511) grant.token = undefined;
    },
  };
  try {
    await post(authorized);
  } catch (error) {
    if (!isSegmentError(error, 'auth') || error.operation === 'oauth') throw error;
    grant.token = undefined;
    await post(authorized);
  }
};
