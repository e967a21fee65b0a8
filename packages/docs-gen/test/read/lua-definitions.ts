import { load } from 'cheerio';

import { typesAfter } from '../lua-engine.js';
import { parsers } from './markdown.js';
import type { ReadField, ReadFunction } from './read-function.js';

interface Declared {
  readonly name: string;
  readonly type: string;
  readonly required: string;
  readonly description: string;
}

/** The functions of LuaLS definitions. The file must also run, and leave every function where scripts find it. */
export const readDefinitions = (text: string, namespace: string): ReadFunction[] => {
  const classes = new Map<string, Declared[]>();
  const functions: ReadFunction[] = [];
  for (const block of text.split('\n\n')) {
    const lines = block.split('\n');
    const named = /^---@class (?:\(exact\) )?(\S+)/.exec(lines[0] ?? '')?.[1];
    if (named !== undefined) classes.set(named, declaredFields(lines.slice(1)));
    const call = /^function \w+\.(\w+)\(parameters\) end$/m.exec(block)?.[1];
    if (call !== undefined) functions.push(readFunction(call, lines, classes));
  }
  const types = typesAfter(
    text,
    functions.map(({ name }) => `${namespace}.${name}`),
  );
  if (functions.length > 0 && types.some((type) => type !== 'function'))
    throw new Error(`${types.join()} instead of functions after\n${text}`);
  return functions;
};

const readFunction = (
  name: string,
  lines: readonly string[],
  classes: ReadonlyMap<string, Declared[]>,
): ReadFunction => {
  const doc = lines.filter((line) => line.startsWith('---') && !line.startsWith('---@')).map((line) => line.slice(3));
  const classOf = (tag: string) =>
    lines
      .map((line) => new RegExp(`^---@${tag} (?:parameters\\?? )?(\\S+)`).exec(line)?.[1])
      .find((found) => found !== undefined);
  const result = classOf('return');
  const $ = load(markdown(doc.join('\n')));
  return {
    name,
    summary: $('p').first().text(),
    parameters: flatten(classOf('param') ?? '', classes, ''),
    ...(result === undefined ? {} : { results: flatten(result, classes, '') }),
    code: $('pre')
      .toArray()
      .map((block) => $(block).text().replace(/\n$/, '')),
  };
};

const declaredFields = (lines: readonly string[]): Declared[] => {
  const fields: Declared[] = [];
  let comment: string[] = [];
  for (const line of lines) {
    const field = /^---@field (\w+|\[".*"\])(\?)? (.*)$/.exec(line);
    if (!field) {
      comment.push(line.slice(3));
      continue;
    }
    const [, name = '', optional, type = ''] = field;
    const unless = comment
      .map((text) => /^Required unless (.*) is given\.$/.exec(text)?.[1])
      .find((found) => found !== undefined);
    const described = comment.filter((text) => !text.startsWith('Required unless '));
    const required = unless === undefined ? (optional === '?' ? 'no' : 'yes') : `yes, or ${unless}`;
    fields.push({ name, type, required, description: load(markdown(described.join('\n')))('p').text() });
    comment = [];
  }
  return fields;
};

const flatten = (className: string, classes: ReadonlyMap<string, Declared[]>, parent: string): ReadField[] =>
  (classes.get(className) ?? []).flatMap(({ name, type, required, description }) => {
    const inner = type.replace('[]', '');
    const path = parent + name;
    return [
      { path, type: wordsOf(type, classes), required, description },
      ...flatten(inner, classes, type.endsWith('[]') ? `${path}[].` : `${path}.`),
    ];
  });

const wordsOf = (type: string, classes: ReadonlyMap<string, unknown>): string => {
  const list = type.endsWith('[]') ? '[]' : '';
  const item = type.replace('[]', '');
  return (item === 'table<string, any>' || classes.has(item) ? 'object' : item.replaceAll('|', ' | ')) + list;
};

const markdown = (text: string): string => parsers['markdown-it']?.(text) ?? '';
