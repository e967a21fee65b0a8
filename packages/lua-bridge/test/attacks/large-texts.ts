/* Each makes a text as long as texts may be and hands it, again and again, to something made for short ones. */
const withText = (body: string): string => `local s = ('é'):rep(2e6) while true do ${body} end`;

/** Texts of four megabytes where a few letters are expected. */
export const largeTexts: Record<string, string> = {
  'as an error': withText('pcall(error, s)'),
  'as an error of a coroutine': withText('pcall(coroutine.wrap(function() error(s) end))'),
  'as an error of assert, xpcall and a callback': withText(
    'pcall(assert, false, s) xpcall(error, error, s) pcall(host.call, function() error(s) end)',
  ),
  'as the name of a module': withText('pcall(require, s)'),
  'as a date and as the parts of one': withText('pcall(os.date, s) pcall(os.time, {year = s, month = s, day = s})'),
  'as the mode and the name of a chunk': withText(
    "pcall(load, 'x', 'x', s) load('x = = 1', s) load('x = = 1', '@' .. s:sub(2)) load('x = = 1', '=' .. s:sub(2))",
  ),
  'as the name of a chunk that fails': `local f = load('error("x")', ('é'):rep(2e6)) while true do pcall(f) end`,
  'as the name of a variable that is nil': `local f = load('return ' .. ('n'):rep(500000) .. '.x()') while true do pcall(f) end`,
  'as a number': withText(
    "tonumber(s) tonumber(s, 36) pcall(math.floor, s) pcall(string.rep, 'x', s) pcall(string.char, s) pcall(utf8.char, s) pcall(select, s)",
  ),
  'as an operand': withText(
    'pcall(function() return s + 1 end) pcall(function() return -s end) pcall(function() return s | 1 end) pcall(function() return s < 1 end) pcall(function() return s .. {} end)',
  ),
  'as the bounds of a loop': withText(
    'pcall(function() for i = s, 2 do end end) pcall(function() for i = 1, s, s do end end)',
  ),
  'as an option': withText("pcall(collectgarbage, s) pcall(string.format, '%d', s) pcall(string.pack, 'i', s)"),
  'as a format': withText(
    'pcall(string.format, s) pcall(string.pack, s) pcall(string.unpack, s, s) pcall(string.packsize, s)',
  ),
  'as a pattern and what replaces it': withText(
    "pcall(string.find, 'x', s) pcall(string.gsub, 'x', 'x', s) pcall(regex.match, 'x', s) pcall(regex.gsub, 'x', 'x', s)",
  ),
  'as a field of a namespace': withText(
    'pcall(function() return app[s] end) pcall(function() app[s] = 1 end) pcall(rawget, app, s)',
  ),
  'as what __tostring and __name give': withText(
    "local t = setmetatable({}, {__tostring = function() return s end}) tostring(t) ('%s'):format(t) tostring(setmetatable({}, {__name = s}))",
  ),
  'as a value for the host, in a table and alone': withText(
    'pcall(host.echo, s) pcall(host.echo, {s, s, {s}}) pcall(host.echo, {[s] = 1})',
  ),
  'as JSON that is not closed': `local s = '"' .. ('é'):rep(1999999) while true do pcall(json.decode, s) end`,
};
