/** A loop that does some rounds at a time: its instructions, and what has the number of rounds left. */
export interface Ahead {
  readonly start: number;
  readonly end: number;
  readonly left: string;
}

/*
 * What a unit charges the budget, as text. Where there are loops, the budget is told later: only they are worth it.
 * Some of them charge rounds ahead, of which `k` are to come that cost `j` each.
 */
export class Charges {
  /** Whether instructions were noted of which the budget has not been told. */
  private owes = false;
  private ahead: Ahead | undefined;

  constructor(readonly hasLoops: boolean) {}

  /** Charges instructions. */
  charge(cost: number): string {
    this.owes = this.hasLoops;
    return `${this.owes ? 'u+' : 'B.left-'}=${cost}`;
  }

  /** Charges instructions, and gives what is left then. */
  chargeNow(cost: number): string {
    return this.hasLoops ? `B.left-(${this.charge(cost)})` : `(${this.charge(cost)})`;
  }

  /** Tells the budget of what was noted, before others spend it too. Wherever ways meet, something is noted. */
  pay(): string {
    const text = this.payAside();
    this.owes = false;
    return text;
  }

  /** The same on one of several ways that an instruction may go. */
  payAside(): string {
    return this.owes ? 'B.left-=u;u=0;' : '';
  }

  /** Charges `k` more rounds ahead. */
  chargeAhead(cost: number): string {
    return `u+=(j=${cost})*k`;
  }

  /** Begins rounds that were charged ahead. */
  begin(ahead: Ahead): void {
    this.ahead = ahead;
  }

  /** They are done. */
  end(): void {
    this.ahead = undefined;
  }

  /** Takes back what was charged for rounds that do not come, where the loop is left. Not all loops have any. */
  takeBack(): string {
    return this.ahead === undefined ? '' : `if(k>0){${this.ahead.left}+=k;u-=j*k;k=0}`;
  }

  /** The same where a jump to `target` leaves it. */
  takeBackBefore(target: number): string {
    return this.ahead === undefined || (target >= this.ahead.start && target < this.ahead.end) ? '' : this.takeBack();
  }

  /** Tells the budget of what was noted when something is thrown. */
  payThrown(): string {
    return 'B.left-=u-j*k;';
  }
}
