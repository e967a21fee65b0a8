import type { CancelGroup } from './cancel-group.js';
import type { LuaState } from './lua-state.js';

/** A loop that has begun an iterator of the host. */
export interface HostLoop {
  /** Whether the script is no longer in it. */
  isLeft(): boolean;
  /** The thread that began it. */
  readonly thread: LuaState;
  /** The activity it began in; cancelled with it. */
  readonly group: CancelGroup;
  /** Lets the iterator go. */
  close(): void;
}
