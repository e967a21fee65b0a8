import { managementOperations } from '../src/operations/management-operations.js';
import type { OperationSpec } from '../src/operations/operation.js';
import { trackingOperations } from '../src/operations/tracking-operations.js';
import type { SchemaKeywords } from '../src/schema/schema.js';
import { writePublicApiSources } from './public-api-sources.js';

const HEADER = '// Written by `npm run generate` from the table of operations; do not edit.\n';

const operations: readonly OperationSpec[] = [...trackingOperations, ...managementOperations];

/** The file of an operation, without its ending: `get_workspace` → `get-workspace`. */
const fileOf = ({ name }: OperationSpec): string => name.replaceAll('_', '-');

const capitalize = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/**
 * The sources that are made of the table and the manifest before anything is compiled: by file in `generated/`.
 * @param version The version of this package.
 */
export const writeSources = (version: string): Readonly<Record<string, string>> => ({
  'version.ts': `${HEADER}
/** The version of this package, as Segment is told in \`context.library\`. */
export const VERSION = '${version}';
`,
  'methods.ts': writeMethods(),
  'examples.ts': writeExamples(),
  'simulated.ts': writeSimulated(),
  ...writePublicApiSources(),
});

/**
 * One documented method per operation. TypeScript cannot carry the descriptions of a schema into an editor, so they are
 * written there.
 */
const writeMethods =
  (): string => `${HEADER}import type { AnyPlan, Method, TrackingPlan } from '../src/client/types.js';

/** The operations whose methods load their code at the first call, and whether they read a list page by page. */
export const readsPageByPage = {
${operations.flatMap((operation) => (operation.auth === 'apiToken' ? [`  ${operation.name}: ${String(operation.list !== undefined)},`] : [])).join('\n')}
} as const;

/** A method for every operation. @typeParam Plan The tracking plan that \`track\` is held to. */
export interface SegmentMethods<Plan extends TrackingPlan = AnyPlan> {
${operations.map((operation) => `${writeDocs(operation)}\n  readonly ${operation.method}: Method<'${operation.name}', Plan>;`).join('\n')}
}
`;

const writeDocs = ({ input, options, summary }: OperationSpec): string => {
  const own = Object.entries(input.properties).map(([name, field]) =>
    writeField(name, field, input.required.includes(name)),
  );
  const common = Object.entries(options?.properties ?? {}).map(([name, field]) => writeField(name, field, false));
  const lines = [...own, ...common];
  return ['  /**', `   * ${summary}`, ...(lines.length > 0 ? ['   *', ...lines] : []), '   */'].join('\n');
};

const writeField = (name: string, { type, description = '' }: SchemaKeywords, required: boolean): string =>
  `   * - \`${name}\` (${type}${required ? ', required' : ''}): ${description}`;

/** The examples of every operation, by its name. They stand beside it, so that no client carries them. */
const writeExamples = (): string => `${HEADER}
${operations.map((operation) => `import { examples as ${operation.method} } from '../src/operations/${fileOf(operation)}.examples.js';`).join('\n')}

/** The examples of each operation, by its name. */
export const examples = {
${operations.map(({ name, method }) => `  ${name === method ? name : `${name}: ${method}`},`).join('\n')}
} as const;
`;

/** What the simulator holds and answers, and what examples do there: in files that no client reaches. */
const writeSimulated = (): string => {
  const management = operations.filter(({ auth }) => auth === 'apiToken');
  return `${HEADER}import type { Outcome } from '../src/operations/example.js';
import type { Routes } from '../src/operations/simulated-route.js';
${operations.map((operation) => `import { ${operation.auth === 'apiToken' ? `fixture as ${operation.method}Fixture, routes as ${operation.method}Routes, ` : ''}outcomes as ${operation.method} } from '../src/operations/${fileOf(operation)}.simulated.js';`).join('\n')}
${management.map(({ method }) => `\ntype ${capitalize(method)} = typeof ${method}Fixture;`).join('')}

/** The simulated workspace. Its lists may be given to \`createSimulator\` to test with others. */
export interface SimulatedWorkspace extends ${management.map(({ method }) => capitalize(method)).join(', ')} {}

/** What a simulated workspace holds unless told otherwise, piece by piece. */
export const fixtures: readonly Partial<SimulatedWorkspace>[] = [${management.map(({ method }) => `${method}Fixture`).join(', ')}];

/** Every request of the Public API that the simulator answers. */
export const routes: readonly Routes<SimulatedWorkspace>[] = [${management.map(({ method }) => `${method}Routes`).join(', ')}];

/** What each operation's examples do, in their order, by the operation's name. */
export const outcomes: Readonly<Record<string, readonly Outcome[]>> = {
${operations.map(({ name, method }) => `  ${name === method ? name : `${name}: ${method}`},`).join('\n')}
};
`;
};
