import type { Reference } from '../src/index.js';
import { greenhouse } from './greenhouse.js';

/** The greenhouse with more functions than its short reference tells of. */
export const grouped: Reference = {
  ...greenhouse,
  synonyms: [['shut', 'close', 'turn off']],
  groups: [
    {
      name: 'pest-control',
      summary: 'Keeps insects away.',
      text: 'Insects eat what grows. **Nets** keep them out.',
      words: ['bugs', 'aphids'],
      also: ['open_roof'],
      operations: [
        {
          name: 'close_net',
          effect: 'delete',
          summary: 'Close a net over a bed.',
          notes: ['At most twice a day.'],
          words: ['protect', 'cover'],
          input: {
            type: 'object',
            properties: {
              if: { type: 'string', description: 'When to close it' },
              mesh: {
                anyOf: [
                  { type: 'object', properties: { size: { type: 'number' } }, required: ['size'] },
                  { type: 'null' },
                ],
              },
              beds: {
                type: 'object',
                additionalProperties: { type: 'object', properties: { open: { type: 'boolean' } } },
              },
              closedAt: { type: 'string', readOnly: true },
            },
            required: ['if'],
          },
          output: { type: 'object', properties: { end: { type: 'string' } }, required: ['end'] },
          examples: [
            {
              title: 'Close it at night',
              input: { if: 'dark' },
              result: { name: 'result', then: [{ print: [{ field: ['result', 'end'] }] }] },
            },
          ],
        },
        { name: 'count_insects', effect: 'read', summary: 'Count insects.', input: { type: 'object', properties: {} } },
      ],
      examples: [{ title: 'Close every net', code: '\nprint("closed")\n', output: '\nclosed\n' }],
    },
  ],
};
