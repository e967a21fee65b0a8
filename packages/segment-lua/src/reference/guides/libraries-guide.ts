import type { Guide } from '@moonwire/docs-gen';
import { type DescribedFunction, type DescribedValue, scriptLibrary } from '@moonwire/lua-bridge/library';

/** What hosts of Segment give to scripts besides. */
const ARGS: DescribedValue = {
  kind: 'value',
  name: 'args',
  type: 'table<string, any>',
  summary: 'Values that are given to the script, by name: --arg month=11 at the command line.',
  example: { code: 'print(args.month)', output: 'nil' },
};

/** What scripts find beside Segment's functions and Lua's own. */
export const ownGlobals: readonly (DescribedFunction | DescribedValue)[] = [...scriptLibrary.own, ARGS];

const writeSignature = (described: DescribedFunction | DescribedValue): string => {
  if (described.kind === 'value') return described.name;
  const { name, parameters, returns } = described;
  const taken = parameters.map((one) => `${one.name}${one.optional ? '?' : ''}`).join(', ');
  return `${name}(${taken}) → ${returns.map((one) => one.name).join(', ')}`;
};

const writeOwn = (described: DescribedFunction | DescribedValue): string => {
  const { summary, example } = described;
  return [
    `### \`${described.name}\``,
    ...(described.kind === 'function' ? [`\`${writeSignature(described)}\``] : []),
    summary,
    `\`\`\`lua\n${example.code}\n\`\`\``,
    `\`\`\`text\n${example.output}\n\`\`\``,
  ].join('\n\n');
};

/** Which of Lua's libraries scripts have, and what there is besides: `json`, `regex`, `parallel`, `dump`, `require`. */
export const librariesGuide: Guide = {
  name: 'libraries',
  title: 'What scripts have',
  summary: 'json, regex, parallel, dump, require, args, and which of Lua’s libraries there are',
  words: ['lua', 'library', 'json', 'regex', 'parallel', 'null'],
  text: [
    `Scripts are written in ${scriptLibrary.version}, with integers of 64 bits. They see the functions of Segment, what is below, and nothing of the computer: no files, no network, no environment.`,
    '## Lua’s own',
    '| Library | What is there |\n|---------|---------------|\n' +
      scriptLibrary.standard
        .map(({ name, summary }) => `| ${name === '' ? 'global' : `\`${name}\``} | ${summary.replaceAll('|', '\\|')} |`)
        .join('\n'),
    'Whoever uses what is not there is told by name: `io.open is not in this sandbox`.',
    '## Beside Lua’s own',
    ...ownGlobals.map(writeOwn),
  ].join('\n\n'),
};
