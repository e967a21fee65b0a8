/* Of so few, looking at one after another is quicker than any map. */
const FEW = 8;

/* What was made of one object, and of those before it. */
interface Pair<Made> {
  readonly source: object;
  readonly made: Made;
  readonly before: Pair<Made> | undefined;
}

/**
 * What one conversion has made of the objects it met: what is shared on one side is shared on the other too, and made
 * once.
 */
export class Counterparts<Made> {
  private last: Pair<Made> | undefined = undefined;
  private count = 0;
  private index: Map<object, Made> | undefined = undefined;

  /** What was made of an object, if it was met before. */
  get(source: object): Made | undefined {
    if (this.index !== undefined) return this.index.get(source);
    for (let pair = this.last; pair !== undefined; pair = pair.before) if (pair.source === source) return pair.made;
    return undefined;
  }

  /** Notes what is made of an object. */
  add(source: object, made: Made): void {
    if (this.count++ < FEW) this.last = { source, made, before: this.last };
    else (this.index ??= indexAll(this.last)).set(source, made);
  }
}

const indexAll = <Made>(last: Pair<Made> | undefined): Map<object, Made> => {
  const index = new Map<object, Made>();
  for (let pair = last; pair !== undefined; pair = pair.before) index.set(pair.source, pair.made);
  return index;
};
