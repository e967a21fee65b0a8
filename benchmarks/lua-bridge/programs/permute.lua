-- Permute: every permutation of an array, by exchanging in place. The argument is the array's length; the result is how
-- often the recursion was entered, and the array at the end.
local length = ...

local Permutation = {}
Permutation.__index = Permutation

function Permutation.new(n)
  local self = setmetatable({ count = 0, values = {} }, Permutation)
  for i = 1, n do
    self.values[i] = i - 1
  end
  return self
end

function Permutation:swap(i, j)
  local values = self.values
  values[i], values[j] = values[j], values[i]
end

function Permutation:permute(n)
  self.count = self.count + 1
  if n == 0 then
    return
  end
  self:permute(n - 1)
  for i = n, 1, -1 do
    self:swap(n, i)
    self:permute(n - 1)
    self:swap(n, i)
  end
end

local permutation = Permutation.new(length)
permutation:permute(length)
return permutation.count .. ': ' .. table.concat(permutation.values, ' ')
