import { failure, invalid, type SegmentError } from '../contract/errors.js';
import { badField } from '../schema/json-value.js';

/** A value in a query. Lists and objects are written with dots: `emails.0=…`, `pagination.count=…`. */
export type QueryValue =
  string | number | boolean | undefined | readonly QueryValue[] | { readonly [name: string]: QueryValue };

/** A request to the Public API, described. */
export interface ApiRequest {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path below the API's origin, with its leading slash. */
  readonly path: string;
  readonly query?: Readonly<Record<string, QueryValue>>;
  readonly body?: unknown;
  /** Media type of the body. Default `application/json`. */
  readonly contentType?: string;
  /** Whether sending it twice does no harm. Default: all but POST and PATCH. */
  readonly repeatable?: boolean;
}

/** What an operation yields: a request to send, or items of its list that are ready. */
export type Step = { readonly request: ApiRequest } | { readonly items: readonly unknown[] };

/** What an operation may know of the account it runs for. */
export interface StepAccount {
  readonly tokenOwner?: string | undefined;
}

/** Yields a request and returns the `data` of its answer as `T`, the shape the API documents. */
export function* get<T>(path: string, query?: ApiRequest['query']): Generator<Step, T, unknown> {
  return (yield { request: { path, ...(query && { query }) } }) as T;
}

/** Uses a page of a list; what it returns becomes items of the output's list. */
type UsePage<T> = (page: T) => readonly unknown[] | undefined;

/** Yields the requests for every page of a list. A cursor that comes again would go round for ever: it is an error. */
export function* everyPage<T>(operation: string, path: string, use: UsePage<T>): Generator<Step, void, unknown> {
  const seen = new Set<string | undefined>();
  let cursor: string | undefined;
  do {
    if (seen.has(cursor))
      throw failure('api', 'api_error', operation, `the list does not end: the cursor '${String(cursor)}' came twice`);
    seen.add(cursor);
    const page: T & { pagination?: { next?: string } } = yield* get(path, {
      'pagination.count': 200,
      'pagination.cursor': cursor,
    });
    const items = use(page);
    if (items) yield { items };
    cursor = page.pagination?.next;
  } while (cursor);
}

/** A value as one segment of a path. `.` and `..` would lead to another resource. */
export const pathSegment = (operation: string, field: string, value: string): string => {
  if (/^\.{0,2}$/.test(value)) throw invalid(operation, badField(field, 'id', value, JSON.stringify(value)));
  return encodeURIComponent(value);
};

/** The error for something the API does not have. */
export const notFound = (operation: string, message: string, code = 'not_found'): SegmentError =>
  failure('not_found', code, operation, message);
