import { generateKeyPairSync } from 'node:crypto';

import { describe, expect, test } from '@jest/globals';
import { importPKCS8, SignJWT } from 'jose';

import { createSegment } from '../src/index.js';
import { createSimulator } from '../src/simulator.js';
import { startSimulatorServer } from '../src/simulator-server.js';

const event = { type: 'track', event: 'E', userId: 'u' };

describe('POST /token', () => {
  const keys = () =>
    generateKeyPairSync('rsa', {
      modulusLength: 2_048,
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    });
  const [{ privateKey, publicKey }, other] = [keys(), keys()];
  const oauthApps = [{ clientId: 'app', keyId: 'k1', publicKey }];
  const now = () => Math.floor(Date.now() / 1_000);

  const sign = async (claims: object = {}, kid = 'k1', key = privateKey) =>
    new SignJWT({
      iss: 'app',
      sub: 'app',
      aud: 'https://oauth2.segment.io',
      iat: now(),
      exp: now() + 60,
      jti: 'j',
      ...claims,
    })
      .setProtectedHeader({ alg: 'RS256', kid })
      .sign(await importPKCS8(key, 'RS256'));

  const ask = async (assertion: string, form: Record<string, string> = {}, apps = oauthApps) => {
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
      scope: 'tracking_api:write',
      ...form,
    }).toString();
    const simulator = createSimulator({ oauthApps: apps });
    const answer = await simulator.handle({ method: 'POST', path: '/token', headers: {}, body });
    const { status, body: text } = answer as { status: number; body: string };
    return { simulator, status, said: JSON.parse(text) as Record<string, unknown> };
  };

  test('gives a token for what the app has signed, and takes that one alone', async () => {
    const { simulator, status, said } = await ask(await sign());
    expect(status).toBe(200);
    expect(said).toEqual({
      access_token: expect.any(String),
      token_type: 'Bearer',
      expires_in: 3_600,
      scope: 'tracking_api:write',
    });
    const body = JSON.stringify({ writeKey: 'key', batch: [event] });
    const post = (token: unknown) =>
      simulator.handle({
        method: 'POST',
        path: '/v1/batch',
        headers: { authorization: `Bearer ${String(token)}` },
        body,
      });
    expect(await post(said.access_token)).toMatchObject({ status: 200 });
    expect(await post('other')).toMatchObject({ status: 401 });
    simulator.reset();
    expect(await post(said.access_token)).toMatchObject({ status: 401 });
  });

  test.each<[string, () => Promise<string>]>([
    ['another key', () => sign({}, 'k1', other.privateKey)],
    ['an unknown key id', () => sign({}, 'k2')],
    ['another client', () => sign({ iss: 'x', sub: 'x' })],
    ['two clients', () => sign({ sub: 'x' })],
    ['another audience', () => sign({ aud: 'https://example.com' })],
    ['an assertion that has expired', () => sign({ exp: now() - 1 })],
    ['an assertion from the future', () => sign({ iat: now() + 60 })],
    ['no time', () => sign({ exp: undefined })],
    ['no id', () => sign({ jti: undefined })],
    ['no assertion', () => Promise.resolve('')],
    ['no JWT', () => Promise.resolve('a.b.c')],
  ])('refuses %s', async (what, assertion) => {
    const { status, said } = await ask(await assertion());
    expect(status).toBe(401);
    expect(said).toEqual({ error: 'invalid_client', error_description: expect.any(String) });
    // Without a registered app only the signature and the client stay unchecked.
    const open = await ask(await assertion(), {}, []);
    expect(open.status).toBe(['another key', 'an unknown key id', 'another client'].includes(what) ? 200 : 401);
  });

  test.each([
    [{ grant_type: 'password' }, 'unsupported_grant_type'],
    [{ client_assertion_type: 'x' }, 'invalid_request'],
    [{ scope: 'everything' }, 'invalid_scope'],
  ])('refuses %j', async (form, error) => {
    expect(await ask(await sign(), form)).toMatchObject({ status: 400, said: { error } });
  });

  test('serves the client of this package', async () => {
    const { url, simulator, close } = await startSimulatorServer({ simulator: createSimulator({ oauthApps }) });
    const oauth = { clientId: 'app', keyId: 'k1', privateKey, authUrl: url };
    const segment = createSegment({ writeKey: 'key', oauth, trackingUrl: url });
    await segment.track({ event: 'E', userId: 'u' });
    simulator.inject({ on: 'oauth', status: 503 });
    expect(simulator.events).toHaveLength(1);
    await segment.close();
    await close();
  });
});
