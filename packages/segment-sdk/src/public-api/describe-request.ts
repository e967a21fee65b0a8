import type { ApiRequest, QueryValue } from '../operations/step.js';
import type { PublicSpec } from './operation.js';
import type { FieldNode } from './type-text.js';

type Input = Readonly<Record<string, unknown>>;

const pick = (fields: readonly FieldNode[], input: Input): Input =>
  Object.fromEntries(fields.flatMap(({ name }) => (input[name] === undefined ? [] : [[name, input[name]]])));

/** Describes the request of a call whose input has been checked. */
export const describeRequest = (spec: PublicSpec, input: Input): ApiRequest => ({
  method: spec.method,
  path: spec.route.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(input[name] as string)),
  query: pick(spec.inQuery, input) as Record<string, QueryValue>,
  ...(spec.inBody.length > 0 && { body: pick(spec.inBody, input), contentType: spec.contentType }),
  repeatable: spec.isRepeatable,
});
