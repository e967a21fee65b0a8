import type { Expression, Node } from 'luaparse';

/** A dotted path that an expression stands for: `app.integrations.segment.track`. */
export type Resolve = (expression: Expression) => string | undefined;

type Named = Extract<
  Node,
  {
    type:
      'LocalStatement' | 'AssignmentStatement' | 'FunctionDeclaration' | 'ForNumericStatement' | 'ForGenericStatement';
  }
>;

/** Everything that a node gives a value to. */
const targetsOf = (node: Named): readonly Node[] => {
  switch (node.type) {
    case 'FunctionDeclaration':
      return node.identifier ? [node.identifier, ...node.parameters] : node.parameters;
    case 'ForNumericStatement':
      return [node.variable];
    default:
      return node.variables;
  }
};

const isNamed = (node: Node): node is Named =>
  [
    'LocalStatement',
    'AssignmentStatement',
    'FunctionDeclaration',
    'ForNumericStatement',
    'ForGenericStatement',
  ].includes(node.type);

const countNames = (nodes: readonly Node[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const target of nodes.filter(isNamed).flatMap(targetsOf)) {
    if (target.type === 'Identifier') counts.set(target.name, (counts.get(target.name) ?? 0) + 1);
  }
  return counts;
};

/**
 * Follows names to what they stand for: globals, and locals such as `local segment = app.integrations.segment` that are
 * given a value only once. Of all others nothing is claimed.
 * @param nodes Every node of a script.
 */
export const namesIn = (nodes: readonly Node[]): Resolve => {
  const counts = countNames(nodes);
  const initial = new Map<string, Expression>();
  for (const node of nodes) {
    if (node.type !== 'LocalStatement') continue;
    node.variables.forEach(({ name }, index) => {
      const value = node.init[index];
      if (value && counts.get(name) === 1) initial.set(name, value);
    });
  }
  const resolve = (expression: Expression, depth = 0): string | undefined => {
    if (depth > 50) return undefined;
    if (expression.type === 'Identifier') {
      const value = initial.get(expression.name);
      if (value) return resolve(value, depth + 1);
      return counts.has(expression.name) ? undefined : expression.name;
    }
    if (expression.type !== 'MemberExpression' || expression.indexer !== '.') return undefined;
    const base = resolve(expression.base, depth + 1);
    return base === undefined ? undefined : `${base}.${expression.identifier.name}`;
  };
  return (expression) => resolve(expression);
};
