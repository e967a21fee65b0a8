import { Choices } from './random.js';

/*
 * Random Lua programs that end, the same ones for the same seed: numbers of both kinds and beyond both, strings, tables
 * with and without handlers, closures over loop variables, all loops, jumps, calls with any number of arguments and
 * results, errors with and without somebody to catch them, coroutines, waits for the host.
 */

const CONSTANTS = [
  '0',
  '1',
  '2',
  '3',
  '-1',
  '7',
  '10',
  '0.5',
  '2.0',
  '-0.0',
  '1e15',
  '3.75',
  '100',
  '9007199254740991',
  '1 << 62',
  'math.maxinteger',
  'math.mininteger',
  '0/0',
  '1/0',
  '"a"',
  '"10"',
  '"0x10"',
  '"key"',
  '"x"',
  '""',
  'nil',
  'true',
  'false',
];
const NUMBERS = CONSTANTS.slice(0, 15);
const ARITHMETIC = ['+', '-', '*', '+', '-', '*', '/', '%', '//', '^', '&', '|', '~', '<<', '>>', '..'];
const COMPARISONS = ['<', '<=', '>', '>=', '==', '~='];
const FIELDS = ['x', 'y', 'n', 'key'];

/** Deepest nesting of statements and of expressions. */
const DEEPEST = 4;

/** Writes one program. */
class Program {
  private readonly choices: Choices;
  private readonly lines: string[] = [];
  private locals: string[] = [];
  private readonly functions: string[] = [];
  private names = 0;
  private loops = 0;
  private isVararg = false;

  constructor(seed: number) {
    this.choices = new Choices(seed);
  }

  write(): string {
    this.lines.push(PRELUDE);
    for (let n = 1 + this.choices.below(4); n > 0; n--) this.function();
    for (let n = 3 + this.choices.below(5); n > 0; n--) this.statement(0);
    for (const name of this.functions) {
      const call = `${name}(${this.list(2)})`;
      this.lines.push(this.choices.chance(0.8) ? `show(pcall(function() return ${call} end))` : `show(${call})`);
    }
    if (this.choices.chance(0.15)) this.lines.push(`show(${this.expression(0)})`);
    return this.lines.join('\n');
  }

  private name(): string {
    return `v${this.names++}`;
  }

  private block(depth: number, prepare: () => void = () => undefined): void {
    const { locals } = this;
    this.locals = [...locals];
    prepare();
    for (let n = 1 + this.choices.below(4); n > 0; n--) this.statement(depth + 1);
    this.locals = locals;
  }

  private function(): void {
    const name = `f${this.functions.length}`;
    const params = Array.from({ length: this.choices.below(4) }, () => this.name());
    const isVararg = this.choices.chance(0.25);
    const { locals, isVararg: outer } = this;
    this.lines.push(`local function ${name}(${[...params, ...(isVararg ? ['...'] : [])].join(', ')})`);
    this.lines.push('depth = depth + 1 if depth > 12 then depth = depth - 1 return 1 end');
    this.locals = [...params];
    this.isVararg = isVararg;
    this.functions.push(name);
    this.block(1);
    this.lines.push('depth = depth - 1');
    this.lines.push(this.result());
    this.lines.push('end');
    this.locals = locals;
    this.isVararg = outer;
  }

  private result(): string {
    if (this.choices.chance(0.2)) return `do return ${this.call(1)} end`;
    if (this.isVararg && this.choices.chance(0.3)) return 'do return ... end';
    return this.choices.chance(0.1) ? 'do return end' : `do return ${this.list(2)} end`;
  }

  private list(most: number): string {
    const items = Array.from({ length: this.choices.below(most + 1) }, () => this.expression(2));
    if (this.isVararg && this.choices.chance(0.15)) items.push('...');
    return items.length === 0 ? this.expression(2) : items.join(', ');
  }

  private statement(depth: number): void {
    const kinds = depth >= DEEPEST ? SIMPLE : ALL;
    this[this.choices.of(kinds)](depth);
  }

  declare(): void {
    const count = 1 + this.choices.below(2);
    const names = Array.from({ length: count }, () => this.name());
    this.lines.push(`local ${names.join(', ')} = ${this.list(2)}`);
    this.locals.push(...names);
  }

  assign(): void {
    const to = this.choices.chance(0.5) && this.locals.length > 0 ? this.choices.of(this.locals) : this.place();
    this.lines.push(`${to} = ${this.expression(0)}`);
  }

  swap(): void {
    if (this.locals.length < 2) return;
    this.lines.push(
      `${this.choices.of(this.locals)}, ${this.choices.of(this.locals)} = ${this.expression(1)}, ${this.expression(1)}`,
    );
  }

  show(): void {
    this.lines.push(`show(${this.list(3)})`);
  }

  callIt(): void {
    this.inOwnFunction(() => this.lines.push(`guard(function() ${this.call(1)} end)`));
  }

  /* A function inside another one does not see its `...`. */
  private inOwnFunction(write: () => void): void {
    const { isVararg } = this;
    this.isVararg = false;
    write();
    this.isVararg = isVararg;
  }

  test(depth: number): void {
    this.lines.push(`if ${this.condition()} then`);
    this.block(depth);
    if (this.choices.chance(0.3)) {
      this.lines.push(`elseif ${this.condition()} then`);
      this.block(depth);
    }
    if (this.choices.chance(0.5)) {
      this.lines.push('else');
      this.block(depth);
    }
    this.lines.push('end');
  }

  numericLoop(depth: number): void {
    const variable = this.name();
    const bounds = this.choices.of([
      '1, 6',
      '6, 1, -1',
      '1, #list',
      '1, 2, 0.5',
      '3, 1',
      '-2, 2',
      'math.maxinteger - 2, math.maxinteger',
      '1.0, 4',
      '1, 6, record.x and 2 or 3',
      '6, 1, record.missing and 1 or -2',
    ]);
    const isPlain = this.choices.chance(0.8);
    const write = (): void => {
      const range = isPlain ? bounds : `${this.expression(2)}, ${this.choices.of(NUMBERS.slice(0, 6))}`;
      this.lines.push(`for ${variable} = ${range} do`);
      this.round(depth, () => this.locals.push(variable));
      this.lines.push('end');
    };
    if (isPlain) write();
    else {
      this.lines.push('guard(function()');
      this.inOwnFunction(write);
      this.lines.push('end)');
    }
  }

  genericLoop(depth: number): void {
    const [key, value] = [this.name(), this.name()];
    const source = this.choices.of([
      'ipairs(list)',
      'pairs(record)',
      'each(4)',
      'coroutine.wrap(function() for i = 1, 3 do coroutine.yield(i, i * 1.5) end end)',
      'ipairs(object)',
    ]);
    this.lines.push(`for ${key}, ${value} in ${source} do`);
    this.round(depth, () => this.locals.push(key, value));
    this.lines.push('end');
  }

  whileLoop(depth: number): void {
    const counter = `c${this.loops}`;
    const isRepeat = this.choices.chance(0.4);
    this.lines.push(
      `local ${counter} = 0`,
      isRepeat ? 'repeat' : `while ${counter} < ${1 + this.choices.below(6)} and ${this.condition()} do`,
    );
    this.lines.push(`${counter} = ${counter} + 1`);
    this.round(depth, () => undefined);
    this.lines.push(isRepeat ? `until ${counter} >= ${1 + this.choices.below(5)} or ${this.condition()}` : 'end');
  }

  private round(depth: number, prepare: () => void): void {
    const label = `l${this.loops++}`;
    this.lines.push('tick()');
    const goes = this.choices.chance(0.3);
    if (goes) this.lines.push('do');
    this.block(depth, prepare);
    if (goes) this.lines.push(`if ${this.condition()} then goto ${label} end`);
    if (this.choices.chance(0.2)) this.lines.push(`if ${this.condition()} then break end`);
    if (goes) this.lines.push('end', `::${label}::`);
  }

  closure(depth: number): void {
    const name = this.name();
    const param = this.name();
    this.lines.push(`local ${name} = function(${param})`);
    this.inOwnFunction(() => {
      this.block(depth + 1, () => this.locals.push(param));
      this.lines.push(`do return ${this.expression(1)} end`, 'end');
    });
    this.lines.push(`keep[#keep + 1] = ${name}`, `guard(${name}, ${this.expression(2)})`);
    this.locals.push(name);
  }

  catch(depth: number): void {
    this.lines.push('guard(function()');
    this.inOwnFunction(() => {
      this.block(depth);
      if (this.choices.chance(0.3)) this.lines.push(`error(${this.expression(2)})`);
    });
    this.lines.push('end)');
  }

  kept(): void {
    this.lines.push('for i = #keep, 1, -1 do guard(keep[i], i) end');
  }

  private place(): string {
    return this.choices.of([
      `record.${this.choices.of(FIELDS)}`,
      'list[#list + 1]',
      `list[${this.expression(3)}]`,
      `object.${this.choices.of(FIELDS)}`,
      `record[${this.expression(3)}]`,
      'global',
      `${this.locals.length > 0 ? this.choices.of(this.locals) : 'record'}.x`,
    ]);
  }

  private condition(): string {
    const inner = (): string =>
      this.choices.chance(0.7)
        ? `${this.expression(3)} ${this.choices.of(COMPARISONS)} ${this.expression(3)}`
        : this.expression(2);
    return this.choices.chance(0.2) ? `${inner()} ${this.choices.of(['and', 'or'])} not (${inner()})` : inner();
  }

  private call(depth: number): string {
    if (this.functions.length > 0 && this.choices.chance(0.5))
      return `${this.choices.of(this.functions)}(${this.list(3)})`;
    const a = this.expression(depth + 1);
    return this.choices.of([
      `select(${this.choices.of(['1', '2', '-1', '"#"'])}, ${this.list(3)})`,
      `tostring(${a})`,
      `math.floor(${a})`,
      `object:get(${a})`,
      `object:add(${a})`,
      `string.rep("abc", 2, ${a})`,
      `text:rep(${this.choices.of(['2', '0', '"1"'])})`,
      `wait(${a})`,
      `pcall(wait, ${a})`,
      `string.format("%s|%d", ${a}, ${this.choices.of(NUMBERS)})`,
      `type(${a})`,
      `rawequal(${a}, ${a})`,
      `sorted(${a})`,
      `coroutine.wrap(function(...) return coroutine.yield(...) end)(${a})`,
    ]);
  }

  private expression(depth: number): string {
    if (depth >= DEEPEST - 1 || this.choices.chance(0.3)) return this.leaf();
    const next = (): string => this.expression(depth + 1);
    return this.choices.of([
      () => `(${next()} ${this.choices.of(ARITHMETIC)} ${next()})`,
      () => `(${next()} ${this.choices.of(ARITHMETIC)} ${next()})`,
      () => `(${next()} ${this.choices.of(COMPARISONS)} ${next()})`,
      () => `(${next()} ${this.choices.of(['and', 'or'])} ${next()})`,
      () => `(${this.choices.of(['- ', 'not ', '~', '#'])}${next()})`,
      () => `#${this.choices.of(['list', 'record', 'text', 'object'])}`,
      () => this.call(depth),
      () => `(${this.call(depth)})`,
      () => `({${next()}, x = ${next()}, ${next()}}).x`,
      () => `({${next()}, ${this.call(depth)}})[2]`,
    ])();
  }

  private leaf(): string {
    const choice = this.choices.next();
    if (choice < 0.4 && this.locals.length > 0) return this.choices.of(this.locals);
    if (choice < 0.55) return this.choices.of(NUMBERS.slice(0, 8));
    if (choice < 0.75) return this.choices.of(CONSTANTS);
    return this.choices.of([
      'record.x',
      'record.y',
      'list[1]',
      'list[2]',
      'object',
      'object.x',
      'global',
      'object.missing',
      'record[1]',
    ]);
  }
}

const SIMPLE = ['declare', 'assign', 'assign', 'swap', 'show', 'callIt', 'declare'] as const;
const ALL = [
  ...SIMPLE,
  'test',
  'numericLoop',
  'genericLoop',
  'whileLoop',
  'closure',
  'catch',
  'kept',
  'numericLoop',
] as const;

/* What they all begin with. Rounds of all loops together are bounded by `tick`. */
const PRELUDE = `local depth, ticks, keep = 0, 0, {}
local wait = wait or function(...) return ... end
local function plain(v) local t = type(v) if t == "table" or t == "function" or t == "thread" then return t end return tostring(v) end
local function show(...) local t = {} for i = 1, select("#", ...) do t[i] = plain((select(i, ...))) end print(table.concat(t, " ")) end
local function tick() ticks = ticks + 1 if ticks > 150 then error("enough", 0) end end
local nested = 0
local function guard(f, ...) if nested > 12 then return end local before, outer = depth, nested nested = nested + 1 show(pcall(f, ...)) depth, nested = before, outer end
local function each(n) return function(_, i) if i < n then return i + 1, i * 2 end end, nil, 0 end
local function sorted(v) local t = {3, 1, 2, v} local ok, err = pcall(table.sort, t, function(a, b) return a < b end) if not ok then return "unsorted" end return t[1] end
local Base = {} Base.__index = Base
function Base:get(k) return self.values[k] end
function Base:add(n) self.n = self.n + n return self.n end
local Class = setmetatable({}, Base) Class.__index = function(t, k) if k == "missing" then return nil end return Base[k] end
Class.__add = function(a, b) return type(a) .. type(b) end Class.__concat = function(a, b) return "joined" end
Class.__lt = function(a, b) return wait(true) end Class.__eq = function() return true end Class.__len = function() return wait(4) end
Class.__call = function(self, a) return a end Class.__unm = function() return "minus" end
Class.__newindex = function(t, k, v) rawset(t, k, wait(v)) end Class.__tostring = function() return "object" end
local object = setmetatable({n = 1, values = {1, 2, x = 3}}, Class)
local text, record, list = "four", {x = 1, y = 2.5}, {1, 2.5, "three", 4}`;

/** The program of a seed. */
export const writeProgram = (seed: number): string => new Program(seed).write();
