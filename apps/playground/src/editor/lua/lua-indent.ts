import type { LuaLine, Token } from './lua-tokens.js';

/** Spaces a level. */
export const INDENT = 2;

const OPENS: ReadonlySet<string> = new Set(['(', '{', '[', 'do', 'then', 'function', 'repeat', 'else']);
const CLOSES: ReadonlySet<string> = new Set([')', '}', ']', 'end', 'until', 'else', 'elseif']);

/** Signs and words that want something before and after them: a line that begins or ends with one is not alone. */
const JOINS: ReadonlySet<string> = new Set('+ * / // % ^ .. == ~= <= >= < > & | << >> = and or . :'.split(' '));
/** May also begin an operand. */
const JOINS_AT_END: ReadonlySet<string> = new Set([...JOINS, '-', '~', 'not']);

const isSign = ({ kind }: Token): boolean => kind === 'sign' || kind === 'keyword';

/** Follows brackets and blocks through a script, line by line, and says how far each line is indented. */
export class Indentation {
  /** For each bracket and block that is open: how far the line is indented on which it was opened. */
  readonly #open: number[] = [];
  #last: Token | undefined;
  #spaces = 0;

  /**
   * The spaces before a line that comes next, were it to begin with these tokens.
   * @param tokens Without those of a string or comment that an earlier line left open.
   */
  spacesBefore(tokens: readonly Token[]): number {
    let closed = 0;
    while (closed < tokens.length && this.#closes(tokens[closed])) closed += 1;
    if (closed > 0) return this.#open.at(-closed) ?? 0;
    const inner = this.#open.length === 0 ? 0 : (this.#open.at(-1) ?? 0) + INDENT;
    return inner + (this.#continues(tokens[0]) ? INDENT : 0);
  }

  /**
   * Goes past a line.
   * @param spaces How far it is indented; a line that begins in a string belongs to the one before.
   */
  pass({ tokens }: LuaLine, spaces = this.#spaces): void {
    this.#spaces = spaces;
    for (const token of tokens) {
      if (token.kind === 'comment') continue;
      if (isSign(token)) {
        if (CLOSES.has(token.text)) this.#open.pop();
        if (OPENS.has(token.text)) this.#open.push(spaces);
      }
      this.#last = token;
    }
  }

  #closes(token: Token | undefined): boolean {
    return token !== undefined && isSign(token) && CLOSES.has(token.text);
  }

  #continues(first: Token | undefined): boolean {
    if (first?.kind === 'comment') return false;
    const begins = first !== undefined && isSign(first) && JOINS.has(first.text);
    return begins || (this.#last !== undefined && isSign(this.#last) && JOINS_AT_END.has(this.#last.text));
  }
}

/** How far each line of a script is to be indented; `undefined` where a line begins inside a string or comment. */
export const indentLines = (lines: readonly LuaLine[]): (number | undefined)[] => {
  const indentation = new Indentation();
  return lines.map((line, index) => {
    const isInside = lines[index - 1]?.open !== undefined;
    const spaces = isInside ? undefined : indentation.spacesBefore(line.tokens);
    indentation.pass(line, spaces);
    return spaces;
  });
};
