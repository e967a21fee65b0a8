#!/usr/bin/env node
import { Command, CommanderError, Option } from 'commander';
import pc from 'picocolors';

import { check, generate } from './cli/commands.js';
import { loadConfig, UsageError } from './cli/load-config.js';
import { watch } from './cli/watch.js';

interface Options {
  readonly config: string;
  readonly check?: true;
  readonly watch?: true;
}

const program = new Command('docs-gen')
  .description('Render every reference of a table of operations')
  .option('-c, --config <file>', 'configuration to read (TypeScript or JavaScript)', 'docs-gen.config.ts')
  .option('--check', 'write nothing; exit 1 with a unified diff if a file is out of date')
  .addOption(
    new Option('--watch', 'render again when the configuration, or what it says to watch, changes').conflicts('check'),
  )
  .addHelpText(
    'after',
    '\nExit codes: 0 done or up to date, 1 out of date or failed, 2 wrong usage.\nSet NO_COLOR to print without colours.',
  )
  .exitOverride();

const main = async (): Promise<number> => {
  const options = program.parse().opts<Options>();
  const config = await loadConfig(options.config);
  if (options.watch) return watch(config);
  return options.check ? check(config) : generate(config);
};

const exitCodeOf = (error: unknown): number => {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${pc.red('✗')} ${message}\n`);
  return error instanceof UsageError ? 2 : 1;
};

process.exitCode = await main().catch(exitCodeOf);
