import { signal } from '@preact/signals-core';
import { standardWorkspace } from 'virtual:simulator';

import type { SimulatedWorkspace } from '../protocol/run-setup.js';

/** The workspace the next run starts with. */
export const workspace = signal<SimulatedWorkspace>(standardWorkspace);

/** Back to the workspace that the examples of the reference name. */
export const resetWorkspace = (): void => {
  workspace.value = standardWorkspace;
};
