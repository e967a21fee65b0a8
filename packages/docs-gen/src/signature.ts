import type { Field } from './field.js';
import type { FunctionDoc } from './function-doc.js';

/**
 * How a function is called and what it returns, on one line: `track({ event, userId, properties? }) → { message_id,
 * status }`.
 */
export const signatureOf = ({
  name,
  parameters,
  results,
}: Pick<FunctionDoc, 'name' | 'parameters' | 'results'>): string =>
  `${name}(${names(parameters)})${results.length === 0 ? '' : ` → ${names(results)}`}`;

const names = (fields: readonly Field[]): string =>
  fields.length === 0 ? '{}' : `{ ${fields.map(({ name, required }) => `${name}${required ? '' : '?'}`).join(', ')} }`;
