import { isSegmentError } from '../contract/errors.js';
import { optional, shape } from '../schema/fields.js';
import { flag } from '../schema/output-fields.js';
import { defineManagement } from './management.js';
import { tokenWorkspace, workspace } from './workspace.js';

/** `GET /` of the Public API, where a refusal is an answer */
export const verifyToken = defineManagement({
  name: 'verify_token',
  group: 'more',
  effect: 'read',
  summary: 'Check whether Segment accepts the API token, and which workspace it belongs to.',
  input: shape({}),
  output: shape({
    valid: flag('Whether Segment accepts the token'),
    workspace: optional({ ...workspace, description: 'The workspace of a valid token' }),
  }),
  *steps() {
    try {
      return { valid: true, workspace: yield* tokenWorkspace() };
    } catch (error) {
      if (isSegmentError(error, 'auth') && error.status !== undefined) return { valid: false };
      throw error;
    }
  },
});
