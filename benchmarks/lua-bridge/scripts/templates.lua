-- Lines of text from templates with fields, filters and defaults. The argument is how many lines there are; the result is
-- how long they are together, and the last.
local lines = ...

local TEMPLATES = {
  'Dear {{name|upper}}, your order {{order.id}} of {{order.total|money}} was sent to {{order.city}}.',
  '{{greeting|or:Hello}} {{name}}: {{count}} new messages, {{missing|or:none}} of them urgent.',
  '<a href="https://example.com/u/{{id}}?q={{query|url}}">{{query|html}}</a>',
}

local FILTERS = {
  upper = string.upper,
  money = function(value)
    return string.format('€ %.2f', value)
  end,
  url = function(value)
    return (value:gsub('[^%w]', function(character)
      return string.format('%%%02X', character:byte())
    end))
  end,
  html = function(value)
    return (value:gsub('[<>&"]', { ['<'] = '&lt;', ['>'] = '&gt;', ['&'] = '&amp;', ['"'] = '&quot;' }))
  end,
}

local function look_up(data, path)
  for name in path:gmatch('[%w_]+') do
    if type(data) ~= 'table' then
      return nil
    end
    data = data[name]
  end
  return data
end

local function render(template, data)
  return (template:gsub('{{([%w_.]+)|?(%w*):?(%w*)}}', function(path, filter, argument)
    local value = look_up(data, path)
    if filter == 'or' then
      value = value or argument
    elseif filter ~= '' and value ~= nil then
      value = FILTERS[filter](value)
    end
    return tostring(value or '')
  end))
end

local out = {}
for i = 1, lines do
  local data = {
    id = i,
    name = 'Ann ' .. i,
    count = i % 12,
    query = 'a < b & "c" ' .. i,
    greeting = i % 2 == 0 and 'Servus' or nil,
    order = { id = 'o-' .. i, total = i * 1.25, city = i % 3 == 0 and 'Graz' or 'Wien' },
  }
  out[i] = render(TEMPLATES[i % #TEMPLATES + 1], data)
end
return #table.concat(out, '\n') .. ' bytes, ' .. out[lines]
