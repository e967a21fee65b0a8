/** Scripts that are odd rather than large. */
export const oddCorners: Record<string, string> = {
  'endless tail calls': 'local function f() return f() end f()',
  'tail calls through pcall': 'local function f() return pcall(f) end f()',
  'gsub callbacks that give long texts':
    'local s=("a"):rep(1000) while true do s:gsub("a", function(c) return c:rep(1000) end) end',
  'long keys, again and again': 'local k=("k"):rep(1e6) local t={} for i=1,1e9 do t[k..i]=nil local _=t[k..i] end',
  'arithmetic on large integers': 'local a=math.maxinteger while true do a = a*a+a ~ (a<<3) end',
  'the longest floats': 'while true do ("%.99f"):format(1e308) end',
  'quoting of control characters': 'local s=("\\0"):rep(1e6) while true do ("%q"):format(s) end',
  'JSON of control characters': 'local s=("\\1"):rep(7e5) while true do json.encode(s) end',
  'a regular expression that would backtrack': 'while true do regex.match(("a"):rep(100000), "(a*)*b") end',
  'a regular expression with huge counts': 'return regex.match(("a"):rep(1000000), "((a{0,100}){0,100}){0,5}b")',
  'many regular matches': 'return #regex.match_all(("a"):rep(200000), "a")',
  'regular replacements that grow': 'return regex.gsub(("a"):rep(100000), "a", ("b"):rep(1000))',
  'a chain of closures': 'local f while true do local g=f f=function() return g end end',
  'a chain of coroutines':
    'local c while true do local d=c c=coroutine.create(function() return d end) coroutine.resume(c) end',
  'error objects with long texts':
    'while true do pcall(error, setmetatable({}, {__tostring=function() return ("x"):rep(1e6) end})) end',
  'long errors from deep calls':
    'local function f(n) if n==0 then error(("x"):rep(1e6)) end return (f(n-1)) end while true do pcall(f, 100) end',
  'a long chain of __index':
    'local t={} for i=1,1900 do t=setmetatable({},{__index=t}) end while true do local _=t.x end',
  'a table that changes while it is traversed':
    'local t={} for i=1,1e5 do t[i]=i end for k in pairs(t) do t[k]=nil t[k+1e6]=1 end',
  'long chunk names': 'local n=("n"):rep(1e6) while true do load("x=", n) end',
  'continuation bytes only': 'local s=("\\x80"):rep(4e6) while true do utf8.offset(s, 1, 1) end',
  'packing of long strings': 'local s=("x"):rep(4e6) while true do string.unpack("s4", string.pack("s4", s)) end',
  'long alignment': 'while true do string.packsize(("!8 Xd"):rep(1000)) end',
  'long slices': 'local s=("x"):rep(4e6) while true do local _ = s:sub(2) end',
  'a class that never matches': 'local s=("x"):rep(4e6) while true do s:find("[yz]") end',
  'many captures of much': 'local s=("x"):rep(1e5) while true do s:match(("(x*)"):rep(20)) end',
  'print of a deep table': 'local t={} for i=1,1e5 do t={t} end print(t)',
  'JSON of a deep table': 'local t={} for i=1,1e5 do t={t} end json.encode(t)',
  'a deep table as result': 'local t={} for i=1,1e5 do t={t} end return t',
  'a wide table as result': 'local t={} for i=1,3e5 do t[i]=i end return t',
  'a list of holes': 'local t={} for i=1,1e6 do t[i]=1 end for i=1,1e6 do t[i]=nil t[#t+1]=1 end',
  'lengths of a list with holes': 'local t={} for i=1,3e5 do t[i]=1 end while true do t[#t]=nil t[1]=nil end',
  'groups in groups in groups': 'local function f() return parallel(f,f) end f()',
  'a group that never ends':
    'parallel(coroutine.wrap(function() while true do end end), function() while true do end end)',
  'handlers that call themselves': 'local function h(e) return xpcall(error, h, e) end xpcall(error, h)',
  'iterators in iterators': 'local function f(s) for w in s:gmatch(".") do f(s) end end f("ab")',
};
