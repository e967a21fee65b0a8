import { findMeant } from '@moonwire/lua-bridge';
import { z } from 'zod';

/**
 * The arguments of a tool. One that the tool does not have is refused with the name that was probably meant: it may be
 * what was to keep a script from being run in earnest.
 */
export const toolInput = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? describe(issue.keys, Object.keys(shape)) : undefined),
  });

const describe = (unknown: readonly string[], known: readonly string[]): string =>
  unknown.map((name) => `there is no argument '${name}'. ${findMeant(name, known).hint}`).join('; ');
