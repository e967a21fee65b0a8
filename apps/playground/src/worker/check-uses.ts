import { createSegmentLua } from '@moonwire/segment-lua';
import type { Transport } from '@moonwire/segment-sdk';

import type { Misuse, ScriptUse } from '../protocol/script-use.js';

/**
 * Does what each use does. A field whose value only a run knows is given one value after the other, until one fits:
 * so nothing is said of its value, and what is wrong beside it is found. Of a name that nothing fits, all say the same.
 */
const TRIAL = `
  local FITTING = { "2000-01-01T00:00:00Z", {}, json.array({}), 1, true }
  local misuses = {}
  for index, use in ipairs(args.uses) do
    local input, tried, said, depth = use.input, {}, {}, 0
    for _, name in ipairs(use.open) do
      tried[name] = 1
      input[name] = FITTING[1]
    end
    local function attempt()
      local target = app.integrations.segment
      for at, name in ipairs(use.path) do
        depth = at
        target = target[name]
      end
      if use.isCalled then target(input) end
    end
    while true do
      local ok, problem = pcall(attempt)
      if ok or type(problem) ~= "table" then break end
      local name, message = problem.field, problem.message
      local isOpen = problem.code == "invalid_input" and name and (tried[name] or use.isOpen and input[name] == nil)
      if isOpen and (tried[name] or 0) < #FITTING then
        said[name] = said[name] or message
        tried[name] = (tried[name] or 0) + 1
        input[name] = FITTING[tried[name]]
      else
        if problem.code == "unknown_function" then
          misuses[#misuses + 1] = { use = index - 1, depth = depth, message = message }
        elseif problem.code == "invalid_input" and (not isOpen or said[name] == message) then
          misuses[#misuses + 1] = { use = index - 1, field = name, message = message }
        end
        break
      end
    end
  end
  return json.array(misuses)`;

/** Nothing is sent anywhere. */
const transport: Transport = () => Promise.resolve({ status: 200, headers: {}, body: '{}' });

/** Nobody mends more of them at once, and the next run waits for the check. */
const MOST = 500;

/**
 * Finds what of a script would fail whatever happens, without running it: unknown functions and accounts, and fields
 * that are unknown, missing or of another type.
 */
export const checkUses = async (uses: readonly ScriptUse[], accounts: readonly string[]): Promise<Misuse[]> => {
  if (uses.length === 0) return [];
  const credentials = { writeKey: 'check', apiToken: 'check' };
  const host = createSegmentLua({
    accounts: Object.fromEntries(accounts.map((name) => [name, credentials])),
    simulator: { transport },
    client: { gzip: false, maxRetries: 0 },
  });
  const { values } = await host.run(TRIAL, { args: { uses: uses.slice(0, MOST) } });
  return (values[0] ?? []) as Misuse[];
};
