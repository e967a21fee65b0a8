/** One of several things to be done; it may be tried again after it failed. */
export type Step = () => Promise<void> | void;

/**
 * A function that does all steps, one after another. Called again after a failure it goes on with the step that failed;
 * called while it is at work it joins in, and afterwards it does nothing.
 */
export const inSteps = (steps: readonly Step[]): (() => Promise<void>) => {
  let done = 0;
  let working: Promise<void> | undefined;
  const work = async (): Promise<void> => {
    try {
      for (; done < steps.length; done += 1) await steps[done]?.();
    } finally {
      working = undefined;
    }
  };
  return () => (working ??= work());
};
