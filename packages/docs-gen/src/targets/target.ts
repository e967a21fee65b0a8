import type { Reference } from '../reference/reference.js';

/** A file as a target wants it written. */
export interface RenderedFile {
  /** Relative to the output folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** One kind of reference. Rendering is pure: the same reference gives the same bytes, anywhere. */
export interface Target {
  /** What progress lines call it: `'markdown'`. */
  readonly name: string;
  readonly render: (reference: Reference) => readonly RenderedFile[];
}

/** What `docs-gen.config.ts` exports as its default. */
export interface DocsConfig {
  readonly reference: Reference;
  /** Where files go, relative to the configuration file. */
  readonly outDir: string;
  /** Default: all of {@link standardTargets}. */
  readonly targets?: readonly Target[];
  /**
   * Files and folders whose changes make `--watch` render again, relative to the configuration file, which is always
   * watched.
   */
  readonly watch?: readonly string[];
}
