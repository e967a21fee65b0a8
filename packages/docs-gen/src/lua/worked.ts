import type { WorkedExample } from '../reference/reference.js';
import { writeComment } from './example.js';

/** A worked example as a script, its title as a comment before it. */
export const renderWorked = ({ title, code }: Pick<WorkedExample, 'title' | 'code'>): string =>
  [...writeComment(title), trimLines(code)].join('\n');

/** A text without the empty lines around it. */
export const trimLines = (text: string): string => text.replace(/^\n+|\s+$/g, '');
