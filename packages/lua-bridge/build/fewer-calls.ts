import { fileURLToPath } from 'node:url';

import type { Replacement } from './replacement.js';

/*
 * A script is read once, before any engine has warmed to the parser, and then a call takes as long as ten other steps:
 * what fengari's parser does most often is written out where it does it.
 */

const own = (file: string): string => JSON.stringify(fileURLToPath(new URL(`../src/vm/${file}`, import.meta.url)));

/* What its two files do alike. */
const BOTH: readonly Replacement[] = [
  [/\bgetinstruction\((\w+), ([\w.]+)\)/g, '$1.f.code[$2.info]'],
  [/\b(?:lopcodes\.)?SETARG_([ABC]|sBx)\(([\w.[\]]+), (.+)\);/g, '$2.$1 = $3 | 0;'],
];

/* A function, by its name. */
const functionCalled = (name: string): RegExp => new RegExp(`^const ${name} = function[^]*?^\\};$`, 'm');

/* Functions that are written out wherever they were called, and are no more. */
const withoutThem = (names: readonly string[]): readonly Replacement[] =>
  names.map((name): Replacement => [functionCalled(name), '']);

/** In `lparser.js`. */
export const OF_PARSER: readonly Replacement[] = [
  ...BOTH,
  [/\bllex\.luaX_next\(ls\)/g, 'ls.next()'],
  [/\bnew Proto\(L\)/g, 'L.addFunction()'],
  [/^const Proto .*$/m, ''],
  [/\benterlevel\(ls\);/g, 'if (++ls.L.nCcalls > LUAI_MAXCCALLS) errorlimit(ls.fs, LUAI_MAXCCALLS, "JS levels");'],
  [/\bleavelevel\(ls\);/g, 'ls.L.nCcalls--;'],
  ...withoutThem(['enterlevel', 'leavelevel', 'checklimit', 'checknext', 'init_exp', 'eqstr']),
  [/\bchecklimit\(([\w.]+), (.+), ([\w.]+), (to_luastring.+)\);/g, 'if ($2 > $3) errorlimit($1, $3, $4);'],
  [/\bchecknext\(ls, ([\w.]+)(?: \/\*.*?\*\/)?\);/g, '{ if (ls.t.token !== $1) error_expected(ls, $1); ls.next(); }'],
  [/\binit_exp\(([\w.]+), ([\w.]+), (.+)\);/g, '{ $1.info = $3; $1.k = $2; $1.f = $1.t = NO_JUMP; }'],
  [
    functionCalled('searchvar'),
    `const searchvar = function(fs, n) {
    const { arr } = fs.ls.dyd.actvar;
    const { locvars } = fs.f;
    for (let i = fs.nactvar - 1; i >= 0; i--)
        if (locvars[arr[fs.firstlocal + i].idx].varname.key === n.key)
            return i;
    return -1;
};`,
  ],
  [/\beqstr\(([\w.[\]]+), ([\w.[\]]+)\)/g, '($1.key === $2.key)'],
  [
    functionCalled('checkname'),
    `const checkname = function(ls, e) {
    if (ls.t.token !== R.TK_NAME) error_expected(ls, R.TK_NAME);
    e.info = luaK_stringK(ls.fs, ls.t.seminfo.ts);
    e.k = expkind.VK;
    e.f = e.t = NO_JUMP;
    ls.next();
};`,
  ],
  // Both are switches with as many tests as there are operators.
  [/\bget(un|bin)opr\(ls\.t\.token\)/g, '$1ary[ls.t.token]'],
  [
    /^const UNARY_PRIORITY = .*$/m,
    `$&
const [unary, binary] = [getunopr, getbinopr].map((find) => Uint8Array.from({ length: R.TK_STRING + 1 }, (_, token) => find(token)));`,
  ],
  [/^ {4}(luaS_eqlngstr|getinstruction|SETARG_B|SETARG_C|SET_OPCODE),?$/gm, ''],
  [/\bSET_OPCODE\((.+), OP_TAILCALL\);/, '$1.opcode = OP_TAILCALL;'],
];

/** In `lcode.js`. */
export const OF_CODE: readonly Replacement[] = [
  ...BOTH,
  [/^module\.exports\.getinstruction .*$/m, ''],
  [/\bhasjumps\((\w+)\)/g, '($1.t !== $1.f)'],
  ...withoutThem(['getinstruction', 'hasjumps', 'freeexp']),
  [/^( +)dischargejpc\(fs\);/gm, '$1if (fs.jpc !== NO_JUMP) dischargejpc(fs);'],
  [/\bluaK_dischargevars\(fs, (\w+)\);/g, 'if ($1.k > expkind.VNONRELOC) luaK_dischargevars(fs, $1);'],
  [
    /\bluaK_exp2val\(fs, (\w+)\);/g,
    '{ if ($1.t !== $1.f) luaK_exp2anyreg(fs, $1); else if ($1.k > expkind.VNONRELOC) luaK_dischargevars(fs, $1); }',
  ],
  [/\bfreeexp\(fs, (\w+)\);/g, '{ if ($1.k === expkind.VNONRELOC && $1.info >= fs.nactvar) fs.freereg--; }'],
  [/!lopcodes\.ISK\(reg\)/, '!(reg & lopcodes.BITRK)'],
  [/\blopcodes\.RKASK\(([\w.]+)\)/g, '($1 | lopcodes.BITRK)'],
  [/^( +)luaK_checkstack\(fs, n\);/m, '$1if (fs.freereg + n > fs.f.maxstacksize) luaK_checkstack(fs, n);'],
  // What is made most often is made here.
  [
    /^const TValue .*$/m,
    `import { Instruction } from ${own('values/function.ts')};\nimport { SourceValue } from ${own('compiler/parts.ts')};`,
  ],
  [/\bnew (?:lobject\.)?TValue\(/g, 'new SourceValue('],
  [/\blopcodes\.CREATE_ABC\((.+), (.+), (.+), (.+)\)/g, 'new Instruction($1, $2 | 0, $3 | 0, $4 | 0, 0, 0, 0)'],
  [
    functionCalled('luaK_codeABC'),
    `const luaK_codeABC = function(fs, o, a, b, c) {
    const { f, pc } = fs;
    if (fs.jpc !== NO_JUMP) dischargejpc(fs);
    f.code[pc] = new Instruction(o, a | 0, b | 0, c | 0, 0, 0, 0);
    f.lineinfo[pc] = fs.ls.lastline;
    fs.pc = pc + 1;
    return pc;
};`,
  ],
  [
    functionCalled('addk'),
    `const addk = function(fs, key, v) {
    const { h } = fs.ls;
    const constants = fs.f.k;
    const place = h.get(key);
    if (place === undefined)
        h.set(key, new SourceValue(LUA_TNUMINT, fs.nk));
    else {
        const k = place.value;
        if (k < fs.nk && constants[k].type === v.type && constants[k].value === v.value)
            return k;
        place.value = fs.nk;
    }
    constants[fs.nk] = v;
    return fs.nk++;
};`,
  ],
];
