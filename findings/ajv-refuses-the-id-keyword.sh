#!/usr/bin/env bash
# The guess: under strict: false Ajv 8 ignores keywords that draft-07 does not define.
# The truth: the one keyword `id`, anywhere in a schema, ends compilation with NOT SUPPORTED, strict or not.
# Why it matters: every property of a Segment tracking plan carries an old-style `id` (/properties/revenue), so no plan compiles until all of them have been taken out, and only those that are keywords, not properties named id.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund ajv@8.20.0
cat >observe.mjs <<'END'
import assert from 'node:assert/strict';
import { Ajv } from 'ajv';

const schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'object',
  properties: { revenue: { type: 'number', id: '/properties/revenue' } },
};
for (const options of [{}, { strict: false }]) {
  assert.throws(() => new Ajv(options).compile(schema), (error) => {
    console.log('ajv 8.20.0', JSON.stringify(options), error.message);
    return error.message.startsWith('NOT SUPPORTED: keyword "id"');
  });
}
const propertyNamedId = { type: 'object', properties: { id: { type: 'string' } } };
assert.equal(new Ajv().compile(propertyNamedId)({ id: 'u1' }), true);
END
node observe.mjs
