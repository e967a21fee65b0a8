-- `json` in plain Lua, for those contenders that bring none.
json = {}

local NAMES = { ['"'] = '\\"', ['\\'] = '\\\\', ['\b'] = '\\b', ['\f'] = '\\f', ['\n'] = '\\n', ['\r'] = '\\r', ['\t'] = '\\t' }

local function quote(text)
  return '"' .. text:gsub('[%c"\\]', function(character)
    return NAMES[character] or ('\\u%04x'):format(character:byte())
  end) .. '"'
end

local encode

local function encode_table(value, out)
  local empty = next(value) == nil
  if empty or #value > 0 then
    out[#out + 1] = '['
    for i, item in ipairs(value) do
      out[#out + 1] = i > 1 and ',' or nil
      encode(item, out)
    end
    out[#out + 1] = ']'
    return
  end
  local separator = '{'
  for name, item in pairs(value) do
    out[#out + 1] = separator
    out[#out + 1] = quote(name) .. ':'
    encode(item, out)
    separator = ','
  end
  out[#out + 1] = '}'
end

function encode(value, out)
  if type(value) == 'table' then
    encode_table(value, out)
  elseif type(value) == 'string' then
    out[#out + 1] = quote(value)
  else
    out[#out + 1] = value == nil and 'null' or tostring(value)
  end
end

function json.encode(value)
  local out = {}
  encode(value, out)
  return table.concat(out)
end

local LITERALS = { ['true'] = true, ['false'] = false }
local ESCAPES = { b = '\b', f = '\f', n = '\n', r = '\r', t = '\t' }

local function unescape(text)
  return (text:gsub('\\(.)(%x?%x?%x?%x?)', function(character, hex)
    return character == 'u' and utf8.char(tonumber(hex, 16)) or (ESCAPES[character] or character) .. hex
  end))
end

local function decode_string(text, at)
  local close = at
  repeat
    close = text:find('["\\]', close + 1)
    local escaped = text:byte(close) == 92
    close = escaped and close + 1 or close
  until not escaped
  local inner = text:sub(at + 1, close - 1)
  return inner:find('\\', 1, true) and unescape(inner) or inner, close + 1
end

local decode

local function skip(text, at)
  return text:find('%S', at) or #text + 1
end

local function decode_array(text, at)
  local list, value = {}, nil
  at = skip(text, at + 1)
  while text:byte(at) ~= 93 do
    value, at = decode(text, at)
    list[#list + 1] = value
    at = skip(text, at)
    at = text:byte(at) == 44 and skip(text, at + 1) or at
  end
  return list, at + 1
end

local function decode_object(text, at)
  local object, name = {}, nil
  at = skip(text, at + 1)
  while text:byte(at) ~= 125 do
    name, at = decode_string(text, at)
    object[name], at = decode(text, skip(text, skip(text, at) + 1))
    at = skip(text, at)
    at = text:byte(at) == 44 and skip(text, at + 1) or at
  end
  return object, at + 1
end

function decode(text, at)
  local first = text:byte(at)
  if first == 123 then
    return decode_object(text, at)
  elseif first == 91 then
    return decode_array(text, at)
  elseif first == 34 then
    return decode_string(text, at)
  end
  local word = text:match('^[%w+.-]+', at)
  if word == nil then
    error('not JSON at byte ' .. at)
  end
  if word == 'null' then
    return nil, at + 4
  end
  local literal = LITERALS[word]
  if literal == nil then
    literal = tonumber(word)
  end
  return literal, at + #word
end

function json.decode(text)
  return (decode(text, skip(text, 1)))
end
