import type { Budget } from '../meter/budget.js';

/** The captured output of a run. */
interface Output {
  readonly write: (text: string, budget: Budget) => void;
  readonly text: () => string;
}

/** Captures what a script prints, within its limit, and passes it on as it comes. */
export const capture = (onOutput?: (text: string) => void): Output => {
  const pieces: string[] = [];
  return {
    write: (text, budget) => {
      budget.checkOutput(text.length);
      budget.outputBytes += text.length;
      pieces.push(text);
      onOutput?.(text);
    },
    text: () => pieces.join(''),
  };
};
