import type { DescribedOperation } from '@moonwire/segment-sdk/public-api/table';

const ALL = {
  type: 'boolean',
  description: 'Whether the list is read to its end. Default: unless pagination asks for a page.',
} as const;

/** The input of an operation as scripts know it: lists have a parameter of ours. */
export const describeAll = ({
  lists,
  input,
}: Pick<DescribedOperation, 'lists' | 'input'>): DescribedOperation['input'] =>
  lists.length === 0 ? input : { ...input, properties: { ...input.properties, all: ALL } };
