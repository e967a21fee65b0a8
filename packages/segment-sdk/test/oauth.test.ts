import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, expect, test } from '@jest/globals';
import { createLocalJWKSet, exportJWK, exportPKCS8, generateKeyPair, type JWTPayload, jwtVerify } from 'jose';

import { createSegment } from '../src/index.js';
import { type SimulatorServer, startSimulatorServer } from '../src/simulator-server.js';
import { errorOf, event } from './setup.js';

let closing: (() => unknown)[] = [];
afterEach(async () => {
  await Promise.all(closing.map((close) => close()));
  closing = [];
});

const simulator = async (): Promise<SimulatorServer> => {
  const server = await startSimulatorServer();
  closing.push(server.close);
  return server;
};

/** An authorization server that checks assertions and counts them. */
const authority = async (expiresIn = 3_600, always = 200, first: readonly number[] = []) => {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), kid: 'key-1', alg: 'RS256' }] });
  const seen: JWTPayload[] = [];
  const server: Server = createServer((request, response) => {
    void (async () => {
      let body = '';
      for await (const chunk of request) body += String(chunk);
      const { payload } = await jwtVerify(new URLSearchParams(body).get('client_assertion') ?? '', keys);
      seen.push(payload);
      const status = first[seen.length - 1] ?? always;
      response
        .writeHead(status, { 'content-type': 'application/json' })
        .end(
          JSON.stringify(
            status === 200
              ? { access_token: `token-${seen.length}`, expires_in: expiresIn }
              : { message: 'unknown client' },
          ),
        );
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => server.close());
  const oauth = {
    clientId: 'client',
    keyId: 'key-1',
    privateKey: await exportPKCS8(privateKey),
    authUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  };
  return { oauth, seen };
};

test('client credentials: one signed assertion serves many batches', async () => {
  const { oauth, seen } = await authority();
  const { url, simulator: received } = await simulator();
  const segment = createSegment({ writeKey: 'key', trackingUrl: url, oauth, flushAt: 1 });
  await Promise.all([1, 2, 3].map((n) => segment.track(event(n, `u${n}`))));
  await segment.track(event(4));
  expect(seen).toMatchObject([{ iss: 'client', sub: 'client', aud: oauth.authUrl }]);
  expect(received.requests.every(({ headers }) => headers.authorization === 'Bearer token-1')).toBe(true);
  expect(received.events.map(({ writeKey }) => writeKey)).toEqual(['key', 'key', 'key', 'key']);
  await segment.close();
});

test('a token that is revoked before its time is replaced, and the batch sent again', async () => {
  const { oauth, seen } = await authority();
  const { url, simulator: received } = await simulator();
  received.inject({ status: 401 });
  const segment = createSegment({ writeKey: 'key', trackingUrl: url, oauth, flushAt: 1 });
  await segment.track(event(1));
  expect(received.requests.map(({ headers }) => headers.authorization)).toEqual(['Bearer token-1', 'Bearer token-2']);
  expect(seen).toHaveLength(2);
  await segment.close();
});

test('a token about to expire is replaced', async () => {
  const { oauth, seen } = await authority(1);
  const { url } = await simulator();
  const segment = createSegment({ writeKey: 'key', trackingUrl: url, oauth, flushAt: 1 });
  await segment.track(event(1));
  await segment.track(event(2));
  expect(seen).toHaveLength(2);
  expect(new Set(seen.map(({ jti }) => jti)).size).toBe(2);
  await segment.close();
});

test('a refused client and a bad key are auth errors that name the option', async () => {
  const { oauth } = await authority(1, 401);
  const refused = createSegment({ writeKey: 'key', oauth, flushAt: 1 });
  expect(await errorOf(refused.track(event(1)))).toMatchObject({
    kind: 'auth',
    code: 'unauthorized',
    message: 'track: refused (401): unknown client; check oauth.clientId, oauth.keyId and oauth.privateKey',
  });
  const unsigned = createSegment({ writeKey: 'key', oauth: { ...oauth, privateKey: 'canary-not-a-key' }, flushAt: 1 });
  const error = await errorOf(unsigned.track(event(1)));
  expect(error).toMatchObject({
    kind: 'auth',
    code: 'bad_private_key',
    message: 'track: the private key cannot sign (RS256, PKCS #8 PEM expected); check oauth.privateKey',
  });
  expect(error.stack).not.toContain('canary');
});

test.each([425, 429, 500, 503, 511, 404])('a token server that answers %i once is asked again', async (status) => {
  const { oauth, seen } = await authority(3_600, 200, [status]);
  const { url, simulator: received } = await simulator();
  const segment = createSegment({ writeKey: 'key', trackingUrl: url, oauth, flushAt: 1 });
  await segment.track(event(1));
  expect(seen).toHaveLength(2);
  expect(received.events).toHaveLength(1);
  await segment.close();
});

test('a batch that is answered by 511 is sent again with a new token; without OAuth it is lost for good', async () => {
  const { oauth, seen } = await authority();
  const { url, simulator: received } = await simulator();
  received.inject({ status: 511 });
  const segment = createSegment({ writeKey: 'key', trackingUrl: url, oauth, flushAt: 1 });
  await segment.track(event(1));
  expect(received.requests.map(({ headers }) => headers.authorization)).toEqual(['Bearer token-1', 'Bearer token-2']);
  expect(seen).toHaveLength(2);
  await segment.close();
});
