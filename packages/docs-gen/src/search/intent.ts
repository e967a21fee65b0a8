import { splitWords } from './words.js';

/** What somebody wants who asks: to know something, to change something, or one cannot tell. */
type Intent = 'know' | 'change' | 'unclear';

const HOW_TO = /^(how (do|can|could|should|would|to)|(can|could|may) (i|we)|i|we|please|help)\b/;
const ASKING =
  /^(what|which|who|whom|whose|where|when|why|how (many|much|often|big|long|far)|is|are|was|were|has|have|does|do|did|show|list|see|view|find|look|give me|tell|get|read|check)\b/;
const LOOKING = /^(i|we|want|need|to|see|list|show|find|get|read|view|check|know|look|tell|out|the|a)\b/;

const readIntent = (query: string): Intent => {
  const asked = splitWords(query).join(' ');
  const [howTo] = HOW_TO.exec(asked) ?? [];
  if (howTo === undefined) return ASKING.test(asked) ? 'know' : 'unclear';
  const rest = asked
    .slice(howTo.length)
    .trim()
    .replace(/^((i|we|me|one|you|want|need|to|like)\s)+/, '');
  return LOOKING.test(rest) ? 'know' : 'change';
};

const UNWANTED = 0.75;

/** How much what changes something, and what only reads, counts for a question: one of them less where it is clear. */
export const weighEffects = (query: string): Readonly<Record<'reads' | 'changes', number>> => {
  const intent = readIntent(query);
  return { reads: intent === 'change' ? UNWANTED : 1, changes: intent === 'know' ? UNWANTED : 1 };
};
