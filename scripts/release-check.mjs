// Rehearses a release offline: in a throwaway clone, `changeset version`, then a dry publish of every public package.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const unreachable = 'http://127.0.0.1:9';

function manifestOf(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}

function publicPackages(checkout) {
  return readdirSync(join(checkout, 'packages'))
    .map((name) => join(checkout, 'packages', name))
    .filter((folder) => !manifestOf(folder).private);
}

function cloneTo(folder) {
  execFileSync('git', ['clone', '--quiet', root, folder]);
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
}

function version(checkout) {
  execFileSync(process.execPath, ['node_modules/@changesets/cli/bin.js', 'version'], { cwd: checkout, stdio: 'pipe' });
}

/** What is wrong with one package after `changeset version`, compared with the one before. */
function faultsOf(before, after) {
  const { name, version: was } = manifestOf(before);
  const { version: is, dependencies = {} } = manifestOf(after);
  const loose = Object.entries(dependencies).filter(
    ([dependency, range]) => dependency.startsWith('@moonwire/') && range === '*',
  );
  return [
    ...(was !== is && !existsSync(join(after, 'CHANGELOG.md')) ? [`${name}: ${was} → ${is} has no changelog`] : []),
    ...loose.map(([dependency]) => `${name}: depends on ${dependency} of any version`),
  ];
}

/** `npm publish --dry-run` on the real folder (which is built), towards a registry that no one answers. */
function publishDry(folder) {
  const options = [
    'publish',
    '--dry-run',
    '--json',
    '--access',
    'public',
    '--registry',
    unreachable,
    '--fetch-retries=0',
  ];
  const said = execFileSync('npm', options, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const { files } = Object.values(JSON.parse(said)).find((value) => value.files) ?? JSON.parse(said);
  return files.map((file) => file.path);
}

function missingFiles(folder) {
  const shipped = publishDry(folder);
  return ['package.json', 'README.md', 'LICENSE', 'dist/index.js', 'dist/index.cjs', 'dist/index.d.ts']
    .filter((path) => !shipped.includes(path))
    .map((path) => `${manifestOf(folder).name}: would be published without ${path}`);
}

const checkout = mkdtempSync(join(tmpdir(), 'moonwire-release-'));

try {
  cloneTo(checkout);
  version(checkout);
  const faults = publicPackages(checkout).flatMap((after) => {
    const before = join(root, 'packages', after.split(/[\\/]/).at(-1));
    console.log(`${manifestOf(after).name} ${manifestOf(before).version} → ${manifestOf(after).version}`);
    return [...faultsOf(before, after), ...missingFiles(before)];
  });
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length > 0 ? 1 : 0;
} finally {
  rmSync(checkout, { recursive: true, force: true });
}
