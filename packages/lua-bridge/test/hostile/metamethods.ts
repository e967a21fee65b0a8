/** Endless work hidden in metamethods. */
const loop = 'function() while true do end end';
export const metamethods: Record<string, string> = {
  'a looping __index': `return setmetatable({}, {__index = ${loop}}).x`,
  'a looping __newindex': `setmetatable({}, {__newindex = ${loop}}).x = 1`,
  'a looping __call': `setmetatable({}, {__call = ${loop}})()`,
  'a looping __eq': `local m = {__eq = ${loop}} return setmetatable({}, m) == setmetatable({}, m)`,
  'a looping __lt in sort': `local m = {__lt = ${loop}} table.sort({setmetatable({}, m), setmetatable({}, m), setmetatable({}, m)})`,
  'a looping __le': `local m = {__le = ${loop}} return setmetatable({}, m) <= setmetatable({}, m)`,
  'a looping __concat': `return setmetatable({}, {__concat = ${loop}}) .. "x"`,
  'a looping __len': `return #setmetatable({}, {__len = ${loop}})`,
  'a looping __unm': `return -setmetatable({}, {__unm = ${loop}})`,
  'a looping __pairs': `for _ in pairs(setmetatable({}, {__pairs = ${loop}})) do end`,
  'a looping __tostring in print': `print(setmetatable({}, {__tostring = ${loop}}))`,
  'a looping __tostring in format': `return ("%s"):format(setmetatable({}, {__tostring = ${loop}}))`,
  'a looping __index in concat': `table.concat(setmetatable({}, {__index = ${loop}, __len = function() return 9 end}))`,
  'a looping __index in unpack': `table.unpack(setmetatable({}, {__index = ${loop}}), 1, 10)`,
  'a looping __index in ipairs': `for _ in ipairs(setmetatable({}, {__index = function() return 1 end})) do end`,
  'a looping __index in gsub': `return ("x"):gsub(".", setmetatable({}, {__index = ${loop}}))`,
  'a chain of __index tables in a ring':
    'local a, b = {}, {} setmetatable(a, {__index = b}) setmetatable(b, {__index = a}) while true do pcall(function() return a.x end) end',
  'a chain of __newindex tables in a ring':
    'local a, b = {}, {} setmetatable(a, {__newindex = b}) setmetatable(b, {__newindex = a}) while true do pcall(function() a.x = 1 end) end',
  'metamethods that call each other': `
    local m = {} m.__add = function(a, b) return a - b end m.__sub = function(a, b) return a + b end
    return setmetatable({}, m) + 1`,
  'a metatable that is its own index':
    'local t = {} t.__index = t setmetatable(t, t) while true do local _ = pcall(function() return t.missing end) end',
};
