import { describe, expect, test } from '@jest/globals';

import {
  createAgentDocs,
  type Reference,
  renderFullReference,
  renderGroupPages,
  renderLlms,
  renderLlmsFull,
  renderLuaDefinitions,
  renderLuaExample,
  renderReference,
  standardTargets,
} from '../src/index.js';
import { greenhouse } from './greenhouse.js';
import { grouped } from './grouped.js';
import { readDefinitions } from './read/lua-definitions.js';

const docs = createAgentDocs(grouped);
const [page] = renderGroupPages(grouped);
const [group] = grouped.groups ?? [];
const [close] = group?.operations ?? [];
const read = (name: string) => {
  const result = docs.read(name);
  return result.found ? result.page.text : result.message;
};

describe('Groups of functions', () => {
  test('leave the references of the functions used most as they are', () => {
    expect(renderReference(grouped)).toBe(renderReference(greenhouse));
    expect(renderFullReference(grouped)).toBe(renderFullReference(greenhouse));
    expect(renderLlmsFull(grouped)).not.toContain('close_net');
  });

  test('have a page each, with an introduction, scripts and what they print, and every function in full', () => {
    expect(page?.path).toBe('greenhouse/groups/pest-control.md');
    const text = page?.text ?? '';
    expect(text).toMatch(/^# Pest control\n\nInsects eat what grows\. \*\*Nets\*\* keep them out\./);
    expect(text).toContain('- `open_roof({})`: Open the roof.');
    expect(text).toContain('Close a net over a bed. (deletes or replaces)');
    expect(text).toContain('```lua\n-- Close every net\nprint("closed")\n```\n\nIt prints:\n\n```text\nclosed\n```');
    expect(text).toContain('- At most twice a day.\n- `if` is a word of Lua: write `["if"] = …`, read `result["if"]`.');
    expect(text).toContain('| `mesh.size` | number | yes |');
    expect(text).toContain('| `beds.KEY.open` | boolean | no |');
    expect(text).not.toContain('closedAt');
  });

  test('are listed with what each costs, in the index and the overview', () => {
    expect(renderLlms(grouped)).toMatch(
      /- \[Pest control\]\(greenhouse\/groups\/pest-control\.md\): 2 functions\. Keeps insects away\. \(~\d+ tokens\)/,
    );
    expect(read('overview')).toContain('- `pest-control` (2): Keeps insects away.');
  });

  test('are on the site, where the search leads to each function', () => {
    const files = standardTargets.flatMap(({ render }) => render(grouped));
    const site = files.find(({ path }) => path === 'site/groups/pest-control.html')?.text ?? '';
    expect(site).toContain('id="close_net"');
    expect(site).toContain('id="close_net.parameters.beds.open"');
    expect(files.find(({ path }) => path.endsWith('search-index.js'))?.text).toContain(
      'groups/pest-control.html#close_net',
    );
  });

  test('are known to the Lua language server', () => {
    const text = renderLuaDefinitions(grouped);
    expect(readDefinitions(text, grouped.namespace).map(({ name }) => name)).toContain('close_net');
    expect(text).toContain('---@field ["if"] string');
    expect(text).toContain('---@field mesh? greenhouse.close_net.Parameters.mesh|nil');
    expect(text).toContain('---@field beds? table<string, greenhouse.close_net.Parameters.beds>');
  });

  test('write fields that are words of Lua in brackets', () => {
    const [example] = close?.examples ?? [];
    expect(close && example && renderLuaExample(grouped, close, example)).toContain('print(result["end"])');
  });
});

describe('An agent', () => {
  test('lists the groups, then the functions of one', () => {
    const names = docs.list().map(({ name }) => name);
    expect(names).toContain('pest-control');
    expect(names).not.toContain('close_net');
    const listed = docs.listGroup('pest-control');
    expect(listed.found && listed.pages.map(({ name }) => name)).toEqual(['open_roof', 'close_net', 'count_insects']);
    const own = docs.listGroup('greenhouse');
    expect(own.found && own.pages.map(({ name }) => name)).toEqual(['water_bed', 'read_sensors', 'open_roof']);
    expect(docs.listGroup('pest-controll')).toEqual({
      found: false,
      message: 'Unknown group: pest-controll. Did you mean: pest-control',
      suggestions: ['pest-control'],
    });
    expect(docs.listGroup('zzz')).toMatchObject({ message: 'Unknown group: zzz. Available: greenhouse, pest-control' });
  });

  test('reads a group in short, and a function in full', () => {
    expect(read('pest-control')).not.toContain('## close\\_net');
    expect(read('pest-control')).toContain('`close_net({ if, mesh?, beds? }) → { end }`');
    expect(read('lab.greenhouse.closeNet')).toContain('| `if` | string | yes | When to close it |');
  });

  test.each([
    ['cover a bed', 'close_net'],
    ['how do I turn off the net', 'close_net'],
    ['how many insects are there', 'count_insects'],
    ['aphids', 'pest-control'],
    ['closing nets', 'close_net'],
  ])('asks %s and finds %s', (question, name) => {
    expect(docs.search(question)[0]?.name).toBe(name);
  });
});

describe('A group that cannot be', () => {
  const withGroup = (different: object): Reference => ({
    ...grouped,
    groups: [{ name: 'pests', summary: 'S.', operations: [], ...different }],
  });
  test.each([
    [{ name: 'Pest Control' }, "group 'Pest Control': small letters and digits with dashes between expected"],
    [{ name: 'water_bed' }, "group 'water_bed' has the name of an operation"],
    [{ also: ['fly'] }, "group 'pests' names 'fly', which is no operation"],
    [{ operations: [greenhouse.operations[0]] }, "operation 'water_bed' is in the table twice"],
  ])('says why: %j', (different, message) => {
    expect(() => renderGroupPages(withGroup(different))).toThrow(message);
  });

  test('says that its name is taken', () => {
    const [one] = withGroup({}).groups ?? [];
    expect(() => renderGroupPages({ ...grouped, groups: one ? [one, one] : [] })).toThrow(
      "group 'pests' is there twice",
    );
  });
});
