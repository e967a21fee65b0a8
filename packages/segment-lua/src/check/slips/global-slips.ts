import { findMeant } from '@moonwire/lua-bridge';
import type { Expression, Identifier, Node } from 'luaparse';

import { SEGMENT_NAMESPACE } from '../../accounts/segment-account.js';
import { placeProblem, type Problem } from '../script/problem.js';
import { isGlobal, isLocal } from '../script/scope.js';
import { explainMember, FOREIGN_GLOBALS } from './foreign-names.js';

/** The names that a script finds: globals, and what is in those that are Lua's own tables (`string.format`). */
export interface KnownNames {
  readonly globals: ReadonlySet<string>;
  readonly members: ReadonlySet<string>;
  /** Functions of Segment. */
  readonly operations: ReadonlySet<string>;
  /** What can be required. */
  readonly modules: ReadonlySet<string>;
}

/**
 * Finds globals, and functions of Lua's library, that are not there. Each is told of once, and one of a line: what
 * another language has, or else the first.
 */
export const findGlobalSlips = (nodes: readonly Node[], known: KnownNames): Problem[] => {
  // Globals may come from an environment of the script's own, or from code that it makes.
  if (nodes.some((node) => node.type === 'Identifier' && /^(?:_ENV|_G|load)$/.test(node.name))) return [];
  const names: Names = { known, nodes, own: new Set(nodes.flatMap(listSet)), asked: new Set(nodes.flatMap(listAsked)) };
  const missing = nodes.filter((node) => isMissingGlobal(node, names) || isMissingMember(node, names));
  const told = new Set<string>();
  return [...missing.filter(isForeign), ...missing.filter((node) => !isForeign(node))].flatMap((node) => {
    const line = `line ${node.loc?.start.line ?? 0}`;
    const name = pathOf(node) ?? '';
    if (told.has(line) || told.has(name)) return [];
    told.add(line).add(name);
    return [describe(node, name, names)];
  });
};

interface Names {
  readonly nodes: readonly Node[];
  readonly known: KnownNames;
  /** Globals, and fields of globals, that the script sets itself. */
  readonly own: ReadonlySet<string>;
  /** What the script only asks for. */
  readonly asked: ReadonlySet<Node>;
}

const isForeign = (node: Node): boolean => node.type === 'Identifier' && Object.hasOwn(FOREIGN_GLOBALS, node.name);

const listSet = (node: Node): string[] => {
  if (node.type === 'FunctionDeclaration') return node.identifier ? [pathOf(node.identifier) ?? ''] : [];
  return node.type === 'AssignmentStatement' ? node.variables.map((target) => pathOf(target) ?? '') : [];
};

/** The path of a global, or of a field of one. */
const pathOf = (node: Node): string | undefined => {
  if (node.type === 'Identifier') return isGlobal(node) ? node.name : undefined;
  if (node.type !== 'MemberExpression') return undefined;
  const base = node.base.type === 'Identifier' ? pathOf(node.base) : undefined;
  return base === undefined ? undefined : `${base}.${node.identifier.name}`;
};

/** Names that a script asks for without needing them: `if DEBUG then`, `unpack or table.unpack`, `x == nil`. */
const listAsked = (node: Node): Expression[] => {
  switch (node.type) {
    case 'IfClause':
    case 'ElseifClause':
    case 'WhileStatement':
      return [node.condition];
    case 'UnaryExpression':
      return node.operator === 'not' ? [node.argument] : [];
    case 'LogicalExpression':
      return [node.left, node.right];
    case 'BinaryExpression':
      return [node.left, node.right].some(({ type }) => type === 'NilLiteral') ? [node.left, node.right] : [];
    default:
      return [];
  }
};

const isMissingGlobal = (node: Node, { known, own, asked }: Names): boolean => {
  if (node.type !== 'Identifier' || !isGlobal(node) || known.globals.has(node.name) || own.has(node.name)) return false;
  return IS_VALUE.test(node.name) || !asked.has(node);
};

/** What stands for a value elsewhere is no question whether it is there. */
const IS_VALUE = /^(?:null|nullptr|undefined|none|nil|nill|nan|infinity|true|false)$/i;

const isMissingMember = (node: Node, { known, own, asked }: Names): boolean => {
  const path = node.type === 'MemberExpression' ? pathOf(node) : undefined;
  if (path === undefined || known.members.has(path) || own.has(path) || asked.has(node)) return false;
  return listMembers(known, path.split('.', 1)[0] ?? '').length > 0;
};

const listMembers = ({ members }: KnownNames, library: string): string[] =>
  [...members].filter((member) => member.startsWith(`${library}.`)).map((member) => member.slice(library.length + 1));

const describe = (node: Node, name: string, names: Names): Problem => {
  if (node.type === 'Identifier')
    return placeProblem(node, {
      code: 'unknown_global',
      message: `unknown global '${name}'`,
      ...explainGlobal(node, names),
    });
  const place = node.type === 'MemberExpression' ? node.identifier : node;
  return placeProblem(place, {
    code: 'unknown_function',
    message: `there is no ${name}`,
    ...explainLibrary(name, names.known),
  });
};

interface Explained {
  readonly hint: string;
  readonly suggestion?: string;
}

/** Of shorter names, others are close by chance. */
const SHORTEST = 3;

const explainGlobal = (node: Identifier, { nodes, known: { globals, operations } }: Names): Explained => {
  const { name } = node;
  if (nodes.some((other) => isKeyOf(node, other))) return { hint: 'a table is { name = value }, with = and not :' };
  if (nodes.some((other) => isDivisor(node, other))) return { hint: 'a comment begins with --; // divides' };
  const foreign = isForeign(node) ? FOREIGN_GLOBALS[name] : undefined;
  if (foreign !== undefined) return { hint: foreign };
  const locals = nodes.flatMap((one) => (one.type === 'Identifier' && isLocal(one) ? [one.name] : []));
  if (locals.includes(name))
    return { hint: `${name} is local to another block, or declared further down: declare it before, and outside` };
  const { suggestion } = name.length < SHORTEST ? {} : findMeant(name, [...globals, ...new Set(locals)]);
  if (suggestion !== undefined) return { hint: `did you mean ${suggestion}?`, suggestion };
  const operation = findMeant(name, [...operations]).suggestion;
  if (operation === undefined)
    return { hint: 'nothing gives it a value: local name = … does, and a text stands in quotes' };
  const path = `${SEGMENT_NAMESPACE}.${operation}`;
  return { hint: `it is ${path}{ … }`, suggestion: path };
};

/** `{ key: value() }` is a method call to Lua. */
const isKeyOf = (node: Identifier, item: Node): boolean => {
  const called = item.type === 'TableValue' && item.value.type === 'CallExpression' ? item.value.base : undefined;
  return called?.type === 'MemberExpression' && called.indexer === ':' && called.base === node;
};

/** `1 // the rest` divides by `the`. */
const isDivisor = (node: Identifier, other: Node): boolean =>
  other.type === 'BinaryExpression' && other.operator === '//' && other.right === node;

const explainLibrary = (path: string, known: KnownNames): Explained => {
  const [library = '', name = ''] = path.split('.');
  const hint = explainMember(library, name);
  if (hint !== undefined) return { hint };
  const there = listMembers(known, library);
  const { suggestion } = findMeant(name, there);
  if (suggestion === undefined) return { hint: `${library} has ${there.sort().join(', ')}` };
  return { hint: `did you mean ${library}.${suggestion}?`, suggestion: `${library}.${suggestion}` };
};
