import { spawnSync } from 'node:child_process';
import process from 'node:process';

const needed = [
  { program: 'redis-server', debianPackage: 'redis-server' },
  { program: 'gnome-keyring-daemon', debianPackage: 'gnome-keyring' },
  { program: 'dbus-run-session', debianPackage: 'dbus-daemon' },
  { program: 'dbus-send', debianPackage: 'dbus-bin' },
];

const isThere = ({ program }) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

/**
 * Brings the programs that the tests of Redis and of the keyring start: as root on Debian by apt-get, else it says what
 * to install.
 */
export default function bringSystemPackages() {
  const missing = needed.filter((each) => !isThere(each)).map(({ debianPackage }) => debianPackage);
  if (missing.length === 0) return;
  const isDebianRoot = process.getuid?.() === 0 && isThere({ program: 'apt-get' });
  if (isDebianRoot) {
    const command = `apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends ${missing.join(' ')}`;
    spawnSync('sh', ['-c', command], { stdio: ['ignore', 'ignore', 'inherit'] });
  }
  const still = needed.filter((each) => !isThere(each)).map(({ program }) => program);
  if (still.length > 0)
    throw new Error(`The tests need ${still.join(', ')}; install ${missing.join(' ')} and run them again`);
}
