import { givenForm, optional, shape, text, unless } from '../schema/fields.js';
import { defineTracking } from './tracking.js';

/** `POST /v1/identify` */
export const identify = defineTracking({
  name: 'identify',
  group: 'core',
  summary: 'Identify a user in Segment with their traits. Links metadata about a user to a known userId.',
  input: shape({
    userId: unless('anonymousId', text('The unique identifier for the user in your database')),
    traits: optional(givenForm('Key-value pairs of user traits (e.g., name, email, plan, role, company)')),
  }),
});
