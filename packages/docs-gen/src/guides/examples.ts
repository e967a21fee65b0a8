import { functionsOf } from '../function-doc.js';
import { renderLuaExample } from '../lua/example.js';
import { codeBlock, inlineText } from '../markdown/text.js';
import type { Guide, Reference } from '../reference.js';

/** Every example, by function. */
export const examplesGuide = (reference: Reference): Guide => ({
  name: 'examples',
  title: 'Examples',
  summary: 'Every example, by function',
  text: functionsOf(reference)
    .filter(({ examples }) => examples.length > 0)
    .flatMap((doc) => [
      `## ${inlineText(doc.name)}`,
      ...doc.examples.map((example) => codeBlock('lua', renderLuaExample(reference, doc, example))),
    ])
    .join('\n\n'),
});
