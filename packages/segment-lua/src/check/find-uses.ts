import type { Expression, MemberExpression, Node } from 'luaparse';

import { namesIn, type Resolve } from './script/names.js';

/** A place where a script names something by its path. */
export interface Mention {
  readonly path: string;
  readonly node: MemberExpression;
}

/** A call whose argument is written out: as a table, a text or the like; or that has none. */
export interface WrittenCall {
  readonly path: string;
  /** What is called, as it is written. */
  readonly callee: Expression;
  readonly argument: Expression | undefined;
}

/** What of a script can be checked without running it. */
export interface Uses {
  readonly mentions: readonly Mention[];
  readonly calls: readonly WrittenCall[];
}

/** Function and argument of a call, also of one made through `pcall`. */
const callOf = (node: Node): { readonly callee: Expression; readonly argument: Expression | undefined } | undefined => {
  if (node.type === 'TableCallExpression') return { callee: node.base, argument: node.arguments };
  if (node.type === 'StringCallExpression') return { callee: node.base, argument: node.argument };
  if (node.type !== 'CallExpression') return undefined;
  const [first, second] = node.arguments;
  const isProtected = node.base.type === 'Identifier' && node.base.name === 'pcall';
  return isProtected && first ? { callee: first, argument: second } : { callee: node.base, argument: first };
};

const WRITTEN = ['TableConstructorExpression', 'StringLiteral', 'NumericLiteral', 'BooleanLiteral', 'NilLiteral'];

/** Whether it can be told without a run what an argument is. */
export const isWritten = ({ type }: Expression): boolean => WRITTEN.includes(type);

const writtenCall = (node: Node, resolve: Resolve): WrittenCall[] => {
  const call = callOf(node);
  const path = call && resolve(call.callee);
  return call && path !== undefined && (!call.argument || isWritten(call.argument)) ? [{ path, ...call }] : [];
};

/** Finds what a script names of `app`, and calls below `root`, in the order in which it is written. */
export const findUses = (nodes: readonly Node[], root: string): Uses => {
  const resolve = namesIn(nodes);
  const isBelow = ({ path }: { readonly path: string }): boolean => path.startsWith(`${root}.`);
  const [top = ''] = root.split('.', 1);
  const isNamed = ({ path }: { readonly path: string }): boolean =>
    path.startsWith(`${top}.`) && !`${root}.`.startsWith(`${path}.`);
  const mentions = nodes.flatMap((node) => {
    const path = node.type === 'MemberExpression' ? resolve(node) : undefined;
    return node.type === 'MemberExpression' && path !== undefined ? [{ path, node }] : [];
  });
  return {
    mentions: mentions.filter(isNamed),
    calls: nodes.flatMap((node) => writtenCall(node, resolve)).filter(isBelow),
  };
};
