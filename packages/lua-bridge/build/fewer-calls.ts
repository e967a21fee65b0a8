import type { Replacement } from './replacement.js';

/*
 * A script is read once, before any engine has warmed to the parser, and then a call takes as long as ten other steps:
 * what fengari's parser does most often is written out where it does it.
 */

/* What its two files do alike. */
const BOTH: readonly Replacement[] = [
  [/\bgetinstruction\((\w+), ([\w.]+)\)/g, '$1.f.code[$2.info]'],
  [/\b(?:lopcodes\.)?SETARG_([ABC])\(([\w.[\]]+), (.+)\);/g, '$2.$1 = $3 | 0;'],
];

/** In `lparser.js`. */
export const OF_PARSER: readonly Replacement[] = [
  ...BOTH,
  [/\bllex\.luaX_next\(ls\)/g, 'ls.next()'],
  [/\bleavelevel\(ls\);/g, 'ls.L.nCcalls--;'],
  [/^const leavelevel = [^]*?^\};$/m, ''],
  [/\bchecklimit\(([\w.]+), (.+), ([\w.]+), (to_luastring.+)\);/g, 'if ($2 > $3) errorlimit($1, $3, $4);'],
  [/^const checklimit = [^]*?^\};$/m, ''],
  [/\breturn luaS_eqlngstr\(a, b\);/, 'return a.key === b.key;'],
  [/\bSET_OPCODE\((.+), OP_TAILCALL\);/, '$1.opcode = OP_TAILCALL;'],
  [/^ {4}(luaS_eqlngstr|getinstruction|SETARG_B|SETARG_C|SET_OPCODE),?$/gm, ''],
];

/** In `lcode.js`. */
export const OF_CODE: readonly Replacement[] = [
  ...BOTH,
  [/^module\.exports\.getinstruction .*$/m, ''],
  [/^const getinstruction = [^]*?^\};$/m, ''],
  [/\bhasjumps\((\w+)\)/g, '($1.t !== $1.f)'],
  [/^const hasjumps = [^]*?^\};$/m, ''],
  [/^( +)dischargejpc\(fs\);/gm, '$1if (fs.jpc !== NO_JUMP) dischargejpc(fs);'],
  [/\bluaK_dischargevars\(fs, (\w+)\);/g, 'if ($1.k > expkind.VNONRELOC) luaK_dischargevars(fs, $1);'],
  [/!lopcodes\.ISK\(reg\)/, '!(reg & lopcodes.BITRK)'],
];
