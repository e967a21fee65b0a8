// What a user's node_modules holds after an installation: packages and bytes.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const npm = (cwd, ...args) =>
  execFileSync('npm', [...args, '--no-audit', '--no-fund', '--ignore-scripts'], {
    cwd,
    stdio: ['ignore', 'pipe', 'ignore'],
  });

/** The tarball that `npm publish` would send, in a folder. */
const pack = (folder, into) =>
  join(into, JSON.parse(npm(folder, 'pack', '--json', '--pack-destination', into))[0].filename);

/** @param what A name for the registry, or the folder of a package that is packed first. */
export const measureInstall = (what) => {
  const folder = mkdtempSync(join(tmpdir(), 'install-size-'));
  try {
    writeFileSync(join(folder, 'package.json'), '{}');
    npm(folder, 'install', what.startsWith('/') ? pack(what, folder) : what);
    const root = join(folder, 'node_modules');
    const entries = readdirSync(root, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    const bytes = files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
    const packages = Object.keys(
      JSON.parse(npm(folder, 'ls', '--all', '--json', '--parseable=false')).dependencies,
    ).length;
    const all = npm(folder, 'ls', '--all', '--parseable').toString().trim().split('\n').length - 1;
    return { packages: Math.max(packages, all), files: files.length, bytes };
  } finally {
    rmSync(folder, { recursive: true });
  }
};
