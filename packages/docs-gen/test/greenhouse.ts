import type { Reference } from '../src/index.js';

/** A library that has nothing to do with any real service: what the tests render. */
export const greenhouse = {
  title: 'Greenhouse',
  namespace: 'lab.greenhouse',
  operations: [
    {
      name: 'water_bed',
      method: 'waterBed',
      effect: 'write',
      auth: 'deviceKey',
      summary: 'Open the valve of one bed.',
      input: {
        type: 'object',
        properties: {
          bedId: { type: 'string', description: 'The bed to water' },
          litres: { type: 'number', description: 'How much (e.g., 2.5)' },
          mode: { enum: ['drip', 'spray'], description: 'How the water comes out' },
          tags: { type: 'array', items: { type: 'string' }, description: 'Labels for the log' },
        },
        required: ['bedId', 'litres'],
        additionalProperties: false,
      },
      options: { type: 'object', properties: { dryRun: { type: 'boolean', description: 'Only check the valve' } } },
      output: { type: 'object', properties: { jobId: { type: 'string', description: 'The job' } }, required: ['jobId'] },
      examples: [
        {
          title: 'Water a bed slowly',
          input: { bedId: 'bed "A"', litres: 2.5, mode: 'drip', tags: ['morning'], extra: { 'soil type': 'clay', end: true } },
        },
      ],
    },
    {
      name: 'read_sensors',
      method: 'readSensors',
      effect: 'read',
      summary: 'Read all sensors at once.',
      input: { type: 'object', properties: {} },
      output: {
        type: 'object',
        properties: {
          sensors: {
            type: 'array',
            description: 'One entry a sensor',
            items: {
              type: 'object',
              properties: {
                sensorId: { type: 'string', description: 'The sensor' },
                airTemperature: { type: 'number', description: 'In degrees Celsius' },
              },
              required: ['sensorId'],
            },
          },
        },
      },
      examples: [
        {
          title: 'Print every sensor',
          input: {},
          result: {
            name: 'reading',
            then: [
              {
                each: 'sensor',
                of: ['reading', 'sensors'],
                do: [{ print: [{ field: ['sensor', 'sensorId'] }, { text: ': ' }, { field: ['sensor', 'airTemperature'] }] }],
              },
            ],
          },
        },
      ],
    },
    {
      name: 'open_roof',
      method: 'openRoof',
      group: 'more',
      effect: 'write',
      summary: 'Open the roof.',
      input: { type: 'object', properties: {} },
    },
  ],
  accounts: { example: 'water_bed', names: ['north'] },
} satisfies Reference;
