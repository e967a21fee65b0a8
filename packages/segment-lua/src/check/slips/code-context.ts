import type { Expression, Node } from 'luaparse';

import type { Bindings } from '../results/bindings.js';
import type { TypeOf } from '../results/result-types.js';
import type { Resolve } from '../script/names.js';

/** What rules need to know of a script. */
export interface CodeContext {
  readonly nodes: readonly Node[];
  readonly bindings: Bindings;
  readonly typeOf: TypeOf;
  /** Paths below this one are functions of Segment, and accounts. */
  readonly root: string;
  readonly resolve: Resolve;
  readonly operations: ReadonlySet<string>;
  /** What can be required. */
  readonly modules: ReadonlySet<string>;
}

/** A slip that a rule has found. */
export interface Found {
  readonly message: string;
  readonly hint: string;
  /** Where it is; by default the node that the rule was asked about. */
  readonly at?: Node;
}

/** Looks at one node of a script. */
export type Rule = (node: Node) => Found | undefined;

/** Whether a node is a name of this kind. */
export const isNamed = (node: Node | undefined, name: RegExp): boolean =>
  node?.type === 'Identifier' && name.test(node.name);

/** What is called, and with what, however the call is written. */
export const callOf = (node: Node): { readonly base?: Expression; readonly given: readonly Expression[] } => {
  if (node.type === 'CallExpression') return { base: node.base, given: node.arguments };
  if (node.type === 'StringCallExpression') return { base: node.base, given: [node.argument] };
  return node.type === 'TableCallExpression' ? { base: node.base, given: [node.arguments] } : { given: [] };
};

/** Whether a value only ever is a table that is written out without names. */
export const isWrittenList = (value: Expression, bindings: Bindings): boolean => {
  if (value.type === 'TableConstructorExpression') return value.fields.every(({ type }) => type === 'TableValue');
  const given = value.type === 'Identifier' ? bindings.get(value.name) : undefined;
  const isList = (from: Expression): boolean =>
    from.type === 'TableConstructorExpression' && isWrittenList(from, bindings);
  return given !== undefined && given.length > 0 && given.every(({ from, isItem }) => !isItem && isList(from));
};
