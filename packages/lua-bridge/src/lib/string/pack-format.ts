import { checkString } from '../../vm/native/arguments.js';
import { raise, raiseArgument } from '../../vm/native/raise.js';
import type { LuaState } from '../../vm/state/lua-state.js';
import { latin1 } from '../../vm/values/string.js';

/** One value of a pack format, with what must come before it. */
export interface PackItem {
  kind: 'signed' | 'unsigned' | 'float' | 'fixed' | 'prefixed' | 'zero' | 'pad' | 'none';
  size: number;
  little: boolean;
  /** Alignment to reach first; 0 for none. */
  align: number;
}

const MAX_INTEGER = 16;
const ALIGNED: ReadonlySet<PackItem['kind']> = new Set(['signed', 'unsigned', 'float', 'prefixed']);
const SIZES: Readonly<Record<string, number>> = { b: 1, h: 2, i: 4, l: 8, j: 8, t: 8, f: 4, d: 8, n: 8 };

/** Reads a pack format item by item. Raises Lua's errors for a malformed one. */
class PackFormat {
  #at = 0;
  #little = true;
  #maxAlign = 1;

  constructor(
    private readonly L: LuaState,
    private readonly text: string,
  ) {}

  get done(): boolean {
    return this.#at >= this.text.length;
  }

  /** The next item. */
  next(): PackItem {
    const letter = this.text[this.#at++] ?? '';
    if (letter === 'X') return this.#alignment();
    const item = this.#option(letter);
    const align = ALIGNED.has(item.kind) ? this.#alignOf(item.size) : 0;
    return { ...item, align };
  }

  #alignOf(size: number): number {
    const align = Math.min(size, this.#maxAlign);
    if (align <= 1) return 0;
    if ((align & (align - 1)) !== 0) return raiseArgument(this.L, 1, 'format asks for alignment not power of 2');
    return align;
  }

  #alignment(): PackItem {
    const letter = this.text[this.#at++] ?? '';
    const { kind, size } = letter === '' || letter === 'X' ? { kind: 'none', size: 0 } : this.#option(letter);
    if (kind === 'fixed' || size === 0) return raiseArgument(this.L, 1, "invalid next option for option 'X'");
    return { kind: 'none', size: 0, little: this.#little, align: this.#alignOf(size) };
  }

  #option(letter: string): PackItem {
    const little = this.#little;
    const make = (kind: PackItem['kind'], size: number): PackItem => ({ kind, size, little, align: 0 });
    switch (letter) {
      case 'b':
      case 'h':
      case 'l':
      case 'j':
        return make('signed', SIZES[letter] as number);
      case 'B':
      case 'H':
      case 'L':
      case 'J':
      case 'T':
        return make('unsigned', SIZES[letter.toLowerCase()] as number);
      case 'i':
      case 'I':
        return make(letter === 'i' ? 'signed' : 'unsigned', this.#integerSize(4));
      case 'f':
      case 'd':
      case 'n':
        return make('float', SIZES[letter] as number);
      case 's':
        return make('prefixed', this.#integerSize(8));
      case 'z':
        return make('zero', 0);
      case 'x':
        return make('pad', 1);
      case 'c':
        return make('fixed', this.#number() ?? raise(this.L, "missing size for format option 'c'"));
      default:
        return this.#control(letter, make('none', 0));
    }
  }

  #control(letter: string, none: PackItem): PackItem {
    if (letter === '<' || letter === '=') this.#little = true;
    else if (letter === '>') this.#little = false;
    else if (letter === '!') this.#maxAlign = this.#integerSize(8);
    else if (letter !== ' ') return raise(this.L, `invalid format option '${letter}'`);
    return none;
  }

  #integerSize(otherwise: number): number {
    const size = this.#number() ?? otherwise;
    if (size < 1 || size > MAX_INTEGER)
      return raise(this.L, `integral size (${size}) out of limits [1,${MAX_INTEGER}]`);
    return size;
  }

  #number(): number | undefined {
    let digits = '';
    while (/\d/.test(this.text[this.#at] ?? '') && Number(digits) < 214748363) digits += this.text[this.#at++] ?? '';
    return digits === '' ? undefined : Number(digits);
  }
}

/** The pack format in argument 1. */
export const readPackFormat = (L: LuaState): PackFormat => {
  const text = checkString(L, 1);
  L.runtime.budget.spend(text.length >> 3);
  return new PackFormat(L, latin1(text));
};

/** Bytes of padding that bring `position` to an alignment. */
export const countPadding = (align: number, position: number): number =>
  align <= 1 ? 0 : (align - (position & (align - 1))) & (align - 1);
