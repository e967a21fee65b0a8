import { SEGMENT_NAMESPACE } from '../accounts/segment-account.js';
import { scriptOperations } from '../host/script-operations.js';
import type { KnownNames } from './slips/global-slips.js';

/** Lists the globals that there are, what is in those that are Lua's own tables, and the accounts. */
const LISTING = `
  local globals, members, accounts = {}, {}, {}
  for name, value in pairs(_G) do
    globals[#globals + 1] = name
    if type(value) == "table" and name ~= "_G" and name ~= "app" and name ~= "args" then
      for member in pairs(value) do members[#members + 1] = name .. "." .. tostring(member) end
    end
  end
  for name, value in pairs(app and ${SEGMENT_NAMESPACE} or {}) do
    if type(value) == "table" then accounts[#accounts + 1] = name end
  end
  return json.array(globals), json.array(members), json.array(accounts)`;

/** Runs a script and gives what it returns. */
export type Listed = (code: string) => Promise<readonly unknown[]>;

/** What a script finds, and the accounts there are. */
export interface Surroundings extends KnownNames {
  readonly accounts: readonly string[];
}

const operations: ReadonlySet<string> = new Set(scriptOperations.keys());

/** Asks a sandbox what there is in it. @param modules What can be required there. */
export const listSurroundings = async (
  list: Listed,
  modules: ReadonlySet<string> = new Set(),
): Promise<Surroundings> => {
  const [globals, members, accounts] = (await list(LISTING)) as (readonly string[])[];
  return { globals: new Set(globals), members: new Set(members), accounts: accounts ?? [], operations, modules };
};
