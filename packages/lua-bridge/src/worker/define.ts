/** Sets a property of an object, whatever its name. */
export const define = (object: Record<string | number, unknown>, key: string | number, value: unknown): void => {
  // Assigning to `__proto__` would set the prototype.
  if (key === '__proto__')
    Object.defineProperty(object, key, { value, enumerable: true, writable: true, configurable: true });
  else object[key] = value;
};
