import { alias } from './alias.js';
import { getCurrentUser } from './get-current-user.js';
import { getSource } from './get-source.js';
import { getWorkspace } from './get-workspace.js';
import { group } from './group.js';
import { identify } from './identify.js';
import { listSources } from './list-sources.js';
import { page } from './page.js';
import { screen } from './screen.js';
import { track } from './track.js';
import { verifyToken } from './verify-token.js';

/** Every operation, in reference order. All else (methods, references, Lua functions, tools) is made from this table. */
export const operations = [
  identify,
  track,
  page,
  group,
  getWorkspace,
  listSources,
  getSource,
  getCurrentUser,
  screen,
  alias,
  verifyToken,
] as const;
