import { expect, test } from '@jest/globals';
import { ListToolsResultSchema } from '@modelcontextprotocol/sdk/types.js';
import { createAgentDocs, renderMcpTools } from '@moonwire/docs-gen';

import { segmentReference } from '../../src/index.js';

test('The tool list is one that an MCP client takes', () => {
  const { tools } = ListToolsResultSchema.parse({ tools: renderMcpTools(segmentReference) });
  expect(tools.filter(({ annotations }) => annotations?.readOnlyHint).map(({ name }) => name)).toEqual(
    segmentReference.operations.filter(({ effect }) => effect === 'read').map(({ name }) => name),
  );
  expect(tools).toHaveLength(segmentReference.operations.length);
});

test('An agent reads the short reference for at most 1,300 tokens', () => {
  const result = createAgentDocs(segmentReference).read('app.integrations.segment');
  expect(result.found && result.page.tokens).toBeLessThanOrEqual(1300);
});
