import { OP } from '../values/opcodes.js';
import { readSize } from '../values/opcodes.js';
import { BOOLEAN, NIL, TABLE } from '../values/tags.js';
import { upvalueAt } from './conditions.js';
import type { Writer } from './writer.js';

/* Instructions that put a value into a register or an upvalue. */

/** Writes such an instruction; false if it is none. */
export const writeLoad = (w: Writer, pc: number): boolean => {
  const { opcode, A, B, C, Bx } = w.at(pc);
  switch (opcode) {
    case OP.MOVE:
      w.set(A, w.register(B));
      return true;
    case OP.LOADK:
      w.set(A, w.constant(Bx));
      return true;
    case OP.LOADKX:
      w.set(A, w.constant(w.at(pc + 1).Ax));
      return true;
    case OP.LOADBOOL:
      w.set(A, { tag: BOOLEAN, value: String(B !== 0) });
      if (C !== 0) w.jump(pc + 2, pc);
      return true;
    case OP.LOADNIL:
      for (let register = A; register <= A + B; register++) w.set(register, { tag: NIL, value: 'null' });
      return true;
    case OP.GETUPVAL:
      w.add(`p=${upvalueAt(B)};`);
      w.set(A, { tag: 'p.type', value: 'p.value' });
      return true;
    case OP.SETUPVAL: {
      const { tag, value } = w.register(A);
      w.add(`p=${upvalueAt(B)};p.type=${tag};p.value=${value};`);
      return true;
    }
    case OP.NOT: {
      const { tag, value } = w.register(B);
      w.set(A, { tag: BOOLEAN, value: `${tag}===${NIL}||${tag}===${BOOLEAN}&&${value}===false` });
      return true;
    }
    case OP.NEWTABLE:
      w.set(A, { tag: TABLE, value: `(F.pc=${pc + 1},L.frame=F,makeTable(L,${readSize(B)},${readSize(C)}))` });
      return true;
    default:
      return false;
  }
};
