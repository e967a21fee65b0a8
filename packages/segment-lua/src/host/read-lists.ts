import { findMeant } from '@moonwire/lua-bridge';
import { SegmentError } from '@moonwire/segment-sdk';

type Fields = Readonly<Record<string, unknown>>;

/** How a list is asked for: what is sent, and whether it is read to its end. */
export interface ListRequest {
  readonly input: unknown;
  readonly isWhole: boolean;
}

const namesPage = (name: string): boolean => /^(count|cursor)$|pagination$/i.test(name);

/**
 * Takes the parameter of ours out of a list's input. As with `list_sources`, no list ends early unless that was asked
 * for.
 * @param known The names of the list's parameters, ours among them.
 * @throws {SegmentError} `invalid_input` when it is no boolean, or for a name that is none.
 */
export const readListRequest = (name: string, known: readonly string[], input: unknown): ListRequest => {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return { input, isWhole: false };
  const { all, ...rest } = input as Fields;
  if (all !== undefined && typeof all !== 'boolean')
    throw invalid(name, 'all', `bad field 'all' (boolean expected, got ${all === null ? 'null' : typeof all})`);
  const unknown = Object.keys(rest).find((field) => !known.includes(field));
  // The client would leave ours out of what it says there is.
  if (unknown !== undefined) {
    const { hint, suggestion } = findMeant(unknown, known);
    throw invalid(name, unknown, `unknown field '${unknown}'. ${hint}`, suggestion);
  }
  return { input: rest, isWhole: all ?? !Object.keys(rest).some(namesPage) };
};

const invalid = (operation: string, field: string, message: string, suggestion?: string): SegmentError =>
  new SegmentError(message, { kind: 'validation', code: 'invalid_input', operation, field, suggestion });
