/*
 * An engine lets garbage grow to several times what is live before it looks for it: a script that makes and drops 20 MB
 * again and again holds 300 MB of the process. No engine offers collection to programs, but all of them count memory
 * outside of their heap, and collect sooner when much was taken at once. The buffer is never written to, so the
 * operating system does not provide it.
 */
const PRESSURE_BYTES = 96 * 1024 * 1024;

/**
 * Makes the engine's garbage collector start early. Where that much address space is not to be had, it does nothing.
 */
export const askForCollection = (): number => {
  try {
    return new ArrayBuffer(PRESSURE_BYTES).byteLength;
  } catch {
    return 0;
  }
};
