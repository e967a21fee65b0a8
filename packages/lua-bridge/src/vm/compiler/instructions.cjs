/*
 * fengari's module `lopcodes`, but that it makes and changes instructions of the machine's own. The build (and jest)
 * lead fengari's parser here, and the build leaves nothing but numbers of what it goes on from. What the parser gives
 * may be floats, as it keeps its numbers unless the build changes that, or booleans.
 */
const opcodes = require('fengari/src/lopcodes.js');
const door = require('./door.cjs');

const { OpCodesI } = opcodes;
/* What an operand that is a constant is more than its index. */
const CONSTANT = opcodes.MAXINDEXRK + 1;

module.exports = {
  ...opcodes,
  ISK: (x) => x & CONSTANT,
  RKASK: (index) => index | CONSTANT,
  testTMode: (opcode) => opcode >= OpCodesI.OP_EQ && opcode <= OpCodesI.OP_TESTSET,
  CREATE_ABC: (opcode, A, B, C) => new door.Instruction(opcode, A | 0, B | 0, C | 0, 0, 0, 0),
  CREATE_ABx: (opcode, A, Bx) => new door.Instruction(opcode, A | 0, 0, 0, Bx | 0, 0, (Bx - opcodes.MAXARG_sBx) | 0),
  CREATE_Ax: (opcode, Ax) => new door.Instruction(opcode, 0, 0, 0, 0, Ax | 0, 0),
  SET_OPCODE: (instruction, opcode) => {
    instruction.opcode = opcode;
  },
  SETARG_A: (instruction, A) => {
    instruction.A = A | 0;
  },
  SETARG_B: (instruction, B) => {
    instruction.B = B | 0;
  },
  SETARG_C: (instruction, C) => {
    instruction.C = C | 0;
  },
  SETARG_sBx: (instruction, sBx) => {
    instruction.sBx = sBx | 0;
  },
};
