-- List: Takeuchi's function over the lengths of linked lists, counted by recursion. The argument is the length of the
-- longest list (the others have two thirds and a third of it); the result is the length of what is left.
local length = ...

local Element = {}
Element.__index = Element

function Element.new(value, rest)
  return setmetatable({ value = value, rest = rest }, Element)
end

function Element:length()
  return self.rest == nil and 1 or 1 + self.rest:length()
end

local function make_list(n)
  if n == 0 then
    return nil
  end
  return Element.new(n, make_list(n - 1))
end

local function is_shorter(x, y)
  while y ~= nil do
    if x == nil then
      return true
    end
    x, y = x.rest, y.rest
  end
  return false
end

local calls = 0

local function tail(x, y, z)
  calls = calls + 1
  if not is_shorter(y, x) then
    return z
  end
  return tail(tail(x.rest, y, z), tail(y.rest, z, x), tail(z.rest, x, y))
end

local left = tail(make_list(length), make_list(length * 2 // 3), make_list(length // 3))
return string.format('%d left after %d calls', left:length(), calls)
