import { findMeant } from '@moonwire/lua-bridge';
import type { Expression, Node } from 'luaparse';

import { placeProblem, type Problem, type Said } from '../script/problem.js';
import { readAssignedFields } from '../script/written-fields.js';
import { isList, listFields, listLists, type ResultType, type TypeOf } from './result-types.js';

/** Finds what is asked of results that they do not have. Fields that the script itself sets are its own. */
export const findUnknownFields = (nodes: readonly Node[], typeOf: TypeOf): Problem[] => {
  const own = readAssignedFields(nodes);
  return nodes.flatMap((node) => {
    const said = judge(node, typeOf, own);
    const place = node.type === 'MemberExpression' ? node.identifier : node;
    return said ? [placeProblem(place, { code: 'unknown_field', ...said })] : [];
  });
};

type Judgement = Omit<Said, 'code'> | undefined;

const judge = (node: Node, typeOf: TypeOf, own: ReadonlySet<string>): Judgement => {
  switch (node.type) {
    case 'MemberExpression':
      return own.has(node.identifier.name) ? undefined : judgeField(typeOf(node.base), node.identifier.name);
    case 'IndexExpression':
      return judgeIndex(typeOf(node.base), node.index);
    case 'UnaryExpression':
      return node.operator === '#' ? judgeAsList(typeOf(node.argument)) : undefined;
    case 'CallExpression':
      return node.base.type === 'Identifier' && node.base.name === 'ipairs' && node.arguments[0]
        ? judgeAsList(typeOf(node.arguments[0]))
        : undefined;
    default:
      return undefined;
  }
};

const judgeField = (type: ResultType | undefined, name: string): Judgement => {
  if (!type) return undefined;
  if (isList(type))
    return {
      message: `${type.title} is a list and has no field '${name}'`,
      hint: /^(?:length|size|count|n)$/.test(name)
        ? 'its length is #list'
        : 'its items are list[1], or for _, item in ipairs(list) do … end',
    };
  const fields = listFields(type);
  if (!fields || fields.includes(name)) return undefined;
  const { suggestion } = findMeant(name, fields);
  const meant = suggestion ?? fields.find((field) => name.endsWith(`_${field}`) || field.endsWith(`_${name}`));
  const isListed = meant !== undefined && listLists(type).includes(meant);
  return {
    message: `${type.title} has no field '${name}'`,
    hint: `it has ${fields.join(', ')}${meant === undefined ? '' : `; did you mean ${meant}${isListed ? ', a list' : ''}?`}`,
    suggestion: meant,
  };
};

const judgeIndex = (type: ResultType | undefined, index: Expression): Judgement => {
  if (!type) return undefined;
  if (index.type === 'StringLiteral') return judgeField(type, index.value);
  if (isList(type) && index.type === 'NumericLiteral' && index.value === 0)
    return { message: 'a list has no item 0', hint: 'items are counted from 1: list[1]' };
  return judgeAsList(type);
};

/** What is no list has no items and no length. */
const judgeAsList = (type: ResultType | undefined): Judgement => {
  const fields = type && listFields(type);
  if (!fields || fields.length === 0) return undefined;
  const [list] = listLists(type);
  return {
    message: `${type.title} is no list`,
    hint:
      list === undefined
        ? `it has ${fields.join(', ')}`
        : `its list is ${list}: for _, item in ipairs(result.${list}) do … end`,
  };
};
