import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { say, sayJson } from '../../terminal/terminal.js';
import { UsageError } from '../../terminal/usage-error.js';
import type { InitFlags } from './init-command.js';

const FILES: Readonly<Record<string, string>> = {
  'hello.lua': `-- Run it: segment-lua run hello.lua
-- It talks to a simulator of Segment; with --live, to your accounts.
local segment = app.integrations.segment

segment.identify({ userId = "user-1", traits = { name = "Ada", plan = "pro" } })
segment.track({ event = "Signed Up", userId = "user-1", properties = { source = "hello.lua" } })

local workspace = segment.get_workspace({ slug = "my-workspace" })
print("Hello from " .. workspace.name)
`,
  'map.lua': `-- Try it: segment-lua import orders.csv --map map.lua --dry-run
-- It is called with each row, and makes the calls that the row stands for.
local segment = app.integrations.segment

return function(row)
  if row.total == "" then error("the order has no total") end
  segment.track({
    event = "Order Completed",
    userId = row.user_id,
    timestamp = row.created_at,
    properties = { order_id = row.order_id, total = tonumber(row.total), currency = row.currency },
  })
end
`,
  'orders.csv': `user_id,order_id,total,currency,created_at
user-1,order-1,99.5,USD,2026-11-24T08:00:00Z
user-2,order-2,12,EUR,2026-11-24T08:05:00Z
`,
};

/**
 * Writes a first script and a first map.
 * @throws UsageError when one of the files is there; it writes none then.
 */
export const writeFirstFiles = (folder: string, flags: InitFlags): void => {
  const paths = Object.keys(FILES).map((name) => join(folder, name));
  const there = paths.filter((path) => existsSync(path));
  if (there.length > 0 && !flags.force)
    throw new UsageError(
      `nothing was written: ${there.join(', ')} ${there.length === 1 ? 'is' : 'are'} there; --force replaces`,
    );
  mkdirSync(folder, { recursive: true });
  Object.values(FILES).forEach((content, at) => {
    writeFileSync(paths[at] as string, content);
  });
  if (flags.json) sayJson({ written: paths });
  else for (const line of describe(paths)) say(line);
};

const describe = ([script = '', map = '', rows = '']: readonly string[]): string[] => [
  `Wrote ${script}, ${map} and ${rows}. Next:`,
  `  segment-lua run ${script}`,
  `  segment-lua import ${rows} --map ${map} --dry-run`,
];
