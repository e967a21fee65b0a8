import { placeProblem, type Problem } from '../script/problem.js';
import { callRules } from './call-slips.js';
import type { CodeContext } from './code-context.js';
import { valueRules } from './value-slips.js';

/** Finds what is Lua and is not meant. */
export const findCodeSlips = (context: CodeContext): Problem[] => {
  const rules = [...callRules(context), ...valueRules(context)];
  return context.nodes.flatMap((node) => {
    for (const rule of rules) {
      const found = rule(node);
      if (found) return [placeProblem(found.at ?? node, { code: 'mistake', ...found })];
    }
    return [];
  });
};
