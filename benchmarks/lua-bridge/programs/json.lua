-- Json: a parser that reads a text character by character into objects that know what they are. The argument is how many
-- records the text has; the result is what a walk over the parsed values finds.
local records = ...

-- Values: each kind answers `accept` by calling its own method of a visitor.
local function value_class(visit)
  local class = {}
  class.__index = class
  function class:accept(visitor)
    return visitor[visit](visitor, self)
  end
  return class
end

local Literal, Number, String = value_class('literal'), value_class('number'), value_class('string')
local Array, Object = value_class('array'), value_class('object')

function Array.new()
  return setmetatable({ values = {} }, Array)
end

function Array:add(value)
  self.values[#self.values + 1] = value
end

function Object.new()
  return setmetatable({ names = {}, values = {} }, Object)
end

function Object:add(name, value)
  if self.values[name] == nil then
    self.names[#self.names + 1] = name
  end
  self.values[name] = value
end

local Parser = {}
Parser.__index = Parser

function Parser.new(text)
  return setmetatable({ text = text, at = 0, line = 1, column = 0, current = nil, captured = nil, from = nil }, Parser)
end

function Parser:read()
  if self.current == '\n' then
    self.line, self.column = self.line + 1, 0
  end
  self.at, self.column = self.at + 1, self.column + 1
  self.current = self.at <= #self.text and self.text:sub(self.at, self.at) or nil
end

function Parser:fail(expected)
  error({ expected = expected, found = self.current or 'the end', line = self.line, column = self.column })
end

function Parser:start_capture()
  self.captured, self.from = '', self.at
end

function Parser:pause_capture()
  self.captured, self.from = self.captured .. self.text:sub(self.from, self.at - 1), nil
end

function Parser:end_capture()
  self:pause_capture()
  local captured = self.captured
  self.captured = nil
  return captured
end

function Parser:read_if(character)
  if self.current ~= character then
    return false
  end
  self:read()
  return true
end

function Parser:require(character)
  if not self:read_if(character) then
    self:fail(character)
  end
end

function Parser:skip_space()
  while self.current == ' ' or self.current == '\t' or self.current == '\n' or self.current == '\r' do
    self:read()
  end
end

function Parser:is_digit()
  return self.current ~= nil and self.current >= '0' and self.current <= '9'
end

function Parser:digits()
  if not self:is_digit() then
    self:fail('a digit')
  end
  while self:is_digit() do
    self:read()
  end
end

function Parser:number()
  self:start_capture()
  self:read_if('-')
  if not self:read_if('0') then
    self:digits()
  end
  if self:read_if('.') then
    self:digits()
  end
  if self:read_if('e') or self:read_if('E') then
    if not self:read_if('+') then
      self:read_if('-')
    end
    self:digits()
  end
  return setmetatable({ text = self:end_capture() }, Number)
end

local ESCAPES = { ['"'] = '"', ['\\'] = '\\', ['/'] = '/', b = '\b', f = '\f', n = '\n', r = '\r', t = '\t' }

function Parser:escape()
  self:pause_capture()
  self:read()
  if self:read_if('u') then
    local code = 0
    for _ = 1, 4 do
      code = code * 16 + (tonumber(self.current or '', 16) or self:fail('a hexadecimal digit'))
      self:read()
    end
    self.captured = self.captured .. utf8.char(code)
  else
    self.captured = self.captured .. (ESCAPES[self.current] or self:fail('an escape'))
    self:read()
  end
  self.from = self.at
end

function Parser:quoted()
  self:require('"')
  self:start_capture()
  while self.current ~= '"' do
    if self.current == nil or self.current < ' ' then
      self:fail('a character of a string')
    elseif self.current == '\\' then
      self:escape()
    else
      self:read()
    end
  end
  local text = self:end_capture()
  self:read()
  return text
end

function Parser:literal(word, value)
  for i = 1, #word do
    self:require(word:sub(i, i))
  end
  return setmetatable({ value = value }, Literal)
end

-- What stands between brackets, with commas.
function Parser:sequence(open, close, item)
  self:require(open)
  self:skip_space()
  if self:read_if(close) then
    return
  end
  repeat
    self:skip_space()
    item()
    self:skip_space()
  until not self:read_if(',')
  self:require(close)
end

function Parser:array()
  local array = Array.new()
  self:sequence('[', ']', function()
    array:add(self:value())
  end)
  return array
end

function Parser:object()
  local object = Object.new()
  self:sequence('{', '}', function()
    local name = self:quoted()
    self:skip_space()
    self:require(':')
    self:skip_space()
    object:add(name, self:value())
  end)
  return object
end

function Parser:value()
  local character = self.current
  if character == '{' then
    return self:object()
  elseif character == '[' then
    return self:array()
  elseif character == '"' then
    return setmetatable({ text = self:quoted() }, String)
  elseif character == 't' then
    return self:literal('true', true)
  elseif character == 'f' then
    return self:literal('false', false)
  elseif character == 'n' then
    return self:literal('null', nil)
  end
  return self:number()
end

function Parser:parse()
  self:read()
  self:skip_space()
  local value = self:value()
  self:skip_space()
  if self.current ~= nil then
    self:fail('the end')
  end
  return value
end

-- The visitor that counts.
local Census = {}
Census.__index = Census

function Census:literal(literal)
  self.truths = self.truths + (literal.value and 1 or 0)
end

function Census:number(number)
  self.sum = self.sum + tonumber(number.text)
end

function Census:string(string)
  self.bytes = self.bytes + #string.text
end

function Census:array(array)
  self.arrays = self.arrays + 1
  for _, value in ipairs(array.values) do
    value:accept(self)
  end
end

function Census:object(object)
  self.objects = self.objects + 1
  for _, name in ipairs(object.names) do
    self.bytes = self.bytes + #name
    object.values[name]:accept(self)
  end
end

local RECORD = [[
  { "id": %d, "name": "user \"%d\"", "email": "user%d@example.com", "balance": -%d.25e1, "active": %s,
    "tags": ["new", "caf\u00e9", "a\\b\n"], "address": { "city": "Graz", "lines": [], "geo": {}, "zip": null } }]]

local lines = {}
for i = 1, records do
  lines[i] = RECORD:format(i, i, i, i % 97, i % 3 == 0)
end
local text = '[\n' .. table.concat(lines, ',\n') .. '\n]\n'
local census = setmetatable({ truths = 0, sum = 0, bytes = 0, arrays = 0, objects = 0 }, Census)
Parser.new(text):parse():accept(census)
local ok, fault = pcall(function()
  return Parser.new(text:sub(1, -3)):parse()
end)
return string.format(
  '%d bytes: %d objects, %d arrays, %d true, %d in strings, sum %.1f; %s: %s expected at %d:%d',
  #text, census.objects, census.arrays, census.truths, census.bytes, census.sum,
  ok, fault.expected, fault.line, fault.column
)
