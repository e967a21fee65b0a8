import { TextLines } from './text-lines.js';

/**
 * Where the object, list or string that begins at `from` ends; undefined if it does not, or if a string in it goes over
 * the end of its line. Brackets are counted: what is between them is read when the value is parsed.
 */
export const endOfJsonValue = (text: string, from = 0, lines = new TextLines(text, true)): number | undefined => {
  const structure = /["{}[\]]/g;
  structure.lastIndex = from;
  for (let depth = 0, found = structure.exec(text); found; found = structure.exec(text)) {
    const [char] = found;
    if (char === '"') {
      const end = findStringEnd(text, found.index + 1);
      if (end === undefined || (lines.endOf(found.index) ?? Infinity) < end) return undefined;
      structure.lastIndex = end;
    } else depth += char === '{' || char === '[' ? 1 : -1;
    if (depth <= 0) return structure.lastIndex;
  }
  return undefined;
};

const findStringEnd = (text: string, from: number): number | undefined => {
  for (let quote = text.indexOf('"', from); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let escapes = quote;
    while (text[escapes - 1] === '\\') escapes -= 1;
    if ((quote - escapes) % 2 === 0) return quote + 1;
  }
  return undefined;
};
