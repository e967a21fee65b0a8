import { operationText } from '../../generated/public-text.js';
import { invalid } from '../contract/errors.js';
import type { ApiRequest } from '../operations/step.js';
import { unknownName } from '../schema/suggest.js';
import { type FieldNode, readFields, readLines } from './type-text.js';
import type { PublicName } from './types.js';
import { impliedMethod } from './verbs.js';

/** What a client knows of an operation, read from the table. */
export interface PublicSpec {
  readonly name: PublicName;
  readonly method: NonNullable<ApiRequest['method']>;
  /** Path with its `{parameters}`. */
  readonly route: string;
  readonly inPath: readonly FieldNode[];
  readonly inQuery: readonly FieldNode[];
  readonly inBody: readonly FieldNode[];
  /** All parameters, in this order. */
  readonly parameters: readonly FieldNode[];
  /** The lists of its result that are read to their end. */
  readonly lists: readonly string[];
  /** The most entries of a page. */
  readonly pageMax: number;
  /** Whether sending it twice does no harm: reading, setting and deleting; not adding. */
  readonly isRepeatable: boolean;
  /** Media type of its body. */
  readonly contentType: string;
  /** What a DELETE returns that finds its work done. */
  readonly done: Readonly<Record<string, unknown>>;
}

const PAGE_MAX = 1_000;

const lines = readLines(operationText);

/** The names of all operations. */
export const publicNames = [...lines.keys()] as readonly PublicName[];

const read = (name: string): PublicSpec => {
  const [, http = '', query, body, list = '', marks = ''] = lines.get(name) ?? [];
  const [method, marked = ''] = http.startsWith('/') ? [impliedMethod(name), http] : http.split(' ');
  const has = (mark: string): boolean => marks.split(' ').includes(mark);
  const [inPath, inQuery, inBody] = [
    readFields(Array.from(marked.matchAll(/\{(\w+)(!?)\}/g), ([, id, mark]) => `${id}:${mark}`).join(' ')),
    readFields(query),
    readFields(body),
  ];
  const [stability] = /beta|alpha/.exec(marks) ?? [];
  return {
    name: name as PublicName,
    method: method as PublicSpec['method'],
    route: marked.replace('!', ''),
    inPath,
    inQuery,
    inBody,
    parameters: [...inPath, ...inQuery, ...inBody],
    lists: list === '' ? [] : list.split(' '),
    pageMax: Number(/\d+/.exec(marks) ?? PAGE_MAX),
    isRepeatable: has('read') || (method !== 'POST' && !has('once')),
    // Several operations that are not final refuse `application/json`; all take the first of their media types.
    contentType: stability ? `application/vnd.segment.v1${stability}+json` : 'application/json',
    done: has('deleted') ? { deleted: true } : { status: 'SUCCESS' },
  };
};

const specs = new Map<string, PublicSpec>();

/** What the table notes of an operation beside its request. */
export const marksOf = (name: PublicName): readonly string[] => (lines.get(name)?.[5] ?? '').split(' ');

/** Whether an operation returns a list that `each` and `all` read. */
export const isList = (name: PublicName): boolean => Boolean(lines.get(name)?.[4]);

/** Reads an operation by its name. Each is read once. @throws {SegmentError} `unknown_operation`, with a suggestion. */
export const readOperation = (caller: string, name: string): PublicSpec => {
  if (!lines.has(name)) throw invalid(caller, unknownName('operation', name, publicNames), 'unknown_operation');
  const spec = specs.get(name) ?? read(name);
  specs.set(name, spec);
  return spec;
};
