import type { Node } from 'luaparse';

/** Names of the fields that a script sets in tables that there are already. */
export const readAssignedFields = (nodes: readonly Node[]): ReadonlySet<string> => new Set(nodes.flatMap(listAssigned));

/** The same, and the names of fields that tables are written with. */
export const readWrittenFields = (nodes: readonly Node[]): ReadonlySet<string> =>
  new Set(nodes.flatMap((node) => [...listAssigned(node), ...listKeys(node)]));

const listAssigned = (node: Node): string[] => {
  if (node.type === 'FunctionDeclaration')
    return node.identifier?.type === 'MemberExpression' ? [node.identifier.identifier.name] : [];
  if (node.type !== 'AssignmentStatement') return [];
  return node.variables.flatMap((target) => (target.type === 'MemberExpression' ? [target.identifier.name] : []));
};

const listKeys = (node: Node): string[] => {
  if (node.type === 'TableKeyString') return [node.key.name];
  return node.type === 'TableKey' && node.key.type === 'StringLiteral' ? [node.key.value] : [];
};
