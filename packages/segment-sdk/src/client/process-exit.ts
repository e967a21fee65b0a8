interface NodeProcess {
  readonly pid: number;
  readonly on?: (event: 'beforeExit' | 'SIGTERM', listener: () => void) => void;
  readonly off?: (event: 'beforeExit' | 'SIGTERM', listener: () => void) => void;
  readonly kill: (pid: number, signal: 'SIGTERM') => void;
}

/** How long SIGTERM waits for deliveries, in milliseconds. */
const PATIENCE_MS = 10_000;

/**
 * In Node, runs `finish` when the process has nothing else to do and on SIGTERM, which is passed on afterwards.
 * @param isIdle Whether there is nothing to finish.
 * @returns A function that takes this back.
 */
export const beforeProcessExit = (finish: () => Promise<unknown>, isIdle: () => boolean): (() => void) => {
  const { process: node } = globalThis as { readonly process?: NodeProcess };
  const onExit = (): void => {
    if (!isIdle()) void finish();
  };
  const onSignal = (): void => {
    const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
    void Promise.race([finish(), patience]).finally(() => {
      takeBack();
      node?.kill(node.pid, 'SIGTERM');
    });
  };
  const takeBack = (): void => {
    node?.off?.('beforeExit', onExit);
    node?.off?.('SIGTERM', onSignal);
  };
  node?.on?.('beforeExit', onExit);
  node?.on?.('SIGTERM', onSignal);
  return takeBack;
};
