import type { JsonSchema } from './json-schema.js';
import type { LoopStep } from './reference.js';

/** The schemas of the variables that a follow-up can name. */
export type Scope = Readonly<Record<string, JsonSchema | undefined>>;

/** A field read on the way into a result. */
export interface PathStep {
  readonly field: string;
  /** Whether what it is read from may be absent. */
  readonly ofOptional: boolean;
}

/** The fields of a path, after its variable. */
export const followPath = ([variable = '', ...fields]: readonly string[], scope: Scope): PathStep[] => {
  let holder = scope[variable];
  let optional = false;
  return fields.map((field) => {
    const step = { field, ofOptional: optional };
    optional = holder !== undefined && !holder.required?.includes(field);
    holder = holder?.properties?.[field];
    return step;
  });
};

/** The scope inside a loop: its variable is an entry of the list. */
export const enterLoop = ({ each, of: [variable = '', ...fields] }: LoopStep, scope: Scope): Scope => ({
  ...scope,
  [each]: fields.reduce<JsonSchema | undefined>((schema, field) => schema?.properties?.[field], scope[variable])?.items,
});
