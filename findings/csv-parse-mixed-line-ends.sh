#!/usr/bin/env bash
# The guess: csv-parse takes LF and CRLF as line ends wherever they stand in a file.
# The truth: it settles on the first line end that it sees. After an LF header each CRLF row keeps its CR in the last field; after a CRLF header the LF rows become one row.
# Why it matters: files that two programs have written to are common; 'NYC\r' goes into a customer's profile without an error.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund csv-parse@7.0.3
cat >observe.mjs <<'END'
import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';

const afterLf = parse('id,city\nu1,NYC\r\nu2,LA\r\n', { columns: true });
assert.equal(JSON.stringify(afterLf), '[{"id":"u1","city":"NYC\r"},{"id":"u2","city":"LA\\r"}]');

const afterCrlf = parse('id,city\r\nu1,NYC\nu2,LA\n', { columns: true, relax_column_count: true });
assert.equal(afterCrlf.length, 1);
console.log('csv-parse 7.0.3:', JSON.stringify(afterLf), JSON.stringify(afterCrlf));
END
node observe.mjs
