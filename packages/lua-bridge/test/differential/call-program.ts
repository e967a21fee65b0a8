import { Choices } from './random.js';

/*
 * Random Lua programs that are all calls: functions that call each other with any number of arguments and results, in
 * every place where a call may stand, and end with calls; handlers that call them, comparators, iterators, coroutines;
 * and at any depth errors, tracebacks, yields and waits for the host.
 */

const FUNCTIONS = 8;
/*
 * Calls in a round. More could nest too deeply within natives; how deeply they may depends on when a run last stepped
 * aside.
 */
const MOST_CALLS = 120;
const DEEPEST_STATEMENT = 3;

/* Else handlers and functions would call each other for ever. */
const COUNT = `if calls > ${MOST_CALLS} then return calls end calls = calls + 1`;

const HANDLERS = ['__index', '__newindex', '__add', '__sub', '__concat', '__lt', '__le', '__eq', '__len', '__call'];

const FAULTS = [
  'error("on purpose")',
  'error("above", 2)',
  'error("far above", 3)',
  'error({ code = "a table" })',
  'local none none.field = 1',
  'return G.nothing()',
  'return {} + 1',
  'return #nil',
  'return {} < {}',
  'return "a" .. {}',
];

/* Native functions, some of which have a short way, give several results, or call back. */
const natives = (x: string, y: string): readonly string[] => [
  `tostring(${x})`,
  `type(${x})`,
  `select("#", ${x}, ${y})`,
  `select(2, ${x}, ${y}, ${x})`,
  'string.find("abcabc", "b")',
  '("k=v"):match("(%w)=(%w)")',
  '("abc"):byte(1, 3)',
  '("aba"):gsub("a", "x")',
  `("aba"):gsub("%w", function(c) return note("gsub", c) end)`,
  `assert(1, ${x})`,
  `rawequal(${x}, ${y})`,
  `next({ ${x} })`,
  `table.unpack({ ${x}, 2, ${y} })`,
  `table.remove({ ${x}, ${y} })`,
  `math.max(1, #tostring(${x}))`,
  `wait(${x})`,
  `pcall(wait, ${x})`,
  'debug.traceback("asked")',
  'debug.getinfo(1, "l").currentline',
];

/** Writes one program. */
class CallProgram {
  private readonly choices: Choices;
  private lines: string[] = [];
  private variables: string[] = [];
  private names = 0;
  private self = 0;
  private isVararg = false;

  constructor(seed: number) {
    this.choices = new Choices(seed);
  }

  write(): string {
    this.lines.push(
      'local calls, notes = 0, 0',
      'local function shown(x) if type(x) == "string" then return (x:gsub("0x%x+", "somewhere")) end',
      '  return type(x) == "table" and "table" or type(x) == "function" and "function" or tostring(x) end',
      'local function note(...) notes = notes + 1',
      '  if notes < 400 then local t = {} for i = 1, select("#", ...) do t[i] = shown((select(i, ...))) end',
      '  print(table.concat(t, " ")) end return ... end',
      'local KEPT',
      'local G = { a = 1, b = "two" }',
      'local M = {}',
      'local O, P = setmetatable({}, M), setmetatable({}, M)',
      `local ${this.all().join(', ')}`,
    );
    for (this.self = FUNCTIONS - 1; this.self >= 0; this.self--) this.writeFunction();
    for (const handler of HANDLERS) this.writeHandler(handler);
    this.lines.push(
      'for round = 1, 8 do',
      '  calls = 0 note("round", pcall(f0, round, "z", round * 2))',
      '  calls = 0 note("traced", xpcall(f1, debug.traceback, round))',
      '  calls = 0 local co = coroutine.create(f2) local given = round',
      '  for turn = 1, 6 do note("co", coroutine.resume(co, given)) given = turn',
      '    if coroutine.status(co) == "dead" then break end end',
      '  note(debug.traceback(co))',
      'end',
      'return notes',
    );
    return this.lines.join('\n');
  }

  private all(): string[] {
    return Array.from({ length: FUNCTIONS }, (_, n) => `f${n}`);
  }

  private writeFunction(): void {
    const parameters = Array.from({ length: this.choices.below(4) }, (_, n) => `p${this.self}_${n}`);
    this.isVararg = this.choices.once(4);
    this.variables = [...parameters];
    const list = this.isVararg ? [...parameters, '...'] : parameters;
    this.lines.push(`f${this.self} = function(${list.join(', ')})`);
    this.lines.push(COUNT);
    this.statements(this.choices.below(7) + 2, 0);
    this.lines.push(`return ${this.results()}`, 'end');
  }

  private writeHandler(handler: string): void {
    this.lines.push(`M.${handler} = function(a, b, c)`, COUNT);
    this.lines.push(`local r = f${5 + this.choices.below(3)}(${this.choices.of(['1', '"m"', 'type(b)'])})`);
    this.lines.push(`return ${this.choices.of(['r', 'r, 1', '7', 'f7(1)', 'note("handler", r)'])}`, 'end');
  }

  private statements(count: number, level: number): void {
    for (let n = 0; n < count; n++) this.statement(level);
  }

  /* What comes into being inside is not seen behind it. */
  private block(head: string, level: number, added: readonly string[] = []): void {
    const before = [...this.variables];
    this.lines.push(head);
    this.variables.push(...added);
    this.statements(1 + this.choices.below(2), level + 1);
    this.variables = before;
  }

  private statement(level: number): void {
    const kinds = [
      () => {
        this.declare();
      },
      () => {
        this.declare();
      },
      () => this.lines.push(`note("f${this.self}", ${this.expression()})`),
      () => this.lines.push(`${this.variable('KEPT')} = ${this.expression()}`),
      () => this.lines.push(`local _ = ${this.call()}`),
      () => {
        this.capture();
      },
      () =>
        this.lines.push(
          `G[${this.choices.of(['"a"', '"c"', '1', `${this.variable('2')} or 3`])}] = ${this.expression()}`,
        ),
      () => this.lines.push('if type(KEPT) == "function" then note("kept", KEPT()) end'),
      () => this.lines.push(`if notes % 9 == ${this.choices.below(9)} then ${this.choices.of(FAULTS)} end`),
      () =>
        this.lines.push(
          `if coroutine.isyieldable() then note("yield", pcall(coroutine.yield, ${this.variable('1')})) end`,
        ),
      () => this.lines.push(`O[${this.variable('1')} or 1] = ${this.expression()}`),
      () => {
        this.sort();
      },
      () => {
        if (level < DEEPEST_STATEMENT) this.nest(level);
      },
      () => {
        if (level < DEEPEST_STATEMENT) this.nest(level);
      },
    ];
    this.choices.of(kinds)();
  }

  private declare(): void {
    const names = this.choices.some(1, 3, () => `v${this.self}_${this.names++}`);
    this.lines.push(`local ${names.join(', ')} = ${this.choices.some(1, 2, () => this.expression()).join(', ')}`);
    this.variables.push(...names);
  }

  private capture(): void {
    const [captured, name] = [this.variable('notes'), `c${this.self}_${this.names++}`];
    this.lines.push(`local function ${name}() ${captured} = #tostring(${captured}) + 1 return ${captured} end`);
    this.lines.push(this.choices.once(2) ? `note(${name}())` : `KEPT = ${name}`);
    this.variables.push(name);
  }

  private sort(): void {
    const order = this.choices.of(['a < b', 'a > b', 'tostring(a) < tostring(b)', 'a < b, 1', `note("order", a) < b`]);
    const before = this.choices.of([
      '',
      'a = wait(a)',
      `local r = ${this.callee()}(a)`,
      'if a == 7 then error("7") end',
    ]);
    this.lines.push(
      `do local t = { 3, 1, 2, ${this.choices.below(9)}, 7, 5 }`,
      `note("sort", pcall(table.sort, t, function(a, b) ${before} return ${order} end)) note(table.concat(t, ",")) end`,
    );
  }

  private nest(level: number): void {
    const i = `i${this.self}_${this.names++}`;
    const kinds = [
      () => {
        this.block(`if ${this.expression()} then`, level);
        if (this.choices.once(3)) this.lines.push(`do return ${this.results()} end`);
        if (this.choices.once(2)) this.block('else', level);
      },
      () => {
        this.block(`for ${i} = 1, ${1 + this.choices.below(4)} do`, level, [i]);
        if (this.choices.once(3)) this.lines.push(`if ${this.expression()} then break end`);
      },
      () => {
        const iterated = `{ ${this.atom()}, 5, ${this.call()} }`;
        this.block(`for ${i}, ${i}v in ${this.choices.of(['ipairs', 'pairs'])}(${iterated}) do`, level, [i, `${i}v`]);
      },
    ];
    this.choices.of(kinds)();
    this.lines.push('end');
  }

  private variable(otherwise: string): string {
    return this.variables.length === 0 ? otherwise : this.choices.of(this.variables);
  }

  /* Functions call those behind them. */
  private callee(): string {
    return this.self < FUNCTIONS - 1
      ? `f${this.self + 1 + this.choices.below(FUNCTIONS - this.self - 1)}`
      : this.choices.of(['note', 'tostring', 'shown']);
  }

  private call(): string {
    const kinds = [
      () => `${this.callee()}(${this.args()})`,
      () => `${this.callee()}(${this.args()})`,
      () => this.choices.of(natives(this.variable('1'), this.variable('"y"'))),
      () => `pcall(${this.callee()}, ${this.variable('1')})`,
      () => `select(2, xpcall(${this.callee()}, debug.traceback, ${this.variable('1')}))`,
      () => `coroutine.wrap(${this.callee()})(${this.variable('1')})`,
    ];
    return this.choices.of(kinds)();
  }

  private args(): string {
    const args = this.choices.some(0, 3, () => this.atom());
    if (this.choices.once(4)) args.push(this.call());
    else if (this.isVararg && this.choices.once(3)) args.push('...');
    return args.join(', ');
  }

  private atom(): string {
    const x = this.variable('"none"');
    return this.choices.of([x, x, x, String(this.choices.below(10)), '"s"', 'nil', `{ ${x} }`, 'G.a', 'O', 'true']);
  }

  private expression(): string {
    const x = this.variable('1');
    const kinds = [
      () => this.atom(),
      () => this.call(),
      () => this.call(),
      () => `(${this.call()})`,
      () => `{ ${this.call()} }`,
      () => `#{ ${this.atom()}, ${this.call()} }`,
      () => `(tonumber(${x}) or 3) + 1`,
      () => `tostring(${x}) .. "c"`,
      () => this.choices.of([`O + ${x}`, '1 - O', 'O .. "z"', 'O < P', 'O <= P', 'O == P', '#O', `O(${x})`, 'O.field']),
      () => `${x} == ${this.variable('2')}`,
      () => `G[${x} or 1]`,
      () => `not ${x}`,
    ];
    return this.choices.of(kinds)();
  }

  private results(): string {
    const kinds = [
      () => '',
      () => this.expression(),
      () => this.call(),
      () => this.call(),
      () => `(${this.call()})`,
      () => `${this.atom()}, ${this.expression()}`,
      () => `${this.expression()}, ${this.atom()}, ${this.call()}`,
      () => (this.isVararg ? '...' : this.atom()),
    ];
    return this.choices.of(kinds)();
  }
}

/** A program that is all calls, the same one for the same seed. */
export const writeCalls = (seed: number): string => new CallProgram(seed).write();
