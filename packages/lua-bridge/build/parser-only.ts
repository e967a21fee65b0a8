import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { Options } from 'tsup';

import * as fewerCalls from './fewer-calls.js';
import * as modules from './modules.js';
import type { Replacement } from './replacement.js';

type Plugin = NonNullable<Options['esbuildPlugins']>[number];
type Constants = Readonly<Record<string, number>>;

const require = createRequire(import.meta.url);
const own = (file: string): string => fileURLToPath(new URL(`../src/vm/compiler/${file}`, import.meta.url));

/* Which of fengari's modules its parser finds replaced by ours; jest.config.mjs says the same, and `defs` too. */
const REPLACED: readonly (readonly [RegExp, string])[] = [
  [/^\.\/(llex|lobject|ldo|lfunc|lstring|ltable|luaconf|lvm)\.js$/, own('door.cjs')],
  [/^\.\/lopcodes\.js$/, own('instructions.cjs')],
];

const { expkind } = require('fengari/src/lparser.js') as { expkind: Constants };
const { BinOpr, UnOpr, NO_JUMP } = require('fengari/src/lcode.js') as {
  BinOpr: Constants;
  UnOpr: Constants;
  NO_JUMP: number;
};
const { OpCodesI, ...opcodes } = require('fengari/src/lopcodes.js') as { OpCodesI: Constants };
const { RESERVED } = require('fengari/src/llex.js') as { RESERVED: Constants };
const { constant_types, ...definitions } = require(own('definitions.cjs')) as { constant_types: Constants };
const limits = require('fengari/src/llimits.js') as Constants;

/* The tables of numbers, by what the parser calls them. */
const TABLES: Readonly<Record<string, Constants>> = { R: RESERVED, expkind, ek: expkind, BinOpr, UnOpr, OpCodesI };

/* Numbers that it calls by a name of their own. */
const NAMED: Readonly<Record<string, unknown>> = {
  ...opcodes,
  ...definitions,
  ...constant_types,
  ...limits,
  ...BinOpr,
  ...UnOpr,
  ...OpCodesI,
  NO_JUMP,
};

const ASSERTIONS: Replacement = [/^ *(else )?lua_assert\(.*\);.*$/gm, ''];

const CONSTANTS: Replacement = [
  /\b(?:lparser\.)?(R|expkind|ek|BinOpr|UnOpr|OpCodesI)\.([A-Z]\w*)/g,
  (text, table = '', name = '') => String(TABLES[table]?.[name] ?? text),
];

/* What fields hold until they are set: of all but one that will be an integer, which takes no memory of its own. */
const UNSET: Replacement = [/(?<!nval: )\bNaN\b/g, '0'];

/* What an expression is lies in three objects, each made anew for every one: here it is one, */
const FLAT_FIELDS: readonly Replacement[] = [
  [/\.u\.ind\.t\b/g, '.of'],
  [/\.u\.(ind\.)?(\w+)/g, '.$2'],
];

/* which is made and copied in `lparser.js`. */
const FLAT: readonly Replacement[] = [
  [
    /this\.u = \{[^]*?\};\s*(?=this\.t = )/,
    'this.ival = 0; this.nval = NaN; this.info = 0; this.idx = 0; this.of = 0; this.vt = 0;',
  ],
  [
    /this\.u = e\.u;/,
    'this.ival = e.ival; this.nval = e.nval; this.info = e.info; this.idx = e.idx; this.of = e.of; this.vt = e.vt;',
  ],
];

/* Tables whose numbers are all in their places, wherever they are made, imported, exported or given another name. */
const MADE: Replacement = [/^const (BinOpr|UnOpr|expkind) = \{[^}]*\};$/gm, ''];
const IMPORTED: Replacement = [/^ {4}(BinOpr|UnOpr|OpCodesI|constant_types): \{[^}]*\},?$/gm, ''];
const EXPORTED: Replacement = [/^module\.exports\.(BinOpr|UnOpr|expkind|NO_JUMP) .*$/gm, ''];
const RENAMED: Replacement = [/^ *(const (OpCodesI|R)|let ek|const NO_JUMP) += .*$/gm, ''];

/* Numbers with a name: their imports, and wherever else they are. */
const NUMBERS: Replacement = [
  /^ {4}([A-Z]\w+),?$|(?<!\.)\b(?:lopcodes\.)?([A-Z]{2}\w+)\b/gm,
  (text, imported = '', name = '') => {
    const value = NAMED[imported] ?? NAMED[name];
    return typeof value !== 'number' ? text : imported === '' ? String(value) : '';
  },
];

/* Texts stay as they are; see `definitions.cjs`. */
const TEXTS: Replacement = [/\bto_luastring\(((?:"[^"]*")|name|msg)(, true)?\)/g, '$1'];
const NOTHING_LEFT: Replacement = [
  /^const \{\s*(to_luastring|lua_assert)?\s*\} += require\(["']\.\/(defs|llimits)\.js["']\);$/gm,
  '',
];

/*
 * A script is read once, before any engine has warmed to the parser, and then it is a sixth of the work to look up
 * constants, to assert what holds anyway, and to collect numbers as garbage.
 */
const ALWAYS = [ASSERTIONS, CONSTANTS, MADE, IMPORTED, EXPORTED, RENAMED, NUMBERS, TEXTS, NOTHING_LEFT];
const REPLACEMENTS: Readonly<Record<string, readonly Replacement[]>> = {
  'lparser.js': [UNSET, ...FLAT, ...FLAT_FIELDS, ...fewerCalls.OF_PARSER, ...ALWAYS, ...modules.OF_PARSER],
  'lcode.js': [...FLAT_FIELDS, ...fewerCalls.OF_CODE, ...ALWAYS, ...modules.OF_CODE],
  'door.cjs': modules.OF_DOOR,
  'instructions.cjs': modules.OF_INSTRUCTIONS,
  'answers.ts': modules.OF_ANSWERS,
};

const quicken = (code: string, file: string): string =>
  (REPLACEMENTS[file] ?? []).reduce((text, [part, standIn]) => {
    if (text.search(part) < 0) throw new Error(`${file} has no ${String(part)} any more; see parser-only.ts`);
    return typeof standIn === 'string' ? text.replace(part, standIn) : text.replace(part, standIn);
  }, code);

/* Of all that fengari knows of instructions, what our own module for them uses. */
const { MAXARG_sBx } = opcodes as Constants;
const { OP_EQ, OP_TESTSET } = OpCodesI;
const NUMBERS_OF_INSTRUCTIONS = `export default ${JSON.stringify({ MAXARG_sBx, OpCodesI: { OP_EQ, OP_TESTSET } })}`;

/** Of fengari only the parser is used; what it imports of the rest leads to our own modules. */
export const parserOnly: Plugin = {
  name: 'parser-only',
  setup: (build) => {
    for (const [filter, path] of REPLACED) {
      build.onResolve({ filter }, ({ importer }) => (/fengari[\\/]src[\\/]/.test(importer) ? { path } : undefined));
    }
    build.onLoad(
      {
        filter:
          /(fengari[\\/]src[\\/](lparser|lcode)\.js|[\\/]compiler[\\/](door\.cjs|instructions\.cjs|answers\.ts))$/,
      },
      async ({ path }) => ({
        contents: quicken(await readFile(path, 'utf8'), basename(path)),
        loader: path.endsWith('.ts') ? 'ts' : 'js',
      }),
    );
    build.onLoad({ filter: /fengari[\\/]src[\\/]lopcodes\.js$/ }, () => ({ contents: NUMBERS_OF_INSTRUCTIONS }));
  },
};
