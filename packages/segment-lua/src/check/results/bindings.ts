import type { Expression, FunctionDeclaration, Node } from 'luaparse';

import { isLocal } from '../script/scope.js';

/** What a name gets its value from: an expression, or each item of one that is looped over. */
export interface Binding {
  readonly from: Expression;
  readonly isItem: boolean;
}

/** Every value that each name of a script is given; `undefined` for a name that gets one of which nothing is known. */
export type Bindings = ReadonlyMap<string, readonly Binding[] | undefined>;

/** Reads what is given to the names of a script. Names are told apart by their spelling alone. */
export const readBindings = (nodes: readonly Node[]): Bindings => {
  const bindings = new Map<string, Binding[] | undefined>();
  const add: Add = (name, from, isItem = false) => {
    const known = bindings.has(name) ? bindings.get(name) : [];
    bindings.set(name, known);
    // A parameter is often called as what it is given.
    const isSame = from?.type === 'Identifier' && from.name === name && !isItem;
    if (isSame || known === undefined) return;
    if (from) known.push({ from, isItem });
    else bindings.set(name, undefined);
  };
  const uses = readUses(nodes);
  for (const node of nodes) bind(node, uses, add);
  return bindings;
};

type Add = (name: string, from: Expression | undefined, isItem?: boolean) => void;

const bind = (node: Node, uses: Uses, add: Add): void => {
  switch (node.type) {
    case 'LocalStatement':
    case 'AssignmentStatement':
      node.variables.forEach((variable, at) => {
        if (variable.type === 'Identifier') add(variable.name, node.init[at]);
      });
      break;
    case 'ForNumericStatement':
      add(node.variable.name, undefined);
      break;
    case 'ForGenericStatement': {
      const list = readLooped(node.iterators);
      node.variables.forEach(({ name }, at) => {
        add(name, at === 1 ? list : undefined, true);
      });
      break;
    }
    case 'FunctionDeclaration':
      bindParameters(node, uses, add);
  }
};

/** What `ipairs(list)` or `pairs(list)` goes over. */
const readLooped = ([iterator]: readonly Expression[]): Expression | undefined => {
  if (iterator?.type !== 'CallExpression' || iterator.base.type !== 'Identifier') return undefined;
  return /^i?pairs$/.test(iterator.base.name) ? iterator.arguments[0] : undefined;
};

/** A function that is only ever called by its name gets what these calls give. */
const bindParameters = ({ identifier, parameters }: FunctionDeclaration, uses: Uses, add: Add): void => {
  const isNamed = identifier?.type === 'Identifier';
  const { calls = [], mentions = 0 } = (isNamed && isLocal(identifier) && uses.get(identifier.name)) || {};
  // One of the mentions is where it is declared.
  const isOnlyCalled = calls.length > 0 && mentions === calls.length + 1;
  if (isNamed) add(identifier.name, undefined);
  parameters.forEach((parameter, at) => {
    if (parameter.type !== 'Identifier') return;
    if (!isOnlyCalled) add(parameter.name, undefined);
    else for (const given of calls) add(parameter.name, given[at]);
  });
};

/** The arguments of the calls of each name, and how often it is written at all. */
type Uses = ReadonlyMap<string, { readonly calls: (readonly Expression[])[]; mentions: number }>;

const readUses = (nodes: readonly Node[]): Uses => {
  const uses = new Map<string, { calls: (readonly Expression[])[]; mentions: number }>();
  const useOf = (name: string) => {
    const use = uses.get(name) ?? { calls: [], mentions: 0 };
    uses.set(name, use);
    return use;
  };
  for (const node of nodes) {
    if (node.type === 'Identifier') useOf(node.name).mentions++;
    if (node.type === 'CallExpression' && node.base.type === 'Identifier')
      useOf(node.base.name).calls.push(node.arguments);
  }
  return uses;
};
