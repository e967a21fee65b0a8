import { isDeepStrictEqual } from 'node:util';

import type { JSONPath, ParseError } from 'jsonc-parser';

import { isTree, type Tree } from '../account-record.js';
import type { DocumentFormat } from './document.js';
import { Malformed } from './malformed.js';

/**
 * JSON, indented by two spaces, as programs write it; or with the comments and trailing commas that people and editors
 * add, which then stay.
 */
export const jsonFormat: DocumentFormat = {
  parse: (text) => parsePlain(text) ?? parseRelaxed(text),
  write: (tree, before) => (before === '' || parsePlain(before) !== undefined ? writePlain(tree) : patch(before, tree)),
};

function parsePlain(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function writePlain(tree: Tree): string {
  return `${JSON.stringify(tree, null, 2)}\n`;
}

// The library is loaded where it is needed, which most programs never do.
function loadLibrary(): Promise<typeof import('jsonc-parser')> {
  return import('jsonc-parser');
}

async function parseRelaxed(text: string): Promise<unknown> {
  if (text.trim() === '') throw new Malformed('it is empty');
  const { parse, printParseErrorCode } = await loadLibrary();
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { allowTrailingComma: true });
  const [fault] = errors;
  if (fault === undefined) return value;
  const reason = printParseErrorCode(fault.error).replace(/\B[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  throw new Malformed(`it is no JSON at ${findPosition(text, fault.offset)}: ${reason.toLowerCase()}`);
}

function findPosition(text: string, offset: number): string {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return `line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}`;
}

/** Changes what differs and leaves the rest of the text as it is. */
async function patch(before: string, tree: Tree): Promise<string> {
  const { applyEdits, modify, parse } = await loadLibrary();
  const formattingOptions = { insertSpaces: true, tabSize: 2, eol: before.includes('\r\n') ? '\r\n' : '\n' };
  const old: unknown = parse(before);
  let text = before;
  for (const [path, value] of compare(isTree(old) ? old : {}, tree))
    text = applyEdits(text, modify(text, path, value, { formattingOptions }));
  // The accounts matter more than the comments.
  return isDeepStrictEqual(parse(text), tree) ? text : writePlain(tree);
}

function* compare(before: Tree, after: Tree, path: JSONPath = []): Generator<[path: JSONPath, value: unknown]> {
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [was, is] = [before[key], after[key]];
    if (isTree(was) && isTree(is)) yield* compare(was, is, [...path, key]);
    else if (!isDeepStrictEqual(was, is)) yield [[...path, key], is];
  }
}
