import type { Reference } from '../src/index.js';

/** A library that has nothing to do with any real service: what the tests render. */
export const greenhouse = {
  title: 'Greenhouse',
  namespace: 'lab.greenhouse',
  summary: 'Water beds and read sensors.',
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
          bedId: { type: 'string', description: 'The bed to water', 'x-unless': 'bedName' },
          litres: { type: 'number', description: 'How much (e.g., 2.5)' },
          mode: { enum: ['drip', 'spray'], description: 'How the water comes out' },
          window: {
            type: 'object',
            description: 'When to water',
            properties: {
              from: { type: 'string', format: 'date-time', description: 'Not before' },
              days: { type: 'array', items: { type: 'integer' }, description: 'Days of the week' },
            },
            required: ['from'],
          },
          tags: { type: 'array', items: { type: 'string' }, description: 'Labels for the log' },
        },
        required: ['bedId', 'litres'],
        additionalProperties: false,
      },
      options: {
        type: 'object',
        properties: {
          bedName: { type: 'string', description: 'The name of the bed' },
          dryRun: { type: 'boolean', description: 'Only check the valve' },
        },
      },
      output: {
        type: 'object',
        properties: { jobId: { type: 'string', description: 'The job' } },
        required: ['jobId'],
      },
      examples: [
        {
          title: 'Water a bed slowly',
          input: {
            bedId: 'bed "A"',
            litres: 2.5,
            mode: 'drip',
            tags: ['morning'],
            extra: { 'soil type': 'clay', end: true, none: null, list: [], nested: [[1], [-2.5e10]] },
          },
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
                do: [
                  {
                    print: [{ field: ['sensor', 'sensorId'] }, { text: ': ' }, { field: ['sensor', 'airTemperature'] }],
                  },
                ],
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
  errors: [
    { code: 'no_water', summary: 'The tank is empty. Fill it.', operations: ['water_bed'] },
    { code: 'no_key', summary: 'The device key is missing. Set it.', auth: 'deviceKey' },
    { code: 'offline', summary: 'The greenhouse does not answer.' },
  ],
  guides: [
    {
      name: 'limits',
      title: 'Limits',
      summary: 'How much water there is',
      text: 'One tank a day.\n\n## Why\n\nIt is *dry* here.\n\n| What | Unbroken |\n|---|---|\n| A wide table | `one_tank_of_rain_water_a_day_for_all_beds_of_the_greenhouse` |',
    },
  ],
  typescript: { client: 'plants', setup: "import { plants } from 'greenhouse';" },
} satisfies Reference;
