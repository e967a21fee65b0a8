/** What a script names of Segment, as far as it is written out. */
export interface ScriptUse {
  /** The names below the namespace: `['acme', 'track']`. */
  readonly path: readonly string[];
  readonly isCalled: boolean;
  /** What it is called with; absent where that is nothing. */
  readonly input?: unknown;
  /** Fields of the input whose values only a run knows. */
  readonly open: readonly string[];
  /** Whether the input may have fields that only a run knows. */
  readonly isOpen: boolean;
}

/** Why a use would fail, in the words of a run. */
export interface Misuse {
  /** Which of the uses, counted from 0. */
  readonly use: number;
  /** The field of the input that is wrong or missing. */
  readonly field?: string;
  /** Which name of the path is not there, counted from 1. */
  readonly depth?: number;
  readonly message: string;
}
