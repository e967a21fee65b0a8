import { expect, test } from '@jest/globals';
import { createStorage } from 'unstorage';

import { createAccountRegistry, secret } from '../src/index.js';
import { unstorageStore } from '../src/unstorage.js';

const services = { segment: { fields: { writeKey: secret() } }, segments: { fields: { writeKey: secret() } } };

test.each(['', ':', '/', 'a', 'a:', ':a', '/a/', 'a:b', 'a/b', 'a\\b', 'a::b', 'a?x'])(
  'accounts below the base %j are found under their own names',
  async (base) => {
    const storage = createStorage();
    const open = () => createAccountRegistry({ services, stores: [unstorageStore(storage, { base })] });
    await open().add('segment', 'prod', { writeKey: 'key' });
    await open().add('segments', 'other', { writeKey: 'other' });
    await open().setDefault('segment', 'prod');
    expect((await open().list('segment')).map(({ name, isDefault }) => [name, isDefault])).toEqual([['prod', true]]);
    await open().rename('segment', 'prod', 'live');
    expect((await open().get('segment')).fields.writeKey?.reveal()).toBe('key');
    await open().remove('segment', 'live');
    expect(await open().list('segment')).toEqual([]);
    expect(await open().list('segments')).toHaveLength(1);
  },
);

test.each(['', 'a', '/a/b'])('a change below the base %j is heard of', async (base) => {
  const storage = createStorage();
  const open = () => createAccountRegistry({ services, stores: [unstorageStore(storage, { base })] });
  const registry = open();
  const heard = new Promise((resolve) => {
    registry.subscribe(({ name, change }) => {
      if (change === 'added' && name === 'theirs') resolve(name);
    });
  });
  await registry.add('segment', 'ours', { writeKey: 'key' });
  await open().add('segment', 'theirs', { writeKey: 'key' });
  expect(await heard).toBe('theirs');
});
