import { signal } from '@preact/signals-core';
import { standardWorkspace } from 'virtual:simulator';

/** A source of the simulated workspace. */
export interface SimulatedSource {
  readonly id: string;
  readonly name: string;
  readonly writeKey: string;
}

/** A user of the simulated workspace. */
export interface SimulatedUser {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** What the simulated Public API answers from. */
export interface SimulatedWorkspace {
  readonly slug: string;
  readonly name: string;
  readonly sources: readonly SimulatedSource[];
  readonly users: readonly SimulatedUser[];
}

/** The workspace the next run starts with. */
export const workspace = signal<SimulatedWorkspace>(standardWorkspace);

/** Back to the workspace that the examples of the reference name. */
export const resetWorkspace = (): void => {
  workspace.value = standardWorkspace;
};
