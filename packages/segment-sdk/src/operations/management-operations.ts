import { getCurrentUser } from './get-current-user.js';
import { getSource } from './get-source.js';
import { getWorkspace } from './get-workspace.js';
import { listSources } from './list-sources.js';
import { verifyToken } from './verify-token.js';

/** The operations of the Public API. A client loads them at its first management call. */
export const managementOperations = [getWorkspace, listSources, getSource, getCurrentUser, verifyToken] as const;
