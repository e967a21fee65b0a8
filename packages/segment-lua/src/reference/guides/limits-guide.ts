import type { Guide } from '@moonwire/docs-gen';
import { defaultLimits } from '@moonwire/lua-bridge';

const mebibytes = (bytes: number): string => `${bytes / 1024 ** 2} MiB`;
const counted = (count: number): string => count.toLocaleString('en-US');

const limits: readonly (readonly [code: string, what: string, limit: string])[] = [
  ['limit_time', 'Time of a run, waiting included', `${defaultLimits.timeMs / 1000} s`],
  ['limit_instructions', 'Instructions of the Lua machine', counted(defaultLimits.instructions)],
  ['limit_memory', 'Memory', mebibytes(defaultLimits.memoryBytes)],
  ['limit_string', 'One string', mebibytes(defaultLimits.stringBytes)],
  ['limit_output', 'What print writes', mebibytes(defaultLimits.outputBytes)],
  ['limit_host_calls', 'Calls of the functions above', counted(defaultLimits.hostCalls)],
  ['limit_call_depth', 'Calls inside calls', counted(defaultLimits.callDepth)],
  ['limit_source', 'The script itself', mebibytes(defaultLimits.sourceBytes)],
  ['limit_pattern', 'Steps of one pattern match', counted(defaultLimits.patternSteps)],
];

/** What a script may use up, and what Segment takes. */
export const limitsGuide: Guide = {
  name: 'limits',
  title: 'Limits',
  summary: 'What a script may use up, and what Segment takes',
  text: [
    'A run that goes over a limit ends with its code; `pcall` does not catch it.',
    '| Code | What | Default |\n|------|------|---------|',
  ]
    .join('\n\n')
    .concat(`\n${limits.map(([code, what, limit]) => `| \`${code}\` | ${what} | ${limit} |`).join('\n')}`)
    .concat(
      '\n\n## Segment\n\n- An event takes at most 32 KB.\n- Events are sent in batches; a run ends when all of them are delivered or reported.\n',
    ),
};
