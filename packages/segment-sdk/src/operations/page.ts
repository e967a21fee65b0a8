import { givenForm, optional, shape, text } from '../schema/fields.js';
import { defineTracking, userId } from './tracking.js';

/** `POST /v1/page` */
export const page = defineTracking({
  name: 'page',
  group: 'core',
  summary: 'Record a page view in Segment.',
  input: shape({
    name: text('The name of the page viewed'),
    userId,
    properties: optional(givenForm('Key-value pairs of page properties (url, referrer, title, path)')),
  }),
});
