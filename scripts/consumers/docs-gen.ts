import { renderReference } from '@moonwire/docs-gen';

const text = renderReference({
  title: 'Weather',
  namespace: 'app.weather',
  operations: [
    {
      name: 'forecast',
      group: 'core',
      effect: 'read',
      summary: 'Tell the weather of tomorrow.',
      input: {
        type: 'object',
        properties: { city: { type: 'string', description: 'The name of the city' } },
        required: ['city'],
      },
      examples: [{ title: 'Ask for a city', input: { city: 'Lisbon' } }],
    },
  ],
});
if (!text.includes('app.weather.forecast({')) throw new Error(text);
console.log('works');
