import { fileStem, type Target } from './target.js';
import { renderReference } from './targets/markdown.js';

/** Every target the package brings, in the order they are written. Leave some out or add your own in the configuration. */
export const standardTargets: readonly Target[] = [
  {
    name: 'markdown',
    render: (reference) => [{ path: `${fileStem(reference)}.md`, text: renderReference(reference) }],
  },
];
