import type { Operation } from '../src/operations/operation.js';
import type { SchemaKeywords } from '../src/schema/schema.js';

const line = (name: string, { type, description = '' }: SchemaKeywords, required: boolean): string =>
  `   * - \`${name}\` (${type}${required ? ', required' : ''}): ${description}`;

const docs = ({ input, options, summary }: Operation): string => {
  const own = Object.entries(input.properties).map(([name, field]) => line(name, field, input.required.includes(name)));
  const common = Object.entries(options?.properties ?? {}).map(([name, field]) => line(name, field, false));
  const lines = [...own, ...common];
  return ['  /**', `   * ${summary}`, ...(lines.length > 0 ? ['   *', ...lines] : []), '   */'].join('\n');
};

/**
 * Source of `methods.ts`: one documented method per operation. TypeScript cannot carry the descriptions of a
 * schema into an editor, so the build writes them there, and a test compares.
 */
export const methodsSource = (
  operations: readonly Operation[],
  version: string,
): string => `// Written by the build from the operations and package.json; do not edit.
import type { AnyPlan, Method, TrackingPlan } from './types.js';

/** The version of this package, as Segment is told in \`context.library\`. */
export const VERSION = '${version}';

/** The operations whose methods load their code at the first call, and whether they read a list page by page. */
export const readsPageByPage = {
${operations.flatMap((operation) => (operation.auth === 'apiToken' ? [`  ${operation.name}: ${String(operation.list !== undefined)},`] : [])).join('\n')}
} as const;

/** A method for every operation. @typeParam Plan The tracking plan that \`track\` is held to. */
export interface SegmentMethods<Plan extends TrackingPlan = AnyPlan> {
${operations.map((operation) => `${docs(operation)}\n  readonly ${operation.method}: Method<'${operation.name}', Plan>;`).join('\n')}
}
`;
