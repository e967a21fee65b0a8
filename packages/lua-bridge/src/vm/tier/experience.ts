import { Layouts } from '../values/layout.js';

/* Layouts with which a sandbox begins another script. */
const MOST_LAYOUTS = 500;

/** What the states of a sandbox have learnt of its scripts. */
export class Experience {
  /** Layouts of the tables of all its scripts: compiled code knows them. */
  layouts = new Layouts();
  /** Whether any script was hot. */
  wasHot = false;

  clear(): void {
    this.layouts = new Layouts();
    this.wasHot = false;
  }

  /** Begins with no layouts where so many are known that most are of use to nobody. */
  tidy(): void {
    if (this.layouts.count > MOST_LAYOUTS) this.clear();
  }
}
