import { fixtures, type SimulatedWorkspace } from '../../generated/simulated.js';

/** The one API token the simulator accepts unless told otherwise. */
export const SIMULATOR_API_TOKEN = 'sgp_simulator';

/** The workspace that examples speak of, with what differs from it. */
export const makeWorkspace = (different: Partial<SimulatedWorkspace> = {}): SimulatedWorkspace =>
  copyLists(Object.assign({}, ...fixtures, different) as SimulatedWorkspace);

/** Each simulator changes lists of its own. */
const copyLists = (workspace: SimulatedWorkspace): SimulatedWorkspace => ({
  ...workspace,
  sources: [...workspace.sources],
  users: [...workspace.users],
});
