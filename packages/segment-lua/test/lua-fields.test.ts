import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { type FieldSchema, fromLuaInput, luaField, toLuaFields } from '../src/host/lua-fields.js';

const camelCase = (name: string): string => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

const fieldName = fc.stringMatching(/^[a-z]+([A-Z][a-z]+){0,3}$/);

describe('Fields between Lua and the SDK', () => {
  test('have one Lua spelling each, which leads back', () => {
    fc.assert(fc.property(fieldName, (name) => camelCase(luaField(name)) === name && /^[a-z_]+$/.test(luaField(name))));
  });

  test('are respelt where they are declared, at any depth, and left alone where they are not', () => {
    const source: FieldSchema = {
      type: 'object',
      properties: { writeKey: { type: 'string' }, settings: { type: 'object' } },
    };
    const schema: FieldSchema = { type: 'object', properties: { sourceList: { type: 'array', items: source } } };
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.array(fc.string()), (settings, keys) => {
        const result = { sourceList: keys.map((writeKey) => ({ writeKey, settings })), notDeclared: settings };
        expect(toLuaFields(schema, result)).toEqual({
          source_list: keys.map((key) => ({ write_key: key, settings })),
          notDeclared: settings,
        });
      }),
    );
  });

  test('read an empty table as a list where a list is declared, and nowhere else', () => {
    const schema: FieldSchema = {
      type: 'object',
      properties: {
        labels: { type: 'array', items: { type: 'object', properties: { tags: { type: 'array' } } } },
        settings: { type: 'object' },
      },
    };
    expect(fromLuaInput(schema, { labels: {}, settings: {} })).toEqual({ labels: [], settings: {} });
    expect(fromLuaInput(schema, { labels: [{ tags: {} }], settings: { tags: {} } })).toEqual({
      labels: [{ tags: [] }],
      settings: { tags: {} },
    });
    expect(fromLuaInput(schema, 'nonsense')).toBe('nonsense');
  });

  test('pass through unchanged where nothing is declared to be a list', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) =>
        Object.is(fromLuaInput({ type: 'object', properties: { a: { type: 'object' } } }, value), value),
      ),
    );
  });
});
