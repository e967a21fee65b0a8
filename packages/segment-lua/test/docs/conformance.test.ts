import { describe, expect, test } from '@jest/globals';
import { ListToolsResultSchema } from '@modelcontextprotocol/sdk/types.js';
import { createAgentDocs, renderMcpTools, standardTargets } from '@moonwire/docs-gen';

import { callsOf } from '../../../docs-gen/test/lua-engine.js';
import { expected } from '../../../docs-gen/test/read/expected.js';
import { readers } from '../../../docs-gen/test/read/targets.js';
import { segmentReference } from '../../src/index.js';

describe.each(readers)('The $target of Segment, read back by $by', ({ target, shows, read }) => {
  const files = standardTargets.find(({ name }) => name === target)?.render(segmentReference) ?? [];
  const functions = read(files, segmentReference);

  test('has every name, type, requirement and description of the operations, in order', () => {
    expect(
      functions.map(({ name, summary, parameters, results }) => ({
        name,
        summary,
        parameters,
        ...(results ? { results } : {}),
      })),
    ).toEqual(expected(segmentReference, shows));
  });

  test('calls each function with the data of its examples', () => {
    for (const { name, code } of functions.filter(({ code }) => code.length > 0)) {
      const examples = segmentReference.operations.find((operation) => operation.name === name)?.examples ?? [];
      const calls = examples.map(({ input }) => ({ path: `app.integrations.segment.${name}`, input }));
      expect(code.flatMap((block) => callsOf(block, segmentReference.namespace))).toEqual(calls);
    }
  });
});

test('The tool list is one that an MCP client takes', () => {
  const { tools } = ListToolsResultSchema.parse({ tools: renderMcpTools(segmentReference) });
  expect(tools.filter(({ annotations }) => annotations?.readOnlyHint).map(({ name }) => name)).toEqual([
    'get_workspace',
    'list_sources',
    'get_source',
    'get_current_user',
    'verify_token',
  ]);
});

test('An agent reads the short reference for at most 1,300 tokens', () => {
  const result = createAgentDocs(segmentReference).read('app.integrations.segment');
  expect(result.found && result.page.tokens).toBeLessThanOrEqual(1300);
});
