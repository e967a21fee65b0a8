import type { Infer, ObjectSchema } from '../schema/schema.js';
import { type ManagementSpec, named } from './operation.js';
import type { Step, StepAccount } from './step.js';

interface ManagementDefinition<Name extends string, I extends ObjectSchema, O extends ObjectSchema> extends Omit<
  ManagementSpec,
  'name' | 'method' | 'auth' | 'input' | 'output' | 'steps' | 'list'
> {
  readonly name: Name;
  readonly input: I;
  readonly output: O;
  readonly steps: (input: Infer<I>, account: StepAccount) => Generator<Step, Infer<O>, unknown>;
}

interface ListDefinition<Name extends string, I extends ObjectSchema, O extends ObjectSchema> extends Omit<
  ManagementDefinition<Name, I, O>,
  'steps'
> {
  readonly list: keyof Infer<O> & string;
  readonly steps: (input: Infer<I>, account: StepAccount) => Generator<Step, void, unknown>;
}

/** Declares an operation of the Public API. */
export const defineManagement = <const Name extends string, I extends ObjectSchema, O extends ObjectSchema>(
  definition: ManagementDefinition<Name, I, O>,
) => named({ auth: 'apiToken' as const, ...definition });

/** Declares an operation of the Public API whose output is one list, read page by page. */
export const defineList = <const Name extends string, I extends ObjectSchema, O extends ObjectSchema>(
  definition: ListDefinition<Name, I, O>,
) => named({ auth: 'apiToken' as const, ...definition });
