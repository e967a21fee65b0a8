import type { Plugin, Rolldown } from 'vite';

import { listPlatformNames } from './platform-names.js';
import { type SyntaxNode, visitNodes } from './syntax-tree.js';

/** Libraries whose classes have many members. */
const LIBRARIES = [/\/re2js\//, /\/lua-bridge\/dist\//, /\/@codemirror\//, /\/lit-html\//];

/** No library: the page itself, and packages that write their members down as JSON. */
const ELSEWHERE = -1;

const wordsIn = (text: string): string[] => text.match(/[\w$]+/g) ?? [];

interface Names {
  /** Of members of classes, and of what is assigned to `this`. */
  readonly members: ReadonlySet<string>;
  /** By which something may be looked up: words in texts and patterns, and what object literals have. */
  readonly lookedUp: ReadonlySet<string>;
}

/* As written and as meant: an escape may join what follows it. */
const readText = ({ start, end, value }: SyntaxNode, code: string): string => {
  const meant = typeof value === 'object' && value !== null && 'cooked' in value ? value.cooked : value;
  return `${code.slice(start, end)} ${String(meant)}`;
};

/** The name of a member, or of what is reached through an object, where it is written out. */
const nameIn = ({ computed, key, property }: SyntaxNode): string[] => {
  const { type, name } = (key ?? property ?? {}) as { readonly type?: string; readonly name?: string };
  return type === 'Identifier' && computed !== true && name !== undefined ? [name] : [];
};

const listNames = (code: string): Names => {
  const members = new Set<string>();
  const lookedUp = new Set<string>();
  const addTo = (set: Set<string>, names: readonly string[]): void => {
    for (const name of names) set.add(name);
  };
  visitNodes(code, (node) => {
    const { type, left, properties } = node as SyntaxNode & { left?: SyntaxNode; properties?: SyntaxNode[] };
    if (type === 'MethodDefinition' || type === 'PropertyDefinition') addTo(members, nameIn(node));
    const { object } = (left ?? {}) as { readonly object?: SyntaxNode };
    if (type === 'AssignmentExpression' && left && object?.type === 'ThisExpression') addTo(members, nameIn(left));
    if (type === 'ObjectExpression') addTo(lookedUp, (properties ?? []).flatMap(nameIn));
    if (type === 'Literal' || type === 'TemplateElement') addTo(lookedUp, wordsIn(readText(node, code)));
  });
  return { members, lookedUp };
};

/** Which libraries have a word, by their places in the list. */
const listOwners = (chunks: readonly Rolldown.OutputChunk[]): ReadonlyMap<string, ReadonlySet<number>> => {
  const owners = new Map<string, Set<number>>();
  for (const [id, { code }] of chunks.flatMap(({ modules }) => Object.entries(modules))) {
    const library = LIBRARIES.findIndex((name) => name.test(id));
    for (const word of new Set(wordsIn(code ?? ''))) owners.set(word, (owners.get(word) ?? new Set()).add(library));
  }
  return owners;
};

/** Short names that are not in use: `$1`, `$2`, … */
const createNames = (used: ReadonlySet<string>): (() => string) => {
  let count = 0;
  return () => {
    do count += 1;
    while (used.has(`$${count.toString(36)}`));
    return `$${count.toString(36)}`;
  };
};

/** Gives what classes of libraries call their members short names, where only one library knows them. */
export const internalNames = (): Plugin => ({
  name: 'internal-names',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
      const found = chunks.map(({ code }) => listNames(code));
      const kept = new Set([...listPlatformNames(), ...found.flatMap(({ lookedUp }) => [...lookedUp])]);
      const owners = listOwners(chunks);
      const next = createNames(new Set(chunks.flatMap(({ code }) => wordsIn(code))));
      const shorter = new Map<string, string>();
      for (const name of new Set(found.flatMap(({ members }) => [...members]))) {
        const [owner = ELSEWHERE, ...others] = owners.get(name) ?? [];
        if (owner !== ELSEWHERE && others.length === 0 && name.length > 2 && !kept.has(name)) shorter.set(name, next());
      }
      for (const chunk of chunks)
        chunk.code = chunk.code.replace(/(?<![\w$])[\w$]+/g, (word) => shorter.get(word) ?? word);
    },
  },
});
