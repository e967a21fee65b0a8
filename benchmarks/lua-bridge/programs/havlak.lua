-- Havlak: the loops of a control-flow graph, and how they are nested, by depth-first numbers and union-find. The argument
-- is how many loop nests each of ten branches of the graph has; the result is what was found in it.
local nests = ...

local function class()
  local new = {}
  new.__index = new
  return new
end

-- A list in which each value is once, in the order in which they came.
local Set = class()

function Set.new()
  return setmetatable({ values = {}, has = {} }, Set)
end

function Set:add(value)
  if not self.has[value] then
    self.has[value] = true
    self.values[#self.values + 1] = value
  end
end

function Set:each(visit)
  local values = self.values
  for i = 1, #values do
    visit(values[i])
  end
end

local Block = class()

function Block.new(name)
  return setmetatable({ name = name, incoming = {}, outgoing = {} }, Block)
end

local Edge = class()

function Edge.new(graph, from, to)
  local self = setmetatable({ from = graph:block(from), to = graph:block(to) }, Edge)
  table.insert(self.from.outgoing, self.to)
  table.insert(self.to.incoming, self.from)
  table.insert(graph.edges, self)
  return self
end

local Graph = class()

function Graph.new()
  return setmetatable({ blocks = {}, number = 0, start = nil, edges = {} }, Graph)
end

function Graph:block(name)
  local block = self.blocks[name]
  if block == nil then
    block = Block.new(name)
    self.blocks[name], self.number = block, self.number + 1
    self.start = self.start or block
  end
  return block
end

-- Loops, with the blocks that are in them and in none of those inside.
local Loop = class()

function Loop.new(counter, header, reducible)
  local self = setmetatable({
    counter = counter,
    header = header,
    reducible = reducible,
    blocks = Set.new(),
    children = Set.new(),
    parent = nil,
    depth = 0,
    nesting = 0,
  }, Loop)
  if header ~= nil then
    self.blocks:add(header)
  end
  return self
end

function Loop:set_parent(parent)
  self.parent = parent
  parent.children:add(self)
end

function Loop:measure(depth)
  self.depth = depth
  self.children:each(function(child)
    child:measure(depth + 1)
    self.nesting = math.max(self.nesting, 1 + child.nesting)
  end)
end

local LoopStructure = class()

function LoopStructure.new()
  return setmetatable({ root = Loop.new(0, nil, true), loops = {} }, LoopStructure)
end

function LoopStructure:add(header, reducible)
  local loop = Loop.new(#self.loops + 1, header, reducible)
  self.loops[loop.counter] = loop
  return loop
end

function LoopStructure:nest()
  for _, loop in ipairs(self.loops) do
    if loop.parent == nil then
      loop:set_parent(self.root)
    end
  end
  self.root:measure(0)
end

-- A node of union-find: its set is that of its representative, found with path compression.
local Node = class()

function Node.new(block, number)
  local self = setmetatable({ block = block, number = number, loop = nil, parent = nil }, Node)
  self.parent = self
  return self
end

function Node:find()
  local path, node = {}, self
  while node ~= node.parent do
    if node.parent ~= node.parent.parent then
      path[#path + 1] = node
    end
    node = node.parent
  end
  for _, passed in ipairs(path) do
    passed.parent = node.parent
  end
  return node
end

function Node:union(other)
  self.parent = other
end

local REGULAR, REDUCIBLE, SELF, IRREDUCIBLE, DEAD = 'regular', 'reducible', 'self', 'irreducible', 'dead'

local Finder = class()

function Finder.new(graph, structure)
  return setmetatable({
    graph = graph,
    structure = structure,
    nodes = {},
    numbers = {},
    last = {},
    kinds = {},
    headers = {},
    backward = {},
    forward = {},
  }, Finder)
end

function Finder:is_ancestor(w, v)
  return w <= v and v <= self.last[w]
end

function Finder:number(block)
  local node = Node.new(block, #self.nodes + 1)
  self.nodes[node.number], self.numbers[block] = node, node.number
  for _, target in ipairs(block.outgoing) do
    if self.numbers[target] == nil then
      self:number(target)
    end
  end
  self.last[node.number] = #self.nodes
end

function Finder:classify_edges()
  for w, node in ipairs(self.nodes) do
    self.headers[w], self.kinds[w] = 1, REGULAR
    self.backward[w], self.forward[w] = {}, Set.new()
    if #node.block.incoming == 0 and w > 1 then
      self.kinds[w] = DEAD
    end
    for _, source in ipairs(node.block.incoming) do
      local v = self.numbers[source]
      if v ~= nil and self:is_ancestor(w, v) then
        table.insert(self.backward[w], v)
      elseif v ~= nil then
        self.forward[w]:add(v)
      end
    end
  end
end

-- The sets whose back edges end in w.
function Finder:body_of(w)
  local body = Set.new()
  for _, v in ipairs(self.backward[w]) do
    if v == w then
      self.kinds[w] = SELF
    else
      body:add(self.nodes[v]:find())
    end
  end
  return body
end

-- Goes from the sources of the back edges up to w, and takes in what is on the way.
function Finder:grow(body, w)
  local work, at = table.move(body.values, 1, #body.values, 1, {}), 1
  if #work > 0 then
    self.kinds[w] = REDUCIBLE
  end
  while at <= #work do
    local x = work[at]
    at = at + 1
    self.forward[x.number]:each(function(v)
      local y = self.nodes[v]:find()
      if not self:is_ancestor(w, y.number) then
        self.kinds[w] = IRREDUCIBLE
        self.forward[w]:add(y.number)
      elseif y.number ~= w and not body.has[y] then
        work[#work + 1] = y
        body:add(y)
      end
    end)
  end
end

function Finder:collapse(body, w)
  local node = self.nodes[w]
  local loop = self.structure:add(node.block, self.kinds[w] ~= IRREDUCIBLE)
  node.loop = loop
  body:each(function(inner)
    self.headers[inner.number] = w
    inner:union(node)
    if inner.loop ~= nil then
      inner.loop:set_parent(loop)
    else
      loop.blocks:add(inner.block)
    end
  end)
end

function Finder:find_loops()
  if self.graph.start == nil then
    return
  end
  self:number(self.graph.start)
  self:classify_edges()
  for w = #self.nodes, 1, -1 do
    local body = self:body_of(w)
    self:grow(body, w)
    if #body.values > 0 or self.kinds[w] == SELF then
      self:collapse(body, w)
    end
  end
end

-- The graph: diamonds in loops in loops.
local Builder = class()

function Builder.new()
  return setmetatable({ graph = Graph.new() }, Builder)
end

function Builder:connect(from, to)
  Edge.new(self.graph, from, to)
end

function Builder:diamond(from)
  self:connect(from, from + 1)
  self:connect(from, from + 2)
  self:connect(from + 1, from + 3)
  self:connect(from + 2, from + 3)
  return from + 3
end

function Builder:straight(from, length)
  for i = 0, length - 1 do
    self:connect(from + i, from + i + 1)
  end
  return from + length
end

function Builder:loop(from)
  local header = self:straight(from, 1)
  local inner = self:straight(self:diamond(header), 1)
  local footer = self:straight(self:diamond(inner), 1)
  self:connect(footer - 1, inner)
  self:connect(inner - 1, header)
  self:connect(footer, from)
  return self:straight(footer, 1)
end

function Builder:nest(from)
  local at = self:straight(from, 1)
  for _ = 1, 25 do
    at = self:loop(at)
  end
  local bottom = self:straight(at, 1)
  self:connect(at, from)
  return bottom
end

local builder = Builder.new()
builder.graph:block(0)
builder:loop(0)
builder.graph:block(1)
builder:connect(0, 2)
local at = 2
for _ = 1, 10 do
  builder:connect(2, at + 1)
  at = at + 1
  for _ = 1, nests do
    at = builder:nest(at)
  end
  builder:connect(at, 1)
end

local structure = LoopStructure.new()
Finder.new(builder.graph, structure):find_loops()
structure:nest()
local irreducible, inside = 0, 0
for _, loop in ipairs(structure.loops) do
  irreducible = irreducible + (loop.reducible and 0 or 1)
  inside = inside + #loop.blocks.values * loop.depth
end
return string.format(
  '%d blocks, %d edges: %d loops, %d of them irreducible, nested %d deep, %d',
  builder.graph.number, #builder.graph.edges, #structure.loops, irreducible, structure.root.nesting, inside
)
