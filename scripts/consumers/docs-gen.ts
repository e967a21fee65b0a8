import { createAgentDocs, type Reference, renderReference, standardTargets } from '@moonwire/docs-gen';

const reference: Reference = {
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
};
const text = renderReference(reference);
if (!text.includes('app.weather.forecast({')) throw new Error(text);
for (const { name, render } of standardTargets) {
  if (render(reference).length === 0) throw new Error(`${name} renders nothing`);
}
if (createAgentDocs(reference).list().length === 0) throw new Error('there is nothing to read');
console.log('works');
