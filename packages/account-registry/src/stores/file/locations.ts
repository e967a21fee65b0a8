import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import process from 'node:process';

/**
 * Where a program's accounts lie by the XDG Base Directory rules: `$XDG_CONFIG_HOME/<app>/accounts.json`, by default
 * `~/.config/<app>/accounts.json`; on Windows `%APPDATA%\<app>\accounts.json`. A relative variable counts as absent.
 * @param app The program's name.
 * @param environment Default: `process.env`.
 */
export function accountsPath(
  app: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string {
  const variable = process.platform === 'win32' ? environment['APPDATA'] : environment['XDG_CONFIG_HOME'];
  const folder =
    variable !== undefined && isAbsolute(variable) ? variable : join(environment['HOME'] ?? homedir(), '.config');
  return join(folder, app, 'accounts.json');
}
