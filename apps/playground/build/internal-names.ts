import type { Plugin } from 'vite';

import { type SyntaxNode, visitNodes } from './syntax-tree.js';

const ENGINE = /\/re2js\//;

const names = (text: string): string[] => text.match(/[\w$]+/g) ?? [];

const isObject = (value: unknown): value is object =>
  typeof value === 'function' || (typeof value === 'object' && value !== null);

/** The names of JavaScript's own objects and in them; the engine of `regex` needs nothing else of where it runs. */
const NATIVE: ReadonlySet<string> = new Set(
  Object.getOwnPropertyNames(globalThis)
    .map((name) => (globalThis as Record<string, unknown>)[name])
    .filter(isObject)
    .flatMap((value) => [globalThis, value, (value as { readonly prototype?: unknown }).prototype])
    .filter(isObject)
    .flatMap((value) => Object.getOwnPropertyNames(value)),
);

interface Words {
  /** Names of properties, as they are written after a dot or before a colon. */
  readonly members: ReadonlySet<string>;
  /** Words in texts and patterns: a name among them may be looked up by it. */
  readonly quoted: ReadonlySet<string>;
}

/* As written and as meant: an escape may join what follows it. */
const wordsOf = ({ start, end, value }: SyntaxNode, code: string): string => {
  const meant = isObject(value) && 'cooked' in value ? value.cooked : value;
  return `${code.slice(start, end)} ${String(meant)}`;
};

const listWords = (code: string): Words => {
  const members = new Set<string>();
  const quoted = new Set<string>();
  visitNodes(code, (node) => {
    const key = (node['property'] ?? node['key']) as { type?: string; name?: string } | undefined;
    if (key?.type === 'Identifier' && node['computed'] !== true && key.name) members.add(key.name);
    if (node.type === 'Literal' || node.type === 'TemplateElement')
      for (const word of names(wordsOf(node, code))) quoted.add(word);
  });
  return { members, quoted };
};

/** Short names that are not in use: `$a`, `$b`, … */
const createNames = (code: string): (() => string) => {
  const used = new Set(names(code));
  let count = 0;
  return () => {
    for (;;) {
      count += 1;
      const name = `$${count.toString(36)}`;
      if (!used.has(name)) return name;
    }
  };
};

const rename = (code: string, internal: Iterable<string>): string => {
  const next = createNames(code);
  const shorter = new Map(Array.from(internal, (name) => [name, next()]));
  return code.replace(/(?<![\w$])[\w$]+/g, (word) => shorter.get(word) ?? word);
};

/** Gives what the engine of `regex` calls its own properties short names: all in its file is its own. */
export const internalNames = (): Plugin => ({
  name: 'internal-names',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
      for (const chunk of chunks.filter(({ moduleIds }) => moduleIds.some((id) => ENGINE.test(id)))) {
        const others = new Set(chunks.filter((other) => other !== chunk).flatMap(({ code }) => names(code)));
        const { members, quoted } = listWords(chunk.code);
        const internal = [...members].filter(
          (name) => name.length > 2 && !NATIVE.has(name) && !quoted.has(name) && !others.has(name),
        );
        chunk.code = rename(chunk.code, internal);
      }
    },
  },
});
