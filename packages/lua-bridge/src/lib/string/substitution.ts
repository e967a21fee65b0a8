import type { Budget } from '../../meter/budget.js';
import { ByteBuffer } from '../../vm/native/byte-buffer.js';
import type { LuaString } from '../../vm/values/string.js';
import { PatternError } from './pattern/compile.js';
import { findCandidate, matchAt } from './pattern/match.js';
import { captureLength, captureStart, endMatch, type Match, PLACE, startAgain } from './pattern/match-state.js';

const ESC = 37;

/** A subject that is being gone through: what was matched in it last, and what became of it so far. */
export class Substitution {
  readonly out: ByteBuffer;
  count = 0;
  start = 0;
  end = -1;
  private at: number;
  private copied = 0;

  constructor(
    budget: Budget,
    readonly match: Match,
    private readonly most: number,
  ) {
    this.out = new ByteBuffer(budget);
    this.at = findCandidate(match, 0);
  }

  /** Goes on to the next match, or to where the next one could start; undefined at the end. */
  step(): 'matched' | 'missed' | undefined {
    const { match, at } = this;
    if (this.count >= this.most || at > match.length) return undefined;
    const end = matchAt(match, at);
    const isMatch = end >= 0 && end !== this.end;
    if (isMatch) {
      this.count++;
      startAgain(match);
      this.out.addPiece(match.subject, this.copied, at);
      this.start = at;
      this.copied = this.end = end;
    }
    if (match.pattern.anchored) this.at = match.length + 1;
    else this.at = findCandidate(match, isMatch ? end : at + 1);
    return isMatch ? 'matched' : 'missed';
  }

  /** The whole result. */
  finish(): LuaString {
    const { match, out } = this;
    out.addPiece(match.subject, this.copied, match.length);
    endMatch(match);
    return out.take();
  }
}

/** Adds a replacement text, with `%1` and the like filled in. */
export const addTemplate = ({ match, out, start, end }: Substitution, template: string): void => {
  let from = 0;
  for (let at = template.indexOf('%'); at >= 0; at = template.indexOf('%', from)) {
    const next = template.charCodeAt(at + 1);
    out.addLatin1(template.slice(from, at));
    if (next === ESC) out.addByte(ESC);
    else if (next === 48) out.addPiece(match.subject, start, end);
    else if (next > 48 && next <= 57) addCapture(match, out, next - 49, start, end);
    else throw new PatternError("invalid use of '%' in replacement string");
    from = at + 2;
  }
  out.addLatin1(from === 0 ? template : template.slice(from));
};

const addCapture = (match: Match, out: ByteBuffer, index: number, start: number, end: number): void => {
  const from = captureStart(match, index, start);
  const length = captureLength(match, index, end - start);
  if (length === PLACE) out.addLatin1(String(from + 1));
  else out.addPiece(match.subject, from, from + length);
};
