type Table = { [key: string]: string | number | Table };

/** A section's name, or a key with a text without escapes or a whole number, or nothing; then perhaps a comment. */
const LINE =
  /[ \t]*(?:\[([\w-]+(?:\.[\w-]+)*)\]|([\w-]+)[ \t]*=[ \t]*(?:"([\t !#-[\]-~\u00a0-\uffff]*)"|(0|[1-9]\d{0,14}))|)[ \t]*(?:#[\t -~\u00a0-\uffff]*)?(?:\r?\n|$)/gy;

/**
 * Reads TOML that is written the plain way: sections, texts without escapes, whole numbers, comments. Files of accounts
 * mostly are, and a thousand accounts are read this way in a fraction of the time a whole parser takes to warm up.
 * @returns Undefined where the text says anything else, or is wrong: a parser must read it.
 */
export function readPlainToml(text: string): Table | undefined {
  if (text.includes('__proto__')) return undefined;
  const root: Table = {};
  const opened = new Set<string>();
  let table: Table | undefined = root;
  let end = 0;
  for (const [whole, section, key, plain, number] of text.matchAll(LINE)) {
    if (section !== undefined) {
      table = opened.has(section) ? undefined : openTable(root, section);
      opened.add(section);
    }
    if (table === undefined) return undefined;
    if (key !== undefined) {
      if (Object.hasOwn(table, key)) return undefined;
      table[key] = plain ?? Number(number);
    }
    end += whole.length;
  }
  return end === text.length ? root : undefined;
}

function openTable(root: Table, section: string): Table | undefined {
  let table = root;
  for (const key of section.split('.')) {
    const next: unknown = Object.hasOwn(table, key) ? table[key] : (table[key] = {});
    if (typeof next !== 'object') return undefined;
    table = next as Table;
  }
  return table;
}
