import { shape, text } from '../schema/fields.js';
import { defineTracking } from './tracking.js';

/** `POST /v1/alias` */
export const alias = defineTracking({
  name: 'alias',
  group: 'more',
  summary: 'Merge two identities of one user in Segment.',
  input: shape({
    userId: text('The identifier the user has from now on'),
    previousId: text('The identifier the user had before'),
  }),
});
