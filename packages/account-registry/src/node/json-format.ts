import type { DocumentFormat } from './document.js';

/** JSON, indented by two spaces. Unknown keys stay; JSON has no comments to keep. */
export const jsonFormat: DocumentFormat = {
  parse: (text) => JSON.parse(text) as unknown,
  write: (tree) => `${JSON.stringify(tree, null, 2)}\n`,
};
