import { FLOAT, INTEGER } from '../values/tags.js';

/* Operands and conditions on them, as text. What is known of an operand needs none. */

/** An operand: the text of its tag and of its value; the tag is a number if it is known. */
export interface Operand {
  readonly tag: string | number;
  readonly value: string;
}

/** The text of the place of an upvalue. */
export const upvalueAt = (index: number): string => (index === 0 ? 'U' : `O[${index - 1}]`);

/** A condition: that a tag is a certain one. Known tags decide it at once. */
export const hasTag = ({ tag }: Operand, wanted: number): string =>
  typeof tag === 'number' ? String(tag === wanted) : `${tag}===${wanted}`;

/** A condition: that an operand is a number of either kind. */
export const isNumeric = ({ tag }: Operand): string =>
  typeof tag === 'number' ? String(tag === INTEGER || tag === FLOAT) : `(${tag}&15)===3`;

/** A condition: that the value of an integer is a JavaScript number. */
export const isExact = ({ tag, value }: Operand): string =>
  typeof tag === 'number' && !value.startsWith('V') ? 'true' : `typeof ${value}==='number'`;

/** Takes the tag of an element of a list, given as its place and its value, into `y`. */
export const takeItemTag = (table: string, at: string, value: string): string =>
  `y=(y=${table}.itemTag)<0?tagAmong(${table},${at},${value}):y;`;

/** Joins conditions, leaving out those that hold anyway; `false` if one never does. */
export const all = (...conditions: string[]): string => {
  if (conditions.includes('false')) return 'false';
  const open = new Set(conditions);
  open.delete('true');
  return open.size === 0 ? 'true' : [...open].join('&&');
};
