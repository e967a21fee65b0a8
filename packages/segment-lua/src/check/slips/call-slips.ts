import type { Expression } from 'luaparse';

import { isLocal } from '../script/scope.js';
import { readWrittenFields } from '../script/written-fields.js';
import { callOf, type CodeContext, isNamed, type Rule } from './code-context.js';
import { FOREIGN_METHODS, FOREIGN_MODULES } from './foreign-names.js';
import { writeCall } from './write-call.js';

/** Slips of calls that compile. */
export const callRules = (context: CodeContext): readonly Rule[] => [
  callsByColon(context),
  givesSeveral(context),
  protectsResult(context),
  asksEnvironment(context),
  callsForeignMethod(context),
  sendsSeconds(context),
  requires(context),
  printsFormat,
];

const operationOf = (callee: Expression, { resolve, root, operations }: CodeContext): string | undefined => {
  const path = resolve(callee);
  const name = path?.slice(path.lastIndexOf('.') + 1) ?? '';
  return path?.startsWith(`${root}.`) && operations.has(name) ? name : undefined;
};

const callsByColon =
  ({ resolve, root }: CodeContext): Rule =>
  (node) => {
    const { base } = callOf(node);
    if (base?.type !== 'MemberExpression' || base.indexer !== ':') return undefined;
    const path = resolve(base.base);
    if (path === undefined || !`${path}.`.startsWith(`${root}.`)) return undefined;
    const { name } = base.identifier;
    return {
      message: `${name} is called with a colon`,
      hint: `a function of Segment is called with a dot: segment.${name}{ … }`,
      at: base.identifier,
    };
  };

const givesSeveral =
  (context: CodeContext): Rule =>
  (node) => {
    const { base, given } = callOf(node);
    const [first] = given;
    const name = base && operationOf(base, context);
    if (name === undefined || !first || given.length < 2) return undefined;
    return {
      message: `${name} takes one table and is given ${given.length} values`,
      hint: `it is ${writeCall(name)}`,
      at: first,
    };
  };

const protectsResult =
  (context: CodeContext): Rule =>
  (node) => {
    const { base, given } = callOf(node);
    const [first] = given;
    const inner = first && isNamed(base, /^x?pcall$/) ? callOf(first).base : undefined;
    const name = inner && operationOf(inner, context);
    if (name === undefined) return undefined;
    return {
      message: `${name} is called before pcall is`,
      hint: `pcall takes the function and its table: pcall(segment.${name}, { … })`,
    };
  };

const asksEnvironment =
  ({ resolve }: CodeContext): Rule =>
  (node) => {
    const { base } = callOf(node);
    if (!base || resolve(base) !== 'os.getenv') return undefined;
    return { message: 'os.getenv knows no variables', hint: 'values come in as args: args.name' };
  };

const callsForeignMethod = ({ nodes, typeOf }: CodeContext): Rule => {
  const own = readWrittenFields(nodes);
  const makesObjects = nodes.some((node) => isNamed(node, /^(?:require|setmetatable|load)$/));
  /* Whether a value may have methods of its own: what a module or a global has made. */
  const mayBeObject = (value: Expression): boolean => {
    if (value.type === 'StringLiteral' || value.type === 'TableConstructorExpression' || typeOf(value)) return false;
    if (value.type === 'MemberExpression') return mayBeObject(value.base);
    if (value.type !== 'Identifier') return true;
    return isLocal(value) ? makesObjects : value.name !== 'args';
  };
  return (node) => {
    const { base } = callOf(node);
    if (base?.type !== 'MemberExpression') return undefined;
    const { name } = base.identifier;
    const hint = Object.hasOwn(FOREIGN_METHODS, name) ? FOREIGN_METHODS[name] : undefined;
    if (hint === undefined || own.has(name) || OF_TEXTS.test(name) || mayBeObject(base.base)) return undefined;
    return { message: `there is no method '${name}'`, hint, at: base.identifier };
  };
};

/** What texts do have. */
const OF_TEXTS = /^(?:find|len|reverse|format|rep|lower|upper|match|sub|byte|gsub)$/;

const sendsSeconds = ({ resolve, bindings }: CodeContext): Rule => {
  const isClock = (value: Expression): boolean => {
    if (value.type === 'BinaryExpression') return isClock(value.left) || isClock(value.right);
    const { base } = callOf(value);
    return base !== undefined && resolve(base) === 'os.time';
  };
  const givenTo = (value: Expression): readonly Expression[] =>
    value.type === 'Identifier' ? (bindings.get(value.name) ?? []).map(({ from }) => from) : [value];
  return (node) => {
    if (node.type !== 'TableKeyString' || node.key.name !== 'timestamp') return undefined;
    const given = givenTo(node.value);
    if (given.length === 0 || !given.every(isClock)) return undefined;
    return {
      message: 'timestamp is a text, not a number',
      hint: 'it is os.date("!%Y-%m-%dT%H:%M:%SZ", seconds)',
      at: node.value,
    };
  };
};

const requires =
  ({ modules }: CodeContext): Rule =>
  (node) => {
    const { base, given } = callOf(node);
    const [module] = given;
    if (!isNamed(base, /^require$/) || module?.type !== 'StringLiteral' || modules.has(module.value)) return undefined;
    const hint = Object.hasOwn(FOREIGN_MODULES, module.value) ? FOREIGN_MODULES[module.value] : undefined;
    return hint === undefined ? undefined : { message: `there is no module '${module.value}'`, hint };
  };

const PLACEHOLDER = /(?<!\d)%[-+0#]*\d*(?:\.\d+)?[sdifgxqu]/;

const printsFormat: Rule = (node) => {
  const { base, given } = callOf(node);
  const [first] = given;
  const isFormat = given.length > 1 && first?.type === 'StringLiteral' && PLACEHOLDER.test(first.value);
  if (!isFormat || !isNamed(base, /^print$/)) return undefined;
  return { message: 'print does not fill in %s and the like', hint: 'it is print(string.format("%s", value))' };
};
