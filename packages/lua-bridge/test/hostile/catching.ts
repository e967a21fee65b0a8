/** Scripts that try to swallow the end of the run. */
export const catching: Record<string, string> = {
  'a pcall loop around an endless loop': 'while true do pcall(function() while true do end end) end',
  'an xpcall handler that loops': 'xpcall(error, function() while true do end end)',
  'an xpcall handler that raises for ever': 'local function h(e) error(e) end while true do xpcall(error, h) end',
  'pcall inside pcall inside pcall':
    'local function f() while true do end end while true do pcall(pcall, pcall, f) end',
  'a coroutine that catches': 'while true do coroutine.resume(coroutine.create(function() while true do end end)) end',
  'coroutine.wrap in pcall': 'while true do pcall(coroutine.wrap(function() while true do end end)) end',
  'a load reader that loops': 'while true do load(function() while true do end end) end',
  'an endless load reader': 'load(function() return "x=1 " end)',
  'a gsub callback that loops': 'while true do pcall(string.gsub, "aaa", "a", function() while true do end end) end',
  'a sort comparator that loops': 'while true do pcall(table.sort, {3, 2, 1}, function() while true do end end) end',
  'a tostring that loops':
    'local t = setmetatable({}, {__tostring = function() while true do end end}) while true do pcall(tostring, t) end',
  'an error object whose tostring loops': 'error(setmetatable({}, {__tostring = function() while true do end end}))',
  'an error object whose index loops': 'error(setmetatable({}, {__index = function() while true do end end}))',
  'an error object whose name is a loop':
    'error(setmetatable({}, {__name = setmetatable({}, {__tostring = function() while true do end end})}))',
  'an error in an error handler in a coroutine': `
    local co = coroutine.wrap(function() xpcall(error, function() while true do end end) end)
    while true do pcall(co) end`,
  'a goto loop with pcall': '::top:: pcall(function() ::again:: goto again end) goto top',
  'a repeat loop that never ends': 'repeat local x = 1 until false',
  'a for loop to infinity': 'for i = 1, math.huge do end',
  'a for loop without a step': 'for i = 1, 0, 0 do end for i = 1, 10, 0 do end',
  'an iterator that never ends': 'for _ in function() return 1 end do end',
  'recursion through pcall': 'local function f() pcall(f) while true do end end f()',
  'closing over the error': 'local ok, e repeat ok, e = pcall(function() while true do end end) until e == 1',
};
