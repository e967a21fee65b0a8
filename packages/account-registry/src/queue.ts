/** Runs one body at a time within this process. */
export function createQueue(): (body: () => Promise<void>) => Promise<void> {
  let last = Promise.resolve();
  return (body) => {
    const done = last.then(body);
    last = done.catch(() => undefined);
    return done;
  };
}
