import type { Schema } from './schema.js';

/** True or false. */
export const flag = (description: string): Schema<boolean> => ({ type: 'boolean', description });

/** A list of values of one kind. */
export const list = <T>(items: Schema<T>, description: string): Schema<readonly T[]> => ({
  type: 'array',
  items,
  description,
});
