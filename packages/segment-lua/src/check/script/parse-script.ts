import luaparse, { type Node } from 'luaparse';

/** The parser wants one character per byte. */
const bytes = (code: string): string =>
  Array.from(new TextEncoder().encode(code), (byte) => String.fromCharCode(byte)).join('');

/* What Lua skips at the beginning of a file: a byte order mark, and a first line that begins with `#`. */
const blankStart = (code: string): string => code.replace(/^\ufeff?(?:#.*)?/, (start) => ' '.repeat(start.length));

/** Every node of a script, inner ones first. The script must be known to compile. */
export const parseScript = (code: string): Node[] => {
  const nodes: Node[] = [];
  luaparse.parse(bytes(blankStart(code)), {
    luaVersion: '5.3',
    scope: true,
    locations: true,
    comments: false,
    encodingMode: 'pseudo-latin1',
    onCreateNode: (node) => void nodes.push(node),
  });
  return nodes;
};
