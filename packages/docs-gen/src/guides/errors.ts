import { errorList, errorsIntroduction } from '../markdown/sections.js';
import type { Guide, Reference } from '../reference.js';

/** The error codes; nothing where none are listed. */
export const errorsGuide = (reference: Reference): Guide[] =>
  reference.errors?.length
    ? [
        {
          name: 'errors',
          title: 'Errors',
          summary: 'What can go wrong and what to do about it',
          text: `${errorsIntroduction}\n\n## Codes\n\n${errorList(reference)}`,
        },
      ]
    : [];
