/** What a metatable can have a handler for, by number. The arithmetic ones stand in the order of their opcodes. */
export const EVENT = {
  INDEX: 0,
  NEWINDEX: 1,
  LEN: 4,
  EQ: 5,
  ADD: 6,
  SUB: 7,
  MUL: 8,
  MOD: 9,
  POW: 10,
  DIV: 11,
  IDIV: 12,
  BAND: 13,
  BOR: 14,
  BXOR: 15,
  SHL: 16,
  SHR: 17,
  UNM: 18,
  BNOT: 19,
  LT: 20,
  LE: 21,
  CONCAT: 22,
  CALL: 23,
} as const;

const NAMES: string[] = [];
for (const [name, event] of Object.entries(EVENT)) NAMES[event] = `__${name.toLowerCase()}`;

/** The key of an event's handler in a metatable. */
export const keyOfEvent = (event: number): string => NAMES[event] as string;

/** Whether an event is that of an operation on bits, which wants integers. */
export const isBitwise = (event: number): boolean =>
  (event >= EVENT.BAND && event <= EVENT.SHR) || event === EVENT.BNOT;
