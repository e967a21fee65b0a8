import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import remapping from '@jridgewell/remapping';
import MagicString from 'magic-string';
import { parseAst } from 'rollup/parseAst';

import { findCalled } from './first-run.js';

/*
 * An engine reads past a function, and compiles it when it is called first, unless it stands in parentheses: those it
 * compiles at once. Here every function gets parentheses that each first run calls, which takes a seventh to a half off
 * that run, and costs the process nothing. Arrows become ordinary functions: V8 heeds no parentheses around arrows.
 */

/** What a syntax tree is made of, as far as this asks. */
interface Node {
  type: string;
  start: number;
  end: number;
  [field: string]: unknown;
}

/** Has the engine compile early what a first run calls in a file of `dist/`, which is written anew with its map. */
export const compileEarly = async (file: string): Promise<void> => {
  const url = new URL(`../dist/${file}`, import.meta.url);
  const [path, map] = [fileURLToPath(url), fileURLToPath(`${url.href}.map`)];
  const [text, mapped] = [await readFile(path, 'utf8'), await readFile(map, 'utf8')];
  const edited = new MagicString(text);
  parenthesize(parseAst(text) as unknown as Node, await findCalled(url), edited);
  const moved = edited.generateMap({ hires: true, source: file }).toString();
  await writeFile(path, edited.toString());
  await writeFile(map, remapping([moved, mapped], () => null).toString());
};

const parenthesize = (node: Node, called: ReadonlySet<number>, edited: MagicString): void => {
  const isCalled = called.has(node.start);
  const isArrow = isCalled && node.type === 'ArrowFunctionExpression' && isFreeOfOuter(node);
  const isFunction = isCalled && node.type === 'FunctionExpression';
  if (isArrow) turnIntoFunction(node, edited);
  if (isFunction) edited.appendLeft(node.start, '(');
  for (const child of childrenOf(node)) parenthesize(child, called, edited);
  if (isArrow) edited.appendLeft(node.end, isBlock(node.body) ? ')' : '})');
  if (isFunction) edited.appendLeft(node.end, ')');
};

/* Whether an arrow has no use for what an ordinary function has of its own. */
const isFreeOfOuter = (arrow: Node): boolean => arrow.async === false && childrenOf(arrow).every(isFree);

const isFree = (node: Node): boolean =>
  !['ThisExpression', 'Super', 'MetaProperty'].includes(node.type) &&
  !(node.type === 'Identifier' && node.name === 'arguments') &&
  (/^Function(Expression|Declaration)$/.test(node.type) || childrenOf(node).every(isFree));

/* All but its end. */
const turnIntoFunction = (arrow: Node, edited: MagicString): void => {
  const text = edited.original;
  const sign = text.indexOf('=>', (arrow.params as Node[]).at(-1)?.end ?? arrow.start);
  const isBare = text[arrow.start] !== '(';
  edited.appendLeft(arrow.start, isBare ? '(function(' : '(function');
  edited.update(sign, sign + 2, `${isBare ? ')' : ''}${isBlock(arrow.body) ? ' ' : '{return '}`);
};

const isBlock = (node: unknown): boolean => (node as Node).type === 'BlockStatement';

const childrenOf = (node: Node): readonly Node[] => Object.values(node).flat().filter(isNode);

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;
