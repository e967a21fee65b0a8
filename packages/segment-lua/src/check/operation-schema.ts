import { operations } from '@moonwire/segment-sdk';
import { type PublicName, publicOperations } from '@moonwire/segment-sdk/public-api';

import type { FieldSchema } from '../host/lua-fields.js';

/** What a function takes from a script and returns to it. */
export interface OperationSchema {
  readonly input: FieldSchema;
  readonly output: FieldSchema;
}

/** The shapes of a function by its name. */
export const findSchema = async (name: string): Promise<OperationSchema | undefined> => {
  const operation = operations.find((one) => one.name === name);
  if (!operation) return isPublicName(name) ? (await loadPublic()).describePublic(name) : undefined;
  const options = 'options' in operation ? operation.options.properties : {};
  const input: FieldSchema = { ...operation.input, properties: { ...options, ...operation.input.properties } };
  return { input, output: operation.output };
};

/** The table is many times as large as all else, and few scripts need it. */
const loadPublic = () => import('../host/describe-public.js');

const publicNames: ReadonlySet<string> = new Set(publicOperations.map(({ name }) => name));

const isPublicName = (name: string): name is PublicName => publicNames.has(name);
