import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, describe, expect, test } from '@jest/globals';
import axios, { type AxiosInstance } from 'axios';
import { createLocalJWKSet, exportJWK, exportPKCS8, generateKeyPair, jwtVerify } from 'jose';

import { createSegment, type SegmentError } from '../src/index.js';
import { createSimulator, SIMULATOR_API_TOKEN } from '../src/simulator.js';
import { errorOf, event, server, simulated } from './setup.js';

let closing: (() => unknown)[] = [];
afterEach(async () => {
  await Promise.all(closing.map((close) => close()));
  closing = [];
});

const listening = async (answer: Parameters<typeof server>[0]): Promise<string> => {
  const { url, close } = await server(answer);
  closing.push(close);
  return url;
};

describe('an event that is no plain record', () => {
  class Base {
    get event(): string {
      return 'E';
    }
    get userId(): string {
      return 'u';
    }
  }
  class Mixed extends Base {
    readonly properties = { n: 1 };
  }
  class Written {
    readonly event = 'E';
    readonly userId = 'u';
    toJSON(): string {
      return 'something else';
    }
  }
  let reads = 0;
  const changing = {
    get event(): unknown {
      reads += 1;
      return reads === 1 ? 'E' : { not: 'a name' };
    },
    userId: 'u',
  };

  test.each<[string, object]>([
    ['has accessors of its class', new Base()],
    ['has fields beside accessors', new Mixed()],
    ['has a toJSON of its class', new Written()],
    ['says something else at each reading', changing],
    ['has no prototype', Object.assign(Object.create(null) as object, { event: 'E', userId: 'u' })],
    ['is a proxy', new Proxy({ event: 'E', userId: 'u' }, {})],
  ])('and %s arrives as it was checked, with the others', async (_, input) => {
    const { segment, simulator } = simulated();
    void segment.track(event(1, 'other'));
    void segment.track(input as { event: string; userId: string });
    expect(await segment.flush()).toMatchObject({ delivered: 2, failed: [] });
    expect(simulator.events).toMatchObject([{ userId: 'other' }, { type: 'track', event: 'E', userId: 'u' }]);
  });

  test('and lacks what it must have fails alone', async () => {
    const { segment, simulator } = simulated();
    void segment.track(event(1));
    class Nameless extends Base {
      override get event(): string {
        return '';
      }
    }
    void segment.track(new Nameless());
    expect(await segment.flush()).toMatchObject({ delivered: 1, failed: [{ error: { code: 'invalid_input' } }] });
    expect(simulator.events).toHaveLength(1);
  });
});

test('refused calls are kept up to the bound of a report by their true size, also after close', async () => {
  const { segment } = simulated();
  const refuse = (n: number) =>
    segment.track({ event: '', userId: 'u', properties: { n, text: 'x'.repeat(1_000_000) } }).catch(() => undefined);
  for (let n = 0; n < 100; n += 1) void refuse(n);
  const { failed, omitted } = await segment.flush();
  expect(failed.length).toBeLessThan(40);
  expect(failed.length + omitted).toBe(100);
  await segment.close();
  for (let n = 0; n < 100; n += 1) void refuse(n);
  expect((await segment.flush()).failed.length).toBeLessThan(40);
});

test('a waitUntil that throws is told to onError and costs no event', async () => {
  const told: SegmentError[] = [];
  const { segment, simulator } = simulated({
    waitUntil: () => {
      throw new Error('the response was sent');
    },
    onError: (error) => void told.push(error),
  });
  expect(await segment.track(event(1))).toMatchObject({ status: 'delivered' });
  expect(simulator.events).toHaveLength(1);
  expect(told).toMatchObject([{ code: 'wait_until_failed' }]);
});

describe('a path parameter that would lead elsewhere', () => {
  test.each(['.', '..'])('is refused: %s', async (id) => {
    const { segment, simulator } = simulated();
    expect(await errorOf(segment.getSource({ slug: 'my-workspace', id }))).toMatchObject({ code: 'invalid_input' });
    expect(simulator.requests).toHaveLength(0);
  });

  test.each(['/sources/..', '/sources/../users', '/sources/%2e%2E', '/./users', '/sources/.?a=1'])(
    'is refused in a request of one’s own: %s',
    async (path) => {
      const { segment, simulator } = simulated();
      expect(await errorOf(segment.request('GET', path))).toMatchObject({ code: 'invalid_input' });
      expect(simulator.requests).toHaveLength(0);
    },
  );

  test('is none where the dots are part of a name', async () => {
    const { segment } = simulated();
    expect(await errorOf(segment.getSource({ slug: 'my-workspace', id: 'a..b' }))).toMatchObject({ code: 'not_found' });
  });
});

test.each([
  ['the same again', () => 'same'],
  ['going round', (n: number) => `c${n % 3}`],
])('a list whose cursor does not move on ends in an error: %s', async (_, cursorOf) => {
  let requests = 0;
  const url = await listening(({ url: path = '' }, response) => {
    requests += 1;
    const data = path.startsWith('/sources')
      ? { sources: [], pagination: { next: cursorOf(requests) } }
      : { workspace: { id: 'w', slug: 'w', name: 'W' } };
    response.end(JSON.stringify({ data }));
  });
  const segment = createSegment({ apiToken: 'token', publicApiUrl: url });
  const error = await errorOf(segment.listSources({ slug: 'w' }));
  expect(error).toMatchObject({ code: 'api_error' });
  expect(error.message).toContain('came twice');
  expect(requests).toBeLessThan(8);
});

test.each([undefined, null, '', '  '])('a source whose name is %j is called by its slug', async (name) => {
  const source = { id: 's', slug: 'web', ...(name !== undefined && { name }), workspaceId: 'w', enabled: true };
  const url = await listening(({ url: path = '' }, response) => {
    const data = path === '/' ? { workspace: { id: 'w', slug: 'w', name: 'W' } } : { source };
    response.end(JSON.stringify({ data }));
  });
  const segment = createSegment({ apiToken: 'token', publicApiUrl: url });
  expect(await segment.getSource({ slug: 'w', id: 's' })).toMatchObject({ name: 'web' });
});

describe('the reason of a refusal is read', () => {
  test.each([
    ['from text', 'text/plain', 'the write key\nis unknown', 'the write key is unknown'],
    ['from error', 'application/json', '{"error":"bad key"}', 'bad key'],
    [
      'from error_description',
      'application/json',
      '{"error":"invalid_client","error_description":"no such"}',
      'no such',
    ],
    ['from an error object', 'application/json', '{"error":{"message":"too old"}}', 'too old'],
    ['from problem details', 'application/problem+json', '{"title":"Bad","detail":"worse"}', 'worse'],
    ['from a JSON text', 'application/json', '"nope"', 'nope'],
    ['as none', 'application/json', '{"success":false}', 'no reason given'],
  ])('%s', async (_, type, body, reason) => {
    const url = await listening((__, response) => {
      response.writeHead(422, { 'content-type': type }).end(body);
    });
    const segment = createSegment({ writeKey: 'k', trackingUrl: url, flushAt: 1 });
    expect((await errorOf(segment.track(event(1)))).message).toBe(`track: refused (422): ${reason}`);
  });
});

describe('an axios instance of one’s own', () => {
  const clientWith = (change: (instance: AxiosInstance) => void) => {
    const simulator = createSimulator();
    const instance = axios.create({ adapter: simulator.adapter });
    change(instance);
    const segment = createSegment({ writeKey: 'key', apiToken: SIMULATOR_API_TOKEN, flushAt: 1, axios: instance });
    return { segment, simulator };
  };

  test('that hands out the data alone loses no event', async () => {
    const { segment } = clientWith((instance) => {
      instance.interceptors.response.use((response) => response.data as never);
    });
    expect(await segment.track(event(1))).toMatchObject({ status: 'delivered' });
    expect(await segment.getWorkspace({ slug: 'my-workspace' })).toMatchObject({ slug: 'my-workspace' });
  });

  test('that rejects an answer does not change what Segment said', async () => {
    const { segment, simulator } = clientWith((instance) => {
      const rejectWithNothing = Promise.reject.bind(Promise) as () => Promise<never>;
      instance.interceptors.response.use(() => rejectWithNothing());
    });
    expect(await segment.track(event(1))).toMatchObject({ status: 'delivered' });
    expect(simulator.events).toHaveLength(1);
  });

  test('that rejects a request with nothing ends the event', async () => {
    const simulator = createSimulator();
    const instance = axios.create({ adapter: simulator.adapter });
    instance.interceptors.request.use(() => Promise.reject(new Error('')));
    const segment = createSegment({ writeKey: 'key', flushAt: 1, maxRetries: 0, axios: instance });
    expect(await errorOf(segment.track(event(1)))).toMatchObject({ code: 'not_delivered' });
  });

  test('with credentials of its own does not replace the write key', async () => {
    const { segment, simulator } = clientWith((instance) => {
      instance.defaults.auth = { username: 'somebody', password: 'else' };
    });
    await segment.track(event(1));
    expect(simulator.events.map(({ writeKey }) => writeKey)).toEqual(['key']);
  });
});

describe('OAuth', () => {
  /** An authorization server whose clock is this far ahead of ours. */
  const authority = async (aheadMs: number, answer: () => string = () => '{"access_token":"t","expires_in":3600}') => {
    const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
    const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), kid: 'key-1', alg: 'RS256' }] });
    const authorization = createServer((request, response) => {
      void (async () => {
        let body = '';
        for await (const chunk of request) body += String(chunk);
        const currentDate = new Date(Date.now() + aheadMs);
        const headers = { date: currentDate.toUTCString(), 'content-type': 'application/json' };
        const assertion = new URLSearchParams(body).get('client_assertion') ?? '';
        const { payload } = await jwtVerify(assertion, keys, { currentDate: new Date(0), clockTolerance: 1e12 });
        const now = currentDate.getTime() / 1_000;
        const isValid = (payload.iat ?? Infinity) <= now && (payload.exp ?? 0) > now;
        response
          .writeHead(isValid ? 200 : 401, headers)
          .end(isValid ? answer() : '{"error":"assertion is not valid now"}');
      })();
    });
    await new Promise<void>((resolve) => authorization.listen(0, '127.0.0.1', resolve));
    closing.push(() => authorization.close());
    const authUrl = `http://127.0.0.1:${(authorization.address() as AddressInfo).port}`;
    const url = await listening((_, response) => response.end('{}'));
    const oauth = { clientId: 'client', keyId: 'key-1', privateKey: await exportPKCS8(privateKey), authUrl };
    return createSegment({ writeKey: 'key', trackingUrl: url, oauth, flushAt: 1, maxRetries: 0 });
  };

  test.each([0, -3_000, -86_400_000, 3_600_000])('works where the server’s clock differs by %d ms', async (aheadMs) => {
    const segment = await authority(aheadMs);
    expect(await segment.track(event(1))).toMatchObject({ status: 'delivered' });
  });

  test.each(['{}', '{"access_token":""}', '{"access_token":5}', 'no JSON'])(
    'says so where the answer has no token: %s',
    async (answer) => {
      const segment = await authority(0, () => answer);
      expect((await errorOf(segment.track(event(1)))).message).toContain('the answer has no access_token');
    },
  );
});
