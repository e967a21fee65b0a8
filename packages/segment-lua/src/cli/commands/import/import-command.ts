import { Command, InvalidArgumentError, Option } from '@commander-js/extra-typings';
import type { OnViolation } from '@moonwire/segment-sdk/plan';

import { ROW_FORMATS } from '../../../import/row-format.js';
import type { ShapeName } from '../../../import/shapes/index.js';
import { ACCOUNT, AT_URL, LIVE, PLAN, QUEUE, QUEUE_SYNC } from '../../session/session-options.js';
import type { FlagsOf } from '../../terminal/option-values.js';

const HELP = `
The map is a script that returns a function; it is called with each row and makes the calls that the row stands for:

  local segment = app.integrations.segment
  return function(row)
    segment.track({ event = "Order Completed", userId = row.user_id, properties = { revenue = tonumber(row.total) } })
  end

What Segment, RudderStack or a warehouse exported needs no map: --from makes the events again, with their ids, moments
and the order of each user.

Examples:
  $ segment-lua import orders.csv --map map.lua --live
  $ segment-lua import orders.csv --map map.lua --dry-run
  $ segment-lua import orders.csv --map map.lua --plan plan.json --live
  $ segment-lua import segment-logs/ --from segment-archive --live
  $ segment-lua import 'tracks/*.csv' identifies.csv --from warehouse --live
  $ gunzip -c orders.ndjson.gz | segment-lua import - --map map.lua --live --checkpoint orders.checkpoint
  $ segment-lua import orders.csv.failures.ndjson --map map.lua --live

With a plan every row is first taken through the map without sending, and you are told which rows break what. If some do,
nothing is sent until --on-violation says what becomes of them.

The files of a folder, or of a pattern, are read one after another in the order of their paths.

An import that was stopped or killed goes on where it was when the same command is run again. Rows that fail are written
to a file that can be imported again; those that could not be read are kept in it as text, and fail again.

Exit codes: 0 every row was imported; 1 some failed; 2 wrong usage; 130 interrupted.`;

/** Without their code, which is loaded with the command's. */
const EXPORTS = ['segment-archive', 'rudderstack', 'warehouse'] as const satisfies readonly ShapeName[];

const MODES = ['report', 'reject', 'omit'] as const satisfies readonly OnViolation[];

/** `segment-lua import <files...>`. */
export const declareImport = () =>
  new Command('import')
    .description(
      'Send the rows of a CSV, NDJSON or JSON file, gzipped or not, through a Lua function; any number of them.',
    )
    .argument('<files...>', 'the rows: files, folders, patterns; - reads standard input')
    .option('--map <script>', 'the script that returns the function')
    .addOption(new Option('--from <export>', 'the export that rows are of, in the place of a map').choices(EXPORTS))
    .option('--dry-run', 'take every row through the map, send nothing, and show the first events')
    .addOption(new Option('--format <format>', 'how rows are written (default: told by content)').choices(ROW_FORMATS))
    .option('--delimiter <character>', 'what separates the fields of CSV (default: told by content)', parseDelimiter)
    .option('--encoding <name>', 'like windows-1252 or utf-16le (default: told by content)', parseEncoding)
    .option('--checkpoint <file>', 'where progress is kept (default: FILE.checkpoint, of several import.checkpoint)')
    .option(
      '--failures <file>',
      'where rows that fail are written (default: FILE.failures.ndjson, of several import.failures.ndjson)',
    )
    .addOption(PLAN)
    .addOption(
      new Option(
        '--on-violation <what>',
        'send rows that break the plan as they are, keep them as failures, or leave out what breaks it',
      ).choices(MODES),
    )
    .addOption(LIVE)
    .addOption(AT_URL)
    .addOption(ACCOUNT)
    .addOption(QUEUE)
    .addOption(QUEUE_SYNC)
    .option('--json', 'print the summary as JSON')
    .addHelpText('after', HELP);

/** The options of `segment-lua import`. */
export type ImportFlags = FlagsOf<typeof declareImport>;

const parseDelimiter = (text: string): string => {
  const delimiter = ['\\t', 'tab'].includes(text) ? '\t' : text;
  if (delimiter.length === 1 && !'"\r\n'.includes(delimiter)) return delimiter;
  throw new InvalidArgumentError('Expected one character, or tab.');
};

const parseEncoding = (text: string): string => {
  try {
    return new TextDecoder(text).encoding;
  } catch {
    throw new InvalidArgumentError('Expected an encoding like utf-8, windows-1252, utf-16le or shift_jis.');
  }
};
