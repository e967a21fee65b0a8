declare module 'virtual:reference' {
  export const completion: import('@moonwire/docs-gen').Completion;
  export const markdown: string;
}
declare module 'virtual:simulator' {
  export const standardWorkspace: import('../protocol/run-setup.js').SimulatedWorkspace;
}
declare module 'virtual:limits' {
  export const sandboxLimits: Omit<import('../protocol/run-setup.js').RunLimits, 'maxRetries'>;
}
declare module 'virtual:library' {
  export const libraryNames: readonly string[];
  /** How each is called, and what it does, by name. */
  export const libraryTips: Readonly<Record<string, readonly [signature: string, summary: string]>>;
}
declare module 'virtual:script-worker' {
  export const workerAddress: string;
}
