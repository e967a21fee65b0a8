import { givenForm, optional, shape, text } from '../schema/fields.js';
import { defineTracking, userId } from './tracking.js';

/** `POST /v1/group` */
export const group = defineTracking({
  name: 'group',
  group: 'core',
  summary: 'Associate a user with a group (organization, company, account) in Segment.',
  input: shape({
    groupId: text('The unique identifier for the group'),
    userId,
    traits: optional(givenForm('Key-value pairs of group traits (name, plan, industry)')),
  }),
});
