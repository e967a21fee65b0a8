// What is measured: the built package of this repository beside `conf`, the usual store of a Node program's settings.
import { dirname } from 'node:path';
import Conf from 'conf';
import { createAccountRegistry, choice, secret } from '../../packages/account-registry/dist/index.js';
import { encryptedStore } from '../../packages/account-registry/dist/encryption.js';
import { fileStore } from '../../packages/account-registry/dist/node.js';

const services = { segment: { fields: { writeKey: secret(), apiToken: secret(), region: choice(['us', 'eu']) } } };
const key = new Uint8Array(32).fill(1);

const registry = (store) => {
  const accounts = createAccountRegistry({ services, stores: [store] });
  return {
    add: (name, fields) => accounts.add('segment', name, fields),
    names: async () => (await accounts.list('segment')).map(({ name }) => name),
    key: async (name) => (await accounts.get('segment', name)).fields.writeKey.reveal(),
  };
};

const conf = (path) => {
  const open = () => new Conf({ cwd: dirname(path), configName: 'conf', projectName: 'benchmark' });
  return {
    add: async (name, fields) => open().set(name, fields),
    names: async () => Object.keys(open().store),
    key: async (name) => open().get(name).writeKey,
  };
};

export const subjects = {
  'JSON file': (folder) => registry(fileStore({ path: `${folder}/kept/accounts.json` })),
  'JSON file, encrypted by a key': (folder) =>
    registry(encryptedStore(fileStore({ path: `${folder}/kept/sealed.json` }), { key })),
  'JSON file, encrypted by a passphrase': (folder) =>
    registry(encryptedStore(fileStore({ path: `${folder}/kept/passphrase.json` }), { passphrase: 'correct horse' })),
  'TOML file': (folder) => registry(fileStore({ path: `${folder}/kept/accounts.toml` })),
  conf: (folder) => conf(`${folder}/conf.json`),
};

export const account = (n) => ({
  writeKey: `${'k'.repeat(32)}${n}`,
  apiToken: `sgp_${'t'.repeat(40)}${n}`,
  region: 'eu',
});
