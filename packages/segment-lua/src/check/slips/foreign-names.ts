const NOTHING = 'nothing is nil; in JSON it is json.null';
const CALLS_WAIT = 'a call waits for its answer by itself; parallel(…) makes several at once';
const NO_NETWORK = 'scripts reach only the functions of app.integrations.segment';
const NO_FILES = 'scripts read and write no files: values come in as args, results are printed or returned';
const NO_CLOCK = 'scripts do not wait: calls take their time by themselves';
const TABLES = 'a list or map is a table: { 1, 2 }, { name = value }';
const SEGMENT = 'it is app.integrations.segment: local segment = app.integrations.segment';
const CATCH = 'errors are caught with pcall: local ok, result = pcall(f, …)';
const NO_CLASSES = 'there are no classes: functions and tables do';
const DATES = 'the time is os.time() in seconds, os.date("!%Y-%m-%dT%H:%M:%SZ") as Segment takes it';
const COUNT = 'the length of a list or text is #value';
const PRINT = 'a line is printed with print(value)';
const LOOP = 'a loop does it: for i, item in ipairs(list) do … end';
const COPY = 'a loop copies them: for key, value in pairs(t) do … end';
const KEYS = 'a loop goes over them: for key, value in pairs(t) do … end';
const FOUND = 'a loop finds it: for _, item in ipairs(list) do if item == value then … end end';
const FORMAT = 'it is string.format("%s", value)';
const REPLACE = 'it is string.gsub(text, pattern, replacement)';
const SPLIT = 'a loop splits: for part in string.gmatch(text, "[^,]+") do … end';
const TRIM = 'it is string.match(text, "^%s*(.-)%s*$")';
const ROUND = 'it is math.floor(x + 0.5)';

type Hints = Readonly<Record<string, string>>;

const share = (names: string, hint: string): Hints => Object.fromEntries(names.split(' ').map((name) => [name, hint]));

/** What other languages, and Lua elsewhere, have as globals. */
export const FOREIGN_GLOBALS: Hints = {
  ...share('null undefined None nullptr NULL Null Nil NIL nill', NOTHING),
  ...share('NaN Infinity', 'it is 0/0, math.huge'),
  ...share('True TRUE', 'it is true'),
  ...share('False FALSE', 'it is false'),
  ...share('console puts echo printf println say log Console System fmt sprint', PRINT),
  ...share('JSON cjson dkjson rapidjson Json', 'it is json.encode(value), json.decode(text)'),
  ...share('fetch axios http https requests socket curl XMLHttpRequest urllib ngx httpc', NO_NETWORK),
  ...share('process env environ ENV Deno Bun', 'a script has no environment: values come in as args'),
  ...share('fs open file File path lfs', NO_FILES),
  ...share('input argv sys arg', 'values come in as args: args.name'),
  ...share('setTimeout setInterval setImmediate sleep wait delay', NO_CLOCK),
  ...share('Promise async await asyncio', CALLS_WAIT),
  ...share('Date datetime moment time date timestamp now', DATES),
  ...share('Math', 'it is math: math.floor(x), math.max(a, b), math.random()'),
  ...share('Object', KEYS),
  ...share('Array list tuple dict Map map Set set List Dict Table', TABLES),
  ...share('len length size count strlen sizeof', COUNT),
  ...share('parseInt parseFloat Number int float', 'it is tonumber(text), math.tointeger(x)'),
  ...share('String str toString', 'it is tostring(value)'),
  ...share('Boolean bool', 'it is value ~= nil, or not not value'),
  ...share('isNaN', 'it is x ~= x'),
  ...share('typeof isinstance instanceof', 'it is type(value) == "string"'),
  ...share('Error Exception throw raise panic die', 'an error is raised with error("message")'),
  ...share('try catch except finally rescue', CATCH),
  ...share('switch case match default', 'there is no switch: if … then … elseif … then … end'),
  ...share('this self super new class', NO_CLASSES),
  ...share(
    'import export module exports from include include_once use using',
    'nothing is imported: json, regex and app are there',
  ),
  ...share('const let var', 'a variable is declared with local: local x = 1'),
  ...share('def fn func lambda', 'a function is function name(x) … end'),
  ...share('continue pass', 'there is no continue: goto continue, with ::continue:: before the end of the loop'),
  ...share('range xrange', 'it is for i = 1, n do … end'),
  ...share('enumerate zip forEach foreach each', LOOP),
  ...share('filter reduce any all sorted reversed', LOOP),
  ...share('sum min max abs floor ceil round', 'it is math.floor(x), math.max(a, b); a sum is a loop'),
  ...share('append push', 'it is table.insert(list, value)'),
  ...share('split explode strsplit', SPLIT),
  ...share('trim strip', TRIM),
  ...share('join implode', 'it is table.concat(list, ", ")'),
  ...share('format sprintf f', 'it is string.format("%s", value), or texts joined with ..'),
  ...share('uuid crypto', 'an event gets its messageId by itself'),
  ...share('inspect pprint print_r var_dump serialize pp', 'dump(value) shows any value'),
  ...share('segment analytics Segment Analytics Integrations integrations client sdk api App', SEGMENT),
  ...share('unpack', 'it is table.unpack(list)'),
  ...share('loadstring', 'it is load(text)'),
  ...share('exit quit', 'a script ends with return, or with error("message")'),
};

/** Methods that other languages have, and what a script calls; `x.name()` and `x:name()` alike. */
export const FOREIGN_METHODS: Hints = {
  ...share('push append add push_back', 'it is table.insert(list, value)'),
  ...share('unshift prepend', 'it is table.insert(list, 1, value)'),
  ...share('pop', 'it is table.remove(list)'),
  ...share('shift', 'it is table.remove(list, 1)'),
  ...share('splice', 'it is table.remove(list, i), table.insert(list, i, value)'),
  ...share('join', 'it is table.concat(list, ", ")'),
  ...share('sort', 'it is table.sort(list)'),
  ...share('map filter reduce forEach foreach each flatMap flat every some', LOOP),
  ...share('keys values entries items hasOwnProperty', KEYS),
  ...share(
    'includes contains indexOf index find findIndex has',
    `${FOUND}; in a text it is string.find(text, part, 1, true)`,
  ),
  ...share('length size count len', COUNT),
  ...share('extend concat assign merge update', COPY),
  ...share('slice', 'it is { table.unpack(list, from, to) }, string.sub(text, from, to)'),
  ...share('reverse reversed', 'for i = #list, 1, -1 do … end goes backwards; a text is string.reverse(text)'),
  ...share('split', SPLIT),
  ...share('trim strip lstrip rstrip trimStart trimEnd', TRIM),
  ...share('replace replaceAll', REPLACE),
  ...share('toUpperCase toUpper upcase uppercase', 'it is string.upper(text)'),
  ...share('toLowerCase toLower downcase lowercase', 'it is string.lower(text)'),
  ...share('substring substr', 'it is string.sub(text, from, to)'),
  ...share('charAt at', 'it is string.sub(text, i, i)'),
  ...share('charCodeAt codePointAt', 'it is string.byte(text, i)'),
  ...share('startsWith startswith', 'it is text:sub(1, #part) == part'),
  ...share('endsWith endswith', 'it is text:sub(-#part) == part'),
  ...share('padStart padEnd ljust rjust zfill', 'it is string.format("%5s", text)'),
  ...share('repeat', 'it is string.rep(text, n)'),
  ...share('test exec matchAll', 'it is string.match(text, pattern), regex.match(text, pattern)'),
  ...share('toString', 'it is tostring(value)'),
  ...share('toFixed', 'it is string.format("%.2f", x)'),
  ...share('toISOString isoformat strftime', 'it is os.date("!%Y-%m-%dT%H:%M:%SZ")'),
  ...share('get', 'a field is read with a dot or brackets: t.name, t["any key"]'),
  ...share('then catch finally', CALLS_WAIT),
  ...share('call apply bind', 'a function is called with parentheses: f(x)'),
};

/** What is looked for in Lua's own tables. */
const FOREIGN_MEMBERS: Hints = {
  'math.round': ROUND,
  'math.rand': 'it is math.random()',
  'math.trunc': 'it is math.modf(x), math.tointeger(x)',
  'math.pow': 'it is x ^ y',
  'math.clamp': 'it is math.max(low, math.min(high, x))',
  'math.sign': 'it is x > 0 and 1 or x < 0 and -1 or 0',
  ...share('string.len_utf8 string.utf8len', 'it is utf8.len(text)'),
  ...share('string.contains string.includes string.indexOf', 'it is string.find(text, part, 1, true)'),
  ...share('string.sprintf', FORMAT),
  ...share('table.size table.length table.getn table.count table.len table.maxn', COUNT),
  ...share('table.push table.append table.add', 'it is table.insert(list, value)'),
  ...share('table.pop', 'it is table.remove(list)'),
  ...share('table.join', 'it is table.concat(list, ", ")'),
  ...share('table.contains table.includes table.indexOf table.find', FOUND),
  ...share('table.keys table.values', KEYS),
  ...share('table.copy table.clone table.deepcopy table.merge', COPY),
  ...share('table.map table.filter table.reduce table.foreach table.forEach table.foreachi table.each', LOOP),
  ...share('table.tostring table.dump table.print', 'dump(value) shows any value, json.encode(value) is JSON'),
  ...share('json.stringify json.dumps json.dump json.serialize json.tojson json.to_json', 'it is json.encode(value)'),
  ...share('json.parse json.loads json.load json.deserialize json.fromjson', 'it is json.decode(text)'),
  ...share('json.empty_array json.emptyArray', 'it is json.array({})'),
  ...share('os.sleep', NO_CLOCK),
  ...share('os.exit', 'a script ends with return, or with error("message")'),
  ...share('os.execute os.remove os.rename os.tmpname os.listdir os.path io.popen io.tmpfile', NO_FILES),
  ...share('io.open io.read io.lines io.input io.output io.close io.stdin', NO_FILES),
  ...share('io.print io.println io.printf', PRINT),
  ...share('os.now os.timestamp os.millis os.epoch', DATES),
  ...share('os.environ os.env', 'a script has no environment: values come in as args'),
  ...share('debug.print', PRINT),
  ...share('string.interpolate string.template', FORMAT),
};

/** Modules that are looked for, and what is there in their place. */
export const FOREIGN_MODULES: Hints = {
  ...share(
    'json cjson cjson.safe dkjson rapidjson lunajson rxi.json lua-cjson',
    'json is there without require: json.encode, json.decode',
  ),
  ...share('regex re rex_pcre rex lrexlib', 'regex is there without require: regex.match, regex.gsub'),
  ...share(
    'segment analytics analytics-node @segment/analytics-node app app.integrations.segment integrations',
    'app.integrations.segment is there without require',
  ),
  ...share(
    'socket socket.http ssl ssl.https http http.request https resty.http axios requests lua-requests luasocket copas',
    NO_NETWORK,
  ),
  ...share('lfs fs path posix', NO_FILES),
  ...share('os io string table math coroutine utf8 debug bit32 bit', 'it is there without require'),
  ...share('inspect pl.pretty serpent', 'dump(value) shows any value'),
  ...share('pl pl.tablex pl.stringx pl.List penlight lodash underscore moses', LOOP),
  ...share('date luatz time datetime moment', DATES),
  ...share('uuid lua-uuid crypto md5 sha1', 'an event gets its messageId by itself'),
  ...share('dotenv process', 'a script has no environment: values come in as args'),
};

/** The name of a method that no table of the script has: what is called in its place. */
export const explainMember = (library: string | undefined, name: string): string | undefined => {
  const path = `${library ?? ''}.${name}`;
  if (library !== undefined && Object.hasOwn(FOREIGN_MEMBERS, path)) return FOREIGN_MEMBERS[path];
  return Object.hasOwn(FOREIGN_METHODS, name) ? FOREIGN_METHODS[name] : undefined;
};
