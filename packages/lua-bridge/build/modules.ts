import type { Replacement } from './replacement.js';

/*
 * Modules that are made with `require` keep the names of all that they lend to each other; those that are made with
 * `import` become one with others, names and all, and lose what nobody uses.
 */

const IMPORTED: Replacement = [/^const (\w+) += require\('(.+)'\);$/gm, "import $1 from '$2';"];

/** In fengari's `lparser.js`. */
export const OF_PARSER: readonly Replacement[] = [
  IMPORTED,
  [/^const (\{[^}]*\}) += require\('(\.\/lcode\.js)'\);$/m, "import $1 from '$2';"],
  [/^const (\{[^}]*\}) += require\('(\.\/lstring\.js)'\);$/m, "import lstring from '$2';\nconst $1 = lstring;"],
  [/^const \{\s*\} += require\('\.\/lopcodes\.js'\);$/m, ''],
  [/^module\.exports\.(luaY_parser|vkisinreg) .*$/gm, ''],
  [/^module\.exports\.Dyndata .*$/m, 'export default { Dyndata, luaY_parser };'],
  [/^module\.exports\.expdesc .*$/m, 'export { expdesc };'],
];

/** In fengari's `lcode.js`. */
export const OF_CODE: readonly Replacement[] = [
  [/^const lparser .*$/m, "import { expdesc } from './lparser.js';"],
  [/\blparser\.expdesc\b/, 'expdesc'],
  IMPORTED,
  [/^module\.exports\.(\w+) += \1;$/gm, 'export { $1 };'],
];

/** In what leads to our own answers. */
export const OF_DOOR: readonly Replacement[] = [
  [/^door\.(TValue|Proto) = function[^]*?^\};$/gm, ''],
  [/^door\.luaS_eqlngstr = .*$/m, ''],
  [/^const door = module\.exports;$/m, 'const door = {};\nexport default door;'],
];

/** In those answers, of which the parser then needs fewer. */
export const OF_ANSWERS: readonly Replacement[] = [
  [/^ {2}(luaX_next|luaH_get|luaH_setfrom|makeFunction): (.*,|[^]*?^ {2}\},)$/gm, ''],
  [/^const NOTHING = .*$/m, ''],
  [/^ {2}SourceValue,$/m, ''],
];

/** In our own module of instructions, of which the parser then asks less. */
export const OF_INSTRUCTIONS: readonly Replacement[] = [
  IMPORTED,
  [/^ {2}(ISK|RKASK|CREATE_ABC|SET_OPCODE|SETARG_\w+): (.*,|[^]*?^ {2}\},)$/gm, ''],
  [/^const CONSTANT = .*$/m, ''],
  [/^module\.exports = /m, 'export default '],
];
