import { givenForm, optional, shape, text } from '../schema/fields.js';
import { defineTracking, userId } from './tracking.js';

/** `POST /v1/screen` */
export const screen = defineTracking({
  name: 'screen',
  group: 'more',
  summary: 'Record a screen view of a mobile app in Segment.',
  input: shape({
    name: text('The name of the screen viewed'),
    userId,
    properties: optional(givenForm('Key-value pairs of screen properties')),
  }),
});
