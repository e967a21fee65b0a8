import type { JsonSchema } from './json-schema.js';

/**
 * Everything a target may say about one library: the table of its operations and where they live.
 * This is the package's own input type; an SDK's operations satisfy it by their shape.
 */
export interface Reference {
  /** The library's name as people say it: `'Segment'`. */
  readonly title: string;
  /** The Lua table the functions hang on: `'app.integrations.segment'`. */
  readonly namespace: string;
  /** What the library is for, in a sentence. */
  readonly summary?: string;
  /** In reference order. */
  readonly operations: readonly ReferenceOperation[];
  /** Further functions, by what they are about: more than a reader takes in at once, so each group has its own page. */
  readonly groups?: readonly ReferenceGroup[];
  /** What calls may send, where that is agreed upon: each has its own page. */
  readonly events?: readonly ReferenceEvent[];
  /** Words and phrases that mean much the same to those who search: `['pause', 'disable', 'turn off']`. */
  readonly synonyms?: readonly (readonly string[])[];
  /** Describes one namespace per account; left out where there is just one. */
  readonly accounts?: ReferenceAccounts;
  /** What can go wrong, in the order a reader should see it. */
  readonly errors?: readonly ReferenceError[];
  /** Further pages, such as the limits, written by hand. */
  readonly guides?: readonly Guide[];
  /** Further definitions for the Lua language server: what scripts find besides the functions. */
  readonly definitions?: string;
  /** How TypeScript examples get at the client. Default: a variable named after the namespace. */
  readonly typescript?: ReferenceTypeScript;
  /** Where the pages of the site lead beside each other. */
  readonly site?: ReferenceSite;
}

/** Where the pages of the site lead: whole addresses, or paths from the site's own folder. */
export interface ReferenceSite {
  /**
   * A page where scripts are tried, which is given one as `#lua=` and its text by `encodeURIComponent`: each example of
   * Lua leads there.
   */
  readonly playground?: string;
  /** Where the sources are. */
  readonly repository?: string;
  /** Font files (WOFF2) of what is read and of code. Without them pages are set in typefaces of the system. */
  readonly fonts?: { readonly text: string; readonly code: string };
}

/** An error code a call can fail with. */
export interface ReferenceError {
  /** `'unauthorized'`. */
  readonly code: string;
  /** What happened and what to do about it. */
  readonly summary: string;
  /** A script in Lua that fails so. */
  readonly example?: string;
  /** Only operations with this credential can fail so. Left out: any. */
  readonly auth?: string;
  /** Only these operations can fail so, none if the list is empty. Left out: any. */
  readonly operations?: readonly string[];
}

/** A page of Markdown. */
export interface Guide {
  /** `'limits'`. */
  readonly name: string;
  /** `'Limits'`. */
  readonly title: string;
  /** What the page says, in a sentence. */
  readonly summary: string;
  /** Further words by which people look for it. */
  readonly words?: readonly string[];
  /** Markdown below the title; its headings start at `##`. */
  readonly text: string;
}

/** What TypeScript examples need besides the call. */
export interface ReferenceTypeScript {
  /** The variable that holds the client: `'segment'`. */
  readonly client: string;
  /** The lines that make it, imports and all. */
  readonly setup: string;
}

/** Functions that belong together. */
export interface ReferenceGroup {
  /** Names its page: `'tracking-plans'`. */
  readonly name: string;
  /** What its functions are about, in a sentence. */
  readonly summary: string;
  /** An introduction for somebody who does not know the subject, in Markdown. */
  readonly text?: string;
  /** Further words by which people look for it: `['schema', 'taxonomy']`. */
  readonly words?: readonly string[];
  /** Operations of the reference itself that belong here, too, by name. */
  readonly also?: readonly string[];
  readonly operations: readonly ReferenceOperation[];
  /** Scripts that show how its functions go together. */
  readonly examples?: readonly WorkedExample[];
}

/** Something that calls of an operation send: what it is for, and what it holds. */
export interface ReferenceEvent {
  /** Any text: `'Order Completed'`. */
  readonly name: string;
  /** What it means, in a sentence. */
  readonly summary?: string;
  /** What else to know, a sentence each: its version, that it is no longer sent. */
  readonly notes?: readonly string[];
  /** The operation that sends it: `'track'`. */
  readonly operation: string;
  /** Parameters that tell it from others, with the values they have: `{ event: 'Order Completed' }`. */
  readonly fixed: Readonly<Record<string, string>>;
  /** The parameter that holds the rest: `'properties'`. */
  readonly part: string;
  /** An object schema of that. */
  readonly schema: JsonSchema;
  /** Whether the part must be given. */
  readonly required: boolean;
  readonly example: Example;
}

/** A script as a reader can take it over. */
export interface WorkedExample {
  /** What it does, as its first line says. */
  readonly title: string;
  /** Lua. Empty lines around it do not count. */
  readonly code: string;
  /** What it prints. Empty lines around it do not count. */
  readonly output?: string;
}

/** What a call does: changes nothing, changes something, or takes something away for good. */
export type ReferenceEffect = 'read' | 'write' | 'delete';

/** One function of the library. */
export interface ReferenceOperation {
  /** The literal Lua name: `'get_workspace'`. */
  readonly name: string;
  /** The TypeScript method. Default: the name in camelCase, `'getWorkspace'`. */
  readonly method?: string;
  /** `'core'` (the default) puts it in the short reference; any other group only in the full one. */
  readonly group?: string;
  readonly effect: ReferenceEffect;
  /** Which credential a call needs. Left out: none. */
  readonly auth?: string;
  readonly summary: string;
  /** What else to know before calling it, a sentence each: limits, paging, that it is not final. */
  readonly notes?: readonly string[];
  /** Further words by which people look for it. */
  readonly words?: readonly string[];
  /** An object schema whose properties, in order, are the parameters. */
  readonly input: JsonSchema;
  /** Further parameters shared by many operations; only the full reference lists them. */
  readonly options?: JsonSchema;
  readonly output?: JsonSchema;
  readonly examples?: readonly Example[];
}

/** A call as data, which each target writes in its own language. */
export interface Example {
  readonly title: string;
  /** What JSON can hold. */
  readonly input: Readonly<Record<string, unknown>>;
  /** What is done with the call's result, and the variable that holds it. */
  readonly result?: { readonly name: string; readonly then: readonly FollowUp[] };
}

/** One statement that uses a result: print a line, or loop over a list. */
export type FollowUp = PrintStep | LoopStep;

/** Prints the parts, joined, as one line. */
export interface PrintStep {
  readonly print: readonly Part[];
}

/** Runs `do` for each entry of the list at the path `of`; an absent list counts as empty. */
export interface LoopStep {
  /** The variable that holds the entry. */
  readonly each: string;
  /** A field path, as in {@link Part}. */
  readonly of: readonly string[];
  readonly do: readonly FollowUp[];
}

/** Literal text, or a field path: a variable's name first, then the declared (camelCase) fields. */
export type Part = { readonly text: string } | { readonly field: readonly string[] };

/** How the multi-account section shows a namespace per account. */
export interface ReferenceAccounts {
  /** The operation the section calls: `'track'`. */
  readonly example: string;
  /** Account names to show: `['production', 'staging']`. */
  readonly names: readonly string[];
}
