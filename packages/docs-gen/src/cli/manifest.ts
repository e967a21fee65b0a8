/** The file that lists what a run rendered, so that the next one can remove what is no longer rendered. */
export const MANIFEST = '.docs-gen.json';

/** The manifest of these paths. */
export const writeManifest = (paths: readonly string[]): string =>
  `${JSON.stringify({ files: paths }, undefined, 2)}\n`;

/** The paths a manifest lists; none when there is no manifest or it is not one. */
export const readManifest = (manifest: string | undefined): string[] => {
  const files: unknown = manifest === undefined ? undefined : parse(manifest)?.files;
  return Array.isArray(files) ? files.filter((path) => typeof path === 'string').filter(isInside) : [];
};

// A merge can leave the file broken; then the next run only writes.
const parse = (manifest: string): { readonly files?: unknown } | undefined => {
  try {
    return JSON.parse(manifest) as { readonly files?: unknown };
  } catch {
    return undefined;
  }
};

/** Whether a path stays inside the folder it is relative to. */
export const isInside = (path: string): boolean =>
  path.split('/').every((part) => part !== '' && !/^\.+$/.test(part) && !part.includes('\\'));
