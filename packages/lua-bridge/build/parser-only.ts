import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
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
const { OpCodesI, ...opcodes } = require('fengari/src/lopcodes.js') as { OpCodesI: Constants };
const { RESERVED } = require('fengari/src/llex.js') as { RESERVED: Constants };

/* The tables of numbers, by what the parser calls them. */
const TABLES: Readonly<Record<string, Constants>> = { R: RESERVED, expkind, ek: expkind, BinOpr, UnOpr, OpCodesI };

/* A piece of a library's text, and what stands in for it. */
type Replacement = readonly [RegExp, string | ((text: string, ...groups: string[]) => string)];

const ASSERTIONS: Replacement = [/^ *lua_assert\(.*\);.*$/gm, ''];

const CONSTANTS: Replacement = [
  /\b(?:lparser\.)?(R|expkind|ek|BinOpr|UnOpr|OpCodesI)\.([A-Z]\w*)/g,
  (text, table = '', name = '') => String(TABLES[table]?.[name] ?? text),
];

/* What fields hold until they are set: of all but one that will be an integer, which takes no memory of its own. */
const UNSET: Replacement = [/(?<!nval: )\bNaN\b/g, '0'];

/* An engine copies constant objects with others in them in a slow way. */
const NESTED: Replacement = [
  /(const expkind = [^]*)ind: (\{[^}]*\})/,
  'const makeIndexed = () => ($2);\n$1ind: makeIndexed()',
];

/*
 * A script is read once, before any engine has warmed to the parser, and then it is a sixth of the work to look up
 * constants, to assert what holds anyway, and to collect numbers as garbage.
 */
const REPLACEMENTS: Readonly<Record<string, readonly Replacement[]>> = {
  'lparser.js': [ASSERTIONS, CONSTANTS, UNSET, NESTED],
  'lcode.js': [ASSERTIONS, CONSTANTS],
};

const quicken = (code: string, file: string): string =>
  (REPLACEMENTS[file] ?? []).reduce((text, [part, standIn]) => {
    if (text.search(part) < 0) throw new Error(`fengari's ${file} has no ${String(part)} any more; see parser-only.ts`);
    return typeof standIn === 'string' ? text.replace(part, standIn) : text.replace(part, standIn);
  }, code);

/* Of all that fengari knows of instructions, what its parser and ours for them use: a quarter of the module. */
const numbersOfInstructions = async (parser: string): Promise<string> => {
  const used = new Set(quicken(await readFile(parser, 'utf8'), 'lparser.js').match(/\bOP_\w+/g));
  for (const name of ['OP_EQ', 'OP_TESTSET']) used.add(name);
  const limits = Object.entries(opcodes).filter(([name, value]) => LIMITS.test(name) && typeof value === 'number');
  const codes = Object.entries(OpCodesI).filter(([name]) => used.has(name));
  return `module.exports=${JSON.stringify({ ...Object.fromEntries(limits), OpCodesI: Object.fromEntries(codes) })}`;
};

const LIMITS = /^(MAXARG_\w+|MAXINDEXRK|NO_REG|LFIELDS_PER_FLUSH)$/;

/** Of fengari only the parser is used; what it imports of the rest leads to our own modules. */
export const parserOnly: Plugin = {
  name: 'parser-only',
  setup: (build) => {
    for (const [filter, path] of REPLACED) {
      build.onResolve({ filter }, ({ importer }) => (/fengari[\\/]src[\\/]/.test(importer) ? { path } : undefined));
    }
    build.onLoad({ filter: /fengari[\\/]src[\\/](lparser|lcode)\.js$/ }, async ({ path }) => ({
      contents: quicken(await readFile(path, 'utf8'), basename(path)),
    }));
    build.onLoad({ filter: /fengari[\\/]src[\\/]lopcodes\.js$/ }, async ({ path }) => ({
      contents: await numbersOfInstructions(join(dirname(path), 'lparser.js')),
    }));
  },
};
