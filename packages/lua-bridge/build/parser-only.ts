import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

import type { Options } from 'tsup';

type Plugin = NonNullable<Options['esbuildPlugins']>[number];
type Constants = Readonly<Record<string, number>>;

const require = createRequire(import.meta.url);
const own = (file: string): string => fileURLToPath(new URL(`../src/vm/compiler/${file}`, import.meta.url));

/* Which of fengari's modules its parser finds replaced by ours; jest.config.mjs says the same. */
const REPLACED: readonly (readonly [RegExp, string])[] = [
  [/^\.\/(llex|lobject|ldo|lfunc|lstring|ltable|luaconf|lvm)\.js$/, own('door.cjs')],
  [/^\.\/defs\.js$/, own('definitions.cjs')],
  [/^\.\/lopcodes\.js$/, own('instructions.cjs')],
];

const { expkind } = require('fengari/src/lparser.js') as { expkind: Constants };
const { BinOpr, UnOpr } = require('fengari/src/lcode.js') as { BinOpr: Constants; UnOpr: Constants };
const { OpCodesI } = require('fengari/src/lopcodes.js') as { OpCodesI: Constants };
const { RESERVED } = require('fengari/src/llex.js') as { RESERVED: Constants };

/* The tables of numbers, by what the parser calls them. */
const TABLES: Readonly<Record<string, Constants>> = { R: RESERVED, expkind, ek: expkind, BinOpr, UnOpr, OpCodesI };

const CONSTANT = /\b(?:lparser\.)?(R|expkind|ek|BinOpr|UnOpr|OpCodesI)\.([A-Z]\w*)/g;
const ASSERTION = /^ *lua_assert\(.*\);.*$/gm;
/* What fields hold until they are set. Of all of them but one, that is always an integer. */
const NO_NUMBER = /(?<!nval: )\bNaN\b/g;

/*
 * A script is read once, before any engine has warmed to the parser: what it looks up in tables of numbers, and asserts
 * of itself, takes a fifth of its time then.
 */
const quicken = (code: string): string =>
  code
    .replace(/(const expkind = [^]*)ind: (\{[^}]*\})/, 'const makeIndexed = () => ($2);\n$1ind: makeIndexed()')
    .replace(ASSERTION, '')
    .replace(NO_NUMBER, '0')
    .replace(CONSTANT, (text, table: string, name: string) => String(TABLES[table]?.[name] ?? text));

/** Of fengari only the parser is used; what it imports of the rest leads to our own modules. */
export const parserOnly: Plugin = {
  name: 'parser-only',
  setup: (build) => {
    for (const [filter, path] of REPLACED) {
      build.onResolve({ filter }, ({ importer }) => (/fengari[\\/]src[\\/]/.test(importer) ? { path } : undefined));
    }
    build.onLoad({ filter: /fengari[\\/]src[\\/](lparser|lcode)\.js$/ }, async ({ path }) => ({
      contents: quicken(await readFile(path, 'utf8')),
    }));
  },
};
