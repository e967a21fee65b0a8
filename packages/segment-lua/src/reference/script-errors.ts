import type { ReferenceError } from '@moonwire/docs-gen';
import { listErrors } from '@moonwire/segment-sdk';

const TRACK = 'app.integrations.segment.track({ event = "Signed Up", userId = "user-42" })';
const READ = 'app.integrations.segment.get_workspace({ slug = "my-workspace" })';
const GET_USER = 'app.integrations.segment.get_current_user({})';

/** What a script fails by, with or without a call; `pcall` catches none of `aborted`, `deadline` and `limit_…`. */
const OF_THE_SCRIPT: readonly ReferenceError[] = [
  { code: 'syntax', summary: 'The script is no Lua. Nothing of it was run.', example: 'local total =' },
  { code: 'runtime', summary: 'The script raised an error of its own, or one of Lua.', example: 'error("no total")' },
  {
    code: 'unknown_function',
    summary: 'There is no such function or account. The message says which was probably meant.',
    example: 'app.integrations.segment.trakc({})',
  },
  {
    code: 'unknown_module',
    summary: 'There is no such module to require.',
    example: 'require("shop.prices")',
  },
  {
    code: 'unknown_global',
    summary: 'Found by check, before a run: a name that nobody has set. In a run it is nil.',
    example: 'prnt("hello")',
  },
  {
    code: 'unknown_field',
    summary: 'Found by check, before a run: a result has no such field. In a run it is nil.',
    example: `print(${READ}.nmae)`,
  },
  {
    code: 'aborted',
    summary: 'The run was stopped: by Ctrl-C, Stop, or whoever runs the host.',
    example: 'while true do pcall(error) end',
  },
  {
    code: 'deadline',
    summary: 'The run was over its deadline, delivery included.',
    example: 'while true do pcall(error) end',
  },
  { code: 'limit_time', summary: 'It took longer than it may.', example: 'while true do pcall(error) end' },
  { code: 'limit_instructions', summary: 'It made more steps than it may.', example: 'while true do end' },
  {
    code: 'limit_memory',
    summary: 'It held more than it may. Work on a row at a time.',
    example: 'local all = {}\nwhile true do all[#all + 1] = { 1, 2, 3 } end',
  },
  { code: 'limit_string', summary: 'One string was longer than it may be.', example: 'print(#("x"):rep(100000000))' },
  {
    code: 'limit_output',
    summary: 'It printed more than it may.',
    example: 'while true do print(("x"):rep(1000)) end',
  },
  {
    code: 'limit_host_calls',
    summary: 'It made more calls than it may. Rows by the million are an import.',
    example: `while true do ${TRACK} end`,
  },
  {
    code: 'limit_call_depth',
    summary: 'Calls were inside of calls too deeply.',
    example: 'local function again() return again() + 1 end\nagain()',
  },
  {
    code: 'limit_source',
    summary: 'The script itself is too long. Give it its data by args, or as rows of an import.',
  },
  {
    code: 'limit_pattern',
    summary: 'One match took more steps than it may. regex takes linear time.',
    example: '(("a"):rep(40)):find(("a*"):rep(40) .. "b")',
  },
].map((error) => ({ ...error, operations: [] }));

/** A call that fails so, where the summary says in which surroundings. */
const EXAMPLES: Readonly<Record<string, string>> = {
  invalid_input: 'app.integrations.segment.track({ event = "Signed Up", userid = "user-42" })',
  missing_write_key: TRACK,
  event_too_large:
    'app.integrations.segment.track({\n  event = "Signed Up",\n  userId = "user-42",\n  properties = { note = ("x"):rep(40000) }\n})',
  not_delivered: TRACK,
  missing_api_token: READ,
  unauthorized: READ,
  forbidden: READ,
  not_found: 'app.integrations.segment.get_source({ slug = "my-workspace", id = "nope" })',
  current_user_unknown: GET_USER,
  rate_limited: READ,
  api_error: READ,
  network_error: READ,
  timeout: READ,
};

/** What a call of a script can fail with, as `err.code`, and what a run can, and what to do about it. */
export const scriptErrors: readonly ReferenceError[] = [
  ...listErrors().map((error) => {
    const example = EXAMPLES[error.code];
    return example === undefined ? error : { ...error, example };
  }),
  {
    code: 'plan_violation',
    summary:
      'The event breaks the tracking plan. err.violations lists what is wrong, each with type, field, message and suggestion.',
    example: 'app.integrations.segment.track({ event = "Sign Up", userId = "user-42" })',
    auth: 'writeKey',
  },
  {
    code: 'denied',
    summary: 'The policy of this run forbids the call. The message says who can change it.',
    example: TRACK,
  },
  ...OF_THE_SCRIPT,
];
