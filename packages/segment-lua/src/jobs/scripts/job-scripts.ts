import { cancel, finish, prune } from './end-scripts.js';
import { beat, begin, note, putBack } from './run-scripts.js';
import { admit, enter } from './submit-scripts.js';
import { busy, ready, turn } from './turn-scripts.js';

type Script<Answer> = (keys: number, ...given: (string | number)[]) => Promise<Answer>;

/** Our own scripts as methods of a connection; each is given the number of its keys, its keys and its arguments. */
export interface JobScripts {
  readonly mwJobAdmit: Script<[verdict: 'known' | 'waiting' | 'day' | 'admitted', fact?: string | number]>;
  readonly mwJobEnter: Script<0 | 1>;
  readonly mwJobTurn: Script<[tenant: string, concurrency: number] | null>;
  readonly mwJobReady: Script<null>;
  readonly mwJobBusy: Script<string[]>;
  readonly mwJobBegin: Script<['gone' | 'ended' | 'cancel' | 'interrupted'] | ['run', spec: string, attempt: number]>;
  readonly mwJobNote: Script<0 | 1>;
  readonly mwJobBeat: Script<0 | 1 | 2>;
  readonly mwJobFinish: Script<0 | 1>;
  readonly mwJobCancel: Script<string | null>;
  readonly mwJobPutBack: Script<0 | 1>;
  readonly mwJobPrune: Script<0 | 1>;
}

/** The scripts by the names of those methods. */
export const JOB_SCRIPTS: Readonly<Record<keyof JobScripts, string>> = {
  mwJobAdmit: admit,
  mwJobEnter: enter,
  mwJobTurn: turn,
  mwJobReady: ready,
  mwJobBusy: busy,
  mwJobBegin: begin,
  mwJobNote: note,
  mwJobBeat: beat,
  mwJobFinish: finish,
  mwJobCancel: cancel,
  mwJobPutBack: putBack,
  mwJobPrune: prune,
};
