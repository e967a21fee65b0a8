import type { Guide } from '@moonwire/docs-gen';

import { type Slip, slips } from './slips.js';

const TITLES: Readonly<Record<Slip['about'], string>> = {
  calls: 'Calls of Segment',
  names: 'Names that are not there',
  values: 'Lists, texts and loops',
  syntax: 'Syntax',
};

/** How much of a script says what it is about. */
const lastLine = (code: string): string => code.trim().split('\n').at(-1) ?? '';

const isShort = ({ written, meant, about }: Slip): boolean => {
  const lines = about === 'calls' ? [lastLine(written), lastLine(meant)] : [written, meant];
  return lines.every((line) => line.length < 90 && !line.includes('\n'));
};

const quote = (code: string): string => (code.includes('`') ? `\`\` ${code} \`\`` : `\`${code}\``);

const writeGroup = (about: Slip['about']): string => {
  const rows = slips
    .filter((slip) => slip.about === about && isShort(slip))
    .map(({ written, meant }) => `- ${quote(lastLine(written))} → ${quote(lastLine(meant))}`);
  return [`## ${TITLES[about]}`, '', ...rows].join('\n');
};

/** What those write who know another language better, and what is meant. */
export const mistakesGuide: Guide = {
  name: 'mistakes',
  title: 'Usual mistakes',
  summary: 'What other languages have, and what to write here',
  text: [
    'A run that fails over one of these, and `check`, say what to write instead. `segment` stands for `app.integrations.segment`.',
    ...(['calls', 'names', 'values', 'syntax'] as const).map(writeGroup),
  ].join('\n\n'),
};
