import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { type AccountError, createAccountRegistry, secret, text } from '../src/index.js';
import { fileStore } from '../src/node.js';
import { temporaryFolder } from './temporary-folder.js';

const services = { segment: { fields: { writeKey: secret(), note: text() } } };

const JSON_TEXT = `{
  "version": 1,
  "services": {
    "segment": {
      "default": "prod",
      "accounts": {
        "prod": { "writeKey": "key-ä", "note": "n" },
        "staging": { "writeKey": "key-2" }
      }
    }
  }
}
`;
const TOML_TEXT = `version = 1

[services.segment]
default = "prod"

[services.segment.accounts.prod]
writeKey = "key-ä"
note = "n"

[services.segment.accounts.staging]
writeKey = "key-2"
`;

const swap = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16();
const utf16 = (content: string): Buffer => Buffer.from(content, 'utf16le');

/** What editors make of a text when it is saved. */
const EDITORS: Readonly<Record<string, (content: string) => Buffer | string>> = {
  'as it is': (content) => content,
  'with a byte order mark': (content) => `\ufeff${content}`,
  'with CRLF': (content) => content.replaceAll('\n', '\r\n'),
  'with a byte order mark and CRLF': (content) => `\ufeff${content.replaceAll('\n', '\r\n')}`,
  'without a line end at its end': (content) => content.trimEnd(),
  'with blank lines around it': (content) => `\n\n${content}\n\n`,
  'in UTF-16 as Windows writes it': (content) => utf16(`\ufeff${content.replaceAll('\n', '\r\n')}`),
  'in UTF-16, big end first': (content) => swap(utf16(`\ufeff${content}`)),
  'in UTF-16 without a mark': (content) => utf16(content),
  'in UTF-16, big end first, without a mark': (content) => swap(utf16(content)),
};

const JSON_EDITS: Readonly<Record<string, (content: string) => string>> = {
  'comments of lines': (content) => `// Ask Ada\n${content.replace('"staging"', '// for tests\n        "staging"')}`,
  'comments in blocks': (content) => `/* Ask\n Ada */\n${content.replace('"key-2"', '"key-2" /* old */')}// end\n`,
  'trailing commas': (content) => content.replaceAll(/(["}])(\s*\n\s*\})/g, '$1,$2'),
  'tabs for blanks': (content) => content.replaceAll('  ', '\t'),
};

const place = async (file: string, content: Buffer | string) => {
  const path = join(temporaryFolder(), file);
  await writeFile(path, content, { mode: 0o600 });
  const warnings: AccountError[] = [];
  const open = () =>
    createAccountRegistry({
      services,
      stores: [fileStore({ path })],
      onWarning: (warning) => void warnings.push(warning),
    });
  return { path, open, warnings, files: () => readdir(join(path, '..')) };
};

const readsAndChanges = async (file: string, content: Buffer | string): Promise<string> => {
  const { path, open, files } = await place(file, content);
  expect((await open().get('segment')).fields.writeKey?.reveal()).toBe('key-ä');
  expect(await readFile(path)).toEqual(Buffer.from(content as string));
  await open().update('segment', 'staging', { note: 'changed' });
  await open().add('segment', 'third', { writeKey: 'key-3' });
  await open().remove('segment', 'third');
  expect((await open().list('segment')).map(({ name, fields }) => [name, fields.note])).toEqual([
    ['prod', 'n'],
    ['staging', 'changed'],
  ]);
  expect(await files()).toEqual([file]);
  return readFile(path, 'utf8');
};

describe('a file that was saved by an editor', () => {
  test.each(Object.entries(EDITORS))('%s is read and changed, in JSON and in TOML', async (_how, save) => {
    await readsAndChanges('accounts.json', save(JSON_TEXT));
    await readsAndChanges('accounts.toml', save(TOML_TEXT));
  });

  test.each(Object.entries(JSON_EDITS))('JSON with %s is read, and keeps them through changes', async (_what, edit) => {
    const edited = edit(JSON_TEXT);
    const after = await readsAndChanges('accounts.json', edited);
    for (const comment of edited.match(/\/\/.*|\/\*[^]*?\*\//g) ?? []) expect(after).toContain(comment);
    await readsAndChanges('accounts.json', `\ufeff${edited.replaceAll('\n', '\r\n')}`);
  });
});

const latin1 = (content: string): Buffer => Buffer.from(content, 'latin1');

describe('a file that cannot be read as one of accounts', () => {
  test.each<[why: string, file: string, content: Buffer | string, reason: string]>([
    [
      'cut off',
      'accounts.json',
      '{"version":1,\n"services":{"segment":{"accounts":{"prod":{"writeKey":"canary',
      'line 2',
    ],
    [
      'a comma too few',
      'accounts.json',
      JSON_TEXT.replace('1,\n', '1\n').replace('key-2', 'canary'),
      'line 3, column 3',
    ],
    ['quotes of a word processor', 'accounts.json', JSON_TEXT.replace('"key-2"', '“canary”'), 'line 8'],
    ['a list', 'accounts.json', '["canary"]', 'not an object'],
    ['of a wrong version', 'accounts.json', '{"version":"one"}', 'version'],
    ['empty', 'accounts.json', '', 'empty'],
    ['blank', 'accounts.json', ' \n', 'empty'],
    ['only zeros', 'accounts.json', Buffer.alloc(64), 'line 1'],
    ['in Latin-1', 'accounts.json', latin1(JSON_TEXT), 'save it as UTF-8'],
    ['with a text for its services', 'accounts.json', '{"version":1,"services":"canary"}', "'services'"],
    [
      'with a list of accounts',
      'accounts.json',
      '{"version":1,"services":{"segment":{"accounts":["canary"]}}}',
      "'accounts'",
    ],
    [
      'with a text for an account',
      'accounts.json',
      '{"version":1,"services":{"segment":{"accounts":{"prod":"canary"}}}}',
      "'prod'",
    ],
    ['cut off', 'accounts.toml', 'version = 1\nwriteKey = "canary', 'line 2'],
    ['in Latin-1', 'accounts.toml', latin1(TOML_TEXT), 'save it as UTF-8'],
  ])('%s (%s) stays where it is, and every call says why', async (_why, file, content, reason) => {
    const { path, open, files } = await place(file, content);
    const calls = [
      () => open().list('segment'),
      () => open().get('segment'),
      () => open().add('segment', 'more', { writeKey: 'key' }),
      () => open().list('segment'),
    ];
    for (const call of calls) {
      const failure: unknown = await call().catch((error: unknown) => error);
      expect(failure).toMatchObject({ code: 'corrupt_file', path });
      expect(String(failure)).toContain(reason);
      expect(String(failure)).toContain(`mv '${path}'`);
      expect(String(failure)).not.toContain('canary');
    }
    expect(await readFile(path)).toEqual(Buffer.from(content as string));
    expect(await files()).toEqual([file]);
  });
});

test('a file that was set aside is told of until somebody has dealt with it', async () => {
  const { path, open, warnings, files } = await place('accounts.json', JSON_TEXT);
  const aside = `${path}.corrupt-2026-11-27T10-00-00-000Z`;
  await writeFile(aside, '{', { mode: 0o600 });
  await mkdir(`${path}.d`);
  for (const count of [1, 2]) {
    expect(await open().list('segment')).toHaveLength(2);
    expect(warnings).toHaveLength(count);
  }
  await open().update('segment', 'prod', { note: 'changed' });
  expect(warnings).toHaveLength(3);
  expect(warnings[0]).toMatchObject({
    code: 'corrupt_file',
    path: aside,
    message: expect.stringContaining('move it back'),
  });
  expect(await files()).toContain('accounts.json.corrupt-2026-11-27T10-00-00-000Z');
});
