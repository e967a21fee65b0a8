import { completion, markdown } from 'virtual:reference';

/** The reference as data and as Markdown, rendered from the SDK's table when the page was built. */
export const documentation = completion;

/** The core reference as Markdown. */
export const rawReference = markdown;

/** One documented function. */
export type FunctionDoc = (typeof documentation.functions)[number];

/** One documented parameter. */
export type ParameterDoc = FunctionDoc['parameters'][number];

/** What a call accepts, the options shared by many calls last. */
export const listAccepted = (fn: FunctionDoc): readonly ParameterDoc[] => [...fn.parameters, ...fn.options];
