import { coreOperations } from '../../host/script-operations.js';

const SHOWN = 2;

/** How a function is called: `track{ event = …, userId = … }`. */
export const writeCall = (name: string): string => {
  const fields = Object.keys(coreOperations.get(name)?.input.properties ?? {}).slice(0, SHOWN);
  return `${name}{ ${fields.length > 0 ? fields.map((field) => `${field} = …`).join(', ') : 'name = value, …'} }`;
};
