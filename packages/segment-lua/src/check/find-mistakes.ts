import type { Expression, Node } from 'luaparse';

import { SEGMENT_NAMESPACE } from '../accounts/segment-account.js';
import type { FieldSchema } from '../host/lua-fields.js';
import { findSchema } from './operation-schema.js';
import { readBindings } from './results/bindings.js';
import { type ResultOf, typesIn } from './results/result-types.js';
import { findUnknownFields } from './results/unknown-fields.js';
import { namesIn } from './script/names.js';
import { firstOfEach, inOrder, type Problem } from './script/problem.js';
import { findCodeSlips } from './slips/code-slips.js';
import { findGlobalSlips, type KnownNames } from './slips/global-slips.js';

/**
 * What can be seen of a script alone: names that are not there, fields that results do not have, usual slips; one for
 * each place.
 */
export const findMistakes = async (nodes: readonly Node[], known: KnownNames): Promise<Problem[]> => {
  const resolve = namesIn(nodes);
  const bindings = readBindings(nodes);
  const typeOf = typesIn(bindings, await readResults(nodes, resolve));
  const { operations, modules } = known;
  const context = { nodes, bindings, typeOf, resolve, root: SEGMENT_NAMESPACE, operations, modules };
  const found = [...findCodeSlips(context), ...findUnknownFields(nodes, typeOf), ...findGlobalSlips(nodes, known)].sort(
    inOrder,
  );
  return firstOfEach(found).slice(0, MOST);
};

/** Nobody reads more. */
const MOST = 100;

/** The results of the functions that a script names. */
const readResults = async (
  nodes: readonly Node[],
  resolve: (expression: Expression) => string | undefined,
): Promise<ResultOf> => {
  const nameOf = (node: Node): string | undefined => {
    const base = 'base' in node && /Call/.test(node.type) ? resolve(node.base) : undefined;
    return base?.startsWith(`${SEGMENT_NAMESPACE}.`) ? base.slice(base.lastIndexOf('.') + 1) : undefined;
  };
  const schemas = new Map<string, FieldSchema>();
  for (const name of new Set(nodes.map(nameOf))) {
    const schema = name === undefined ? undefined : await findSchema(name);
    if (name !== undefined && schema) schemas.set(name, schema.output);
  }
  return (call) => {
    const name = nameOf(call);
    const schema = name === undefined ? undefined : schemas.get(name);
    return schema && { schemas: [schema], title: `the result of ${name ?? ''}` };
  };
};
