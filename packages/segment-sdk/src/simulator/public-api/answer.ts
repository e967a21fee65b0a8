import { created } from '../../../generated/public-results.js';
import { refuse, respond, type SimulatorResponse } from '../../operations/simulated-route.js';
import { findInputProblem } from '../../public-api/check-input.js';
import { publicNames, type PublicSpec, readOperation } from '../../public-api/operation.js';
import { accessBehaviours } from './access-behaviours.js';
import { audienceBehaviours } from './audience-behaviours.js';
import { type Behaviour, type Call, isRefusal, refuseInput, refuseMissing } from './call.js';
import { connectionBehaviours, isLoaded } from './connection-behaviours.js';
import { functionBehaviours } from './function-behaviours.js';
import { jobBehaviours } from './job-behaviours.js';
import type { CountCall } from './limits.js';
import { notModelled } from './not-modelled.js';
import { takePage } from './page.js';
import { type QueryTree, typeQuery } from './read-query.js';
import { findMissingReference } from './references.js';
import { findResourceBehaviour, nameCollection } from './resource-behaviours.js';
import type { Resource } from './sample.js';
import { sourceBehaviours } from './source-behaviours.js';
import type { Store } from './store.js';
import { findConflict } from './unique-names.js';
import { warehouseBehaviours } from './warehouse-behaviours.js';

interface Known {
  readonly spec: PublicSpec;
  readonly pattern: RegExp;
}

/** Routes without parameters come first: `/destination/filters/preview` is no filter. */
const KNOWN: readonly Known[] = publicNames
  .map((name) => readOperation('simulator', name))
  .sort((a, b) => a.inPath.length - b.inPath.length)
  .map((spec) => ({ spec, pattern: new RegExp(`^${spec.route.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`) }));

const behaviours = {
  ...connectionBehaviours,
  ...sourceBehaviours,
  ...accessBehaviours,
  ...audienceBehaviours,
  ...functionBehaviours,
  ...warehouseBehaviours,
  ...jobBehaviours,
};

/** Two paths are written in the singular. */
const PLURALS = [
  [/^\/group\//, '/groups/'],
  [/^\/destination\//, '/destinations/'],
] as const;

const plural = (path: string): string => PLURALS.reduce((text, [from, to]) => text.replace(from, to), path);

const readBody = (body: string): Resource | undefined => {
  try {
    return Object(JSON.parse(body === '' ? '{}' : body)) as Resource;
  } catch {
    return undefined;
  }
};

const place = (spec: PublicSpec, path: string): Pick<Call, 'collection' | 'id'> => {
  const whole = plural(path);
  if (!spec.route.endsWith('}')) return { collection: whole, id: undefined };
  const at = whole.lastIndexOf('/');
  return { collection: whole.slice(0, at), id: decodeURIComponent(whole.slice(at + 1)) };
};

/** What a thing belongs to has to exist: the source of `/sources/s1/labels`. */
const findMissingParent = (call: Call): SimulatorResponse | undefined => {
  const names = plural(call.spec.route).split('/');
  const parts = call.collection.split('/');
  for (const [at, part] of parts.entries()) {
    const path = parts.slice(0, at).join('/');
    const id = decodeURIComponent(part);
    if (names[at]?.startsWith('{') && isMissing(call, path, id)) return refuseMissing(nameCollection(path), id);
  }
  return undefined;
};

const isMissing = (call: Call, path: string, id: string): boolean => {
  // A source is no part of a warehouse: they are connected.
  if (path.endsWith('/connected-sources')) return !isLoaded(call);
  return KNOWN.some(({ pattern }) => pattern.test(`${path}/x`)) && !call.store.find(path, id);
};

const findBehaviour = ({ name }: PublicSpec): Behaviour | undefined =>
  (behaviours as Readonly<Record<string, Behaviour>>)[name] ?? findResourceBehaviour(name);

const writeAnswer = ({ spec, input }: Call, data: Resource): SimulatorResponse => {
  const page = takePage(spec, input, data);
  const status = (created as readonly string[]).includes(spec.name) ? 201 : 200;
  return isRefusal(page) ? page : respond(status, { data: page });
};

/** What is asked of the simulated workspace. */
export interface TableRequest {
  readonly method: string;
  /** Well escaped, without its query. */
  readonly path: string;
  readonly query: QueryTree;
  readonly body: string;
}

/** A simulated workspace, as the table's operations see it. */
export interface TableWorkspace {
  readonly id: string;
  readonly store: Store;
  readonly countCall: CountCall;
}

const readIds = ({ pattern }: Known, path: string): Call['ids'] =>
  Object.fromEntries(
    Object.entries(pattern.exec(path)?.groups ?? {}).map(([name, part]) => [name, decodeURIComponent(part)]),
  );

const readCall = (
  { spec }: Known,
  ids: Call['ids'],
  { path, query, body }: TableRequest,
  { id, store }: TableWorkspace,
): Call | SimulatorResponse => {
  const inBody = readBody(body);
  if (!inBody) return refuse(400, 'bad-request', 'The body is not JSON');
  const input = { ...typeQuery(spec.inQuery, query), ...inBody };
  const problem = findInputProblem(spec, { ...input, ...ids });
  if (problem !== undefined) return refuseInput(problem.message, problem.field ?? '');
  return { spec, ids, input, store, workspaceId: id, ...place(spec, path) };
};

/** Answers a request of the Public API by its table; `undefined` where no operation has such a request. */
export const answerByTable = (request: TableRequest, workspace: TableWorkspace): SimulatorResponse | undefined => {
  const { method, path } = request;
  const known = KNOWN.find(({ spec, pattern }) => spec.method === method && pattern.test(path));
  if (!known) return undefined;
  const { name } = known.spec;
  const reason = notModelled[name];
  if (reason !== undefined) return refuse(501, 'not-implemented', `${name} is not simulated: ${reason}`);
  const ids = readIds(known, path);
  const limited = workspace.countCall(name, ids);
  if (limited) return limited;
  const call = readCall(known, ids, request, workspace);
  if ('headers' in call) return call;
  const answer =
    findMissingParent(call) ?? findMissingReference(call) ?? findConflict(call) ?? findBehaviour(call.spec)?.(call);
  return answer === undefined || isRefusal(answer) ? answer : writeAnswer(call, answer);
};
