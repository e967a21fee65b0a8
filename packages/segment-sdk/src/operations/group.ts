import { freeForm, optional, shape, text, unless } from '../schema/fields.js';
import { defineTracking } from './tracking.js';

/** `POST /v1/group` */
export const group = defineTracking({
  name: 'group',
  group: 'core',
  summary: 'Associate a user with a group (organization, company, account) in Segment.',
  input: shape({
    groupId: text('The unique identifier for the group'),
    userId: unless('anonymousId', text('The unique identifier for the user')),
    traits: optional(freeForm('Key-value pairs of group traits (name, plan, industry)')),
  }),
  examples: [
    {
      title: 'Add user to an organization',
      input: {
        groupId: 'org-123',
        userId: 'user-42',
        traits: { name: 'Acme Corp', plan: 'enterprise', industry: 'Technology', employee_count: 250 },
      },
    },
  ],
});
