-- Storage: a tree of arrays, four at each node, its leaves of random lengths: work for the collector. The argument is how
-- deep the tree is; the result is how many arrays it has, and how long they are together.
local depth = ...

local Random = {}
Random.__index = Random

function Random.new()
  return setmetatable({ seed = 74755 }, Random)
end

function Random:next()
  self.seed = (self.seed * 1309 + 13849) & 65535
  return self.seed
end

local arrays, slots = 0, 0

local function build(level, random)
  arrays = arrays + 1
  local node = {}
  if level == 1 then
    local length = random:next() % 10 + 1
    for i = 1, length do
      node[i] = false
    end
    slots = slots + length
    return node
  end
  for i = 1, 4 do
    node[i] = build(level - 1, random)
  end
  slots = slots + 4
  return node
end

local function count(node)
  local sum = 1
  for _, child in ipairs(node) do
    sum = sum + (child and count(child) or 0)
  end
  return sum
end

local tree = build(depth, Random.new())
return string.format('%d arrays (%d), %d slots', arrays, count(tree), slots)
