import type { Expression, Node } from 'luaparse';

import { isList } from '../results/result-types.js';
import { readWrittenFields } from '../script/written-fields.js';
import { type CodeContext, isNamed, isWrittenList, type Rule } from './code-context.js';

/** Slips of values, lists and loops that compile. */
export const valueRules = (context: CodeContext): readonly Rule[] => [
  readsLength(context),
  countsFromZero(context),
  loopsFromZero(context),
  loopsOverTable(context),
  countsArguments,
  addsTexts,
  comparesAmiss,
];

const readsLength = ({ nodes, typeOf, bindings }: CodeContext): Rule => {
  const own = readWrittenFields(nodes);
  return (node) => {
    if (node.type !== 'MemberExpression' || !/^(?:length|size)$/.test(node.identifier.name)) return undefined;
    const { name } = node.identifier;
    const hasLength = node.base.type === 'StringLiteral' || isWrittenList(node.base, bindings);
    if (own.has(name) || typeOf(node.base) || !hasLength) return undefined;
    return { message: `a list has no field '${name}'`, hint: 'its length is #list', at: node.identifier };
  };
};

const FROM_ONE = { message: 'a list has no item 0', hint: 'items are counted from 1: list[1]' };

const isZero = (value: Expression): boolean => value.type === 'NumericLiteral' && value.value === 0;

const countsFromZero = ({ nodes, bindings }: CodeContext): Rule => {
  const setsItems = nodes.some(
    (node) => node.type === 'AssignmentStatement' && node.variables.some(({ type }) => type === 'IndexExpression'),
  );
  return (node) =>
    node.type === 'IndexExpression' && isZero(node.index) && !setsItems && isWrittenList(node.base, bindings)
      ? FROM_ONE
      : undefined;
};

const loopsFromZero = ({ nodes }: CodeContext): Rule => {
  const indexes = new Set(
    nodes.flatMap((node) =>
      node.type === 'IndexExpression' && node.index.type === 'Identifier' ? [node.index.name] : [],
    ),
  );
  const countsItems = (end: Expression): boolean =>
    (end.type === 'UnaryExpression' && end.operator === '#') ||
    (end.type === 'BinaryExpression' && end.operator === '-' && countsItems(end.left));
  return (node) => {
    if (node.type !== 'ForNumericStatement' || !isZero(node.start) || !countsItems(node.end)) return undefined;
    if (!indexes.has(node.variable.name)) return undefined;
    return { ...FROM_ONE, hint: 'items are counted from 1: for i = 1, #list do … end' };
  };
};

const loopsOverTable =
  ({ typeOf, bindings }: CodeContext): Rule =>
  (node) => {
    if (node.type !== 'ForGenericStatement') return undefined;
    const [first, ...others] = node.iterators;
    if (first?.type === 'NumericLiteral')
      return { message: 'a loop over numbers has no in', hint: 'it is for i = 1, n do … end', at: first };
    if (!first || others.length > 0) return undefined;
    const type = typeOf(first);
    const isTable = first.type === 'TableConstructorExpression' || isWrittenList(first, bindings);
    if (!isTable && !(type && isList(type))) return undefined;
    return {
      message: 'a loop needs ipairs or pairs',
      hint: 'it is for _, item in ipairs(list) do … end',
      at: first,
    };
  };

const countsArguments: Rule = (node) => {
  if (node.type !== 'IndexExpression' || node.index.type !== 'NumericLiteral') return undefined;
  if (!isNamed(node.base, /^args$/)) return undefined;
  return { message: 'args has names, not numbers', hint: 'it is args.name' };
};

const isNumeral = (text: string): boolean => text.trim() !== '' && !Number.isNaN(Number(text));

const isPlainText = (value: Expression): boolean => value.type === 'StringLiteral' && !isNumeral(value.value);

const addsTexts: Rule = (node) => {
  if (node.type !== 'BinaryExpression') return undefined;
  const { operator, left, right } = node;
  if (operator === '+' && (isPlainText(left) || isPlainText(right)))
    return { message: 'texts are not added', hint: 'texts are joined with ..: "a" .. "b"' };
  if (operator !== '%' || !isPlainText(left)) return undefined;
  return { message: 'a text is filled in otherwise', hint: 'it is string.format("%s", value)' };
};

const conditionOf = (node: Node): Expression | undefined =>
  node.type === 'IfClause' || node.type === 'ElseifClause' || node.type === 'WhileStatement'
    ? node.condition
    : undefined;

/** `if x == "a" or "b"` is always true; `not x == y` compares a boolean. */
const comparesAmiss: Rule = (node) => {
  const condition = conditionOf(node);
  const isChoice = condition?.type === 'LogicalExpression' && condition.operator === 'or';
  if (isChoice && /^(?:String|Numeric)Literal$/.test(condition.right.type))
    return {
      message: 'this condition is always true',
      hint: 'each alternative is a comparison: x == "a" or x == "b"',
      at: condition,
    };
  if (node.type !== 'BinaryExpression' || !/^[=~]=$/.test(node.operator)) return undefined;
  const negates = node.left.type === 'UnaryExpression' && node.left.operator === 'not';
  if (!negates || !/^(?:String|Numeric|Nil)Literal$/.test(node.right.type)) return undefined;
  return { message: 'not comes before ==', hint: 'not equal is ~=: x ~= y' };
};
