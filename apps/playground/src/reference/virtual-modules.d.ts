declare module 'virtual:reference' {
  export const completion: import('./completion-data.js').CompletionData;
  export const markdown: string;
}
declare module 'virtual:simulator' {
  export const standardWorkspace: import('../state/workspace.js').SimulatedWorkspace;
  export const standardAccounts: readonly string[];
  export const libraryNames: readonly string[];
}
