-- CD: aircraft in the air whose paths may cross between two frames: a red-black tree of positions, voxels, and vectors.
-- The argument is how many aircraft there are; the result is how many pairs came too close in eighteen frames.
local number = ...

local FRAMES = 18
local MIN_X, MIN_Y, MAX_X, MAX_Y, MIN_Z, MAX_Z = 0.0, 0.0, 1000.0, 1000.0, 0.0, 10.0
local PROXIMITY_RADIUS = 1.0
local GOOD_VOXEL_SIZE = PROXIMITY_RADIUS * 2.0

local function class()
  local new = {}
  new.__index = new
  return new
end

local Vector2 = class()

function Vector2.new(x, y)
  return setmetatable({ x = x, y = y }, Vector2)
end

function Vector2:plus(other)
  return Vector2.new(self.x + other.x, self.y + other.y)
end

function Vector2:minus(other)
  return Vector2.new(self.x - other.x, self.y - other.y)
end

local function compare_numbers(a, b)
  return a == b and 0 or (a < b and -1 or 1)
end

function Vector2:compare(other)
  local order = compare_numbers(self.x, other.x)
  return order ~= 0 and order or compare_numbers(self.y, other.y)
end

local Vector3 = class()

function Vector3.new(x, y, z)
  return setmetatable({ x = x, y = y, z = z }, Vector3)
end

function Vector3:plus(other)
  return Vector3.new(self.x + other.x, self.y + other.y, self.z + other.z)
end

function Vector3:minus(other)
  return Vector3.new(self.x - other.x, self.y - other.y, self.z - other.z)
end

function Vector3:dot(other)
  return self.x * other.x + self.y * other.y + self.z * other.z
end

function Vector3:magnitude()
  return math.sqrt(self:dot(self))
end

function Vector3:times(factor)
  return Vector3.new(self.x * factor, self.y * factor, self.z * factor)
end

-- A red-black tree, ordered by the `compare` of its keys.
local Node = class()

function Node.new(key, value)
  return setmetatable({ key = key, value = value, left = nil, right = nil, parent = nil, red = true }, Node)
end

function Node:first()
  local node = self
  while node.left ~= nil do
    node = node.left
  end
  return node
end

function Node:next()
  if self.right ~= nil then
    return self.right:first()
  end
  local node, parent = self, self.parent
  while parent ~= nil and node == parent.right do
    node, parent = parent, parent.parent
  end
  return parent
end

local Tree = class()

function Tree.new()
  return setmetatable({ root = nil }, Tree)
end

function Tree:find(key)
  local node = self.root
  while node ~= nil do
    local order = key:compare(node.key)
    if order == 0 then
      return node
    end
    if order < 0 then
      node = node.left
    else
      node = node.right
    end
  end
end

function Tree:get(key)
  local node = self:find(key)
  return node and node.value
end

function Tree:put(key, value)
  local node, parent, order = self.root, nil, nil
  while node ~= nil do
    order = key:compare(node.key)
    if order == 0 then
      local old = node.value
      node.value = value
      return old
    end
    parent = node
    if order < 0 then
      node = node.left
    else
      node = node.right
    end
  end
  local new = Node.new(key, value)
  new.parent = parent
  if parent == nil then
    self.root = new
  elseif order < 0 then
    parent.left = new
  else
    parent.right = new
  end
  self:balance_after_put(new)
end

function Tree:balance_after_put(node)
  while node ~= self.root and node.parent.red do
    local parent, grandparent = node.parent, node.parent.parent
    local on_left = parent == grandparent.left
    local uncle = grandparent.left
    if on_left then
      uncle = grandparent.right
    end
    if uncle ~= nil and uncle.red then
      parent.red, uncle.red, grandparent.red = false, false, true
      node = grandparent
    elseif on_left then
      if node == parent.right then
        node = parent
        self:rotate_left(node)
      end
      node.parent.red, grandparent.red = false, true
      self:rotate_right(grandparent)
    else
      if node == parent.left then
        node = parent
        self:rotate_right(node)
      end
      node.parent.red, grandparent.red = false, true
      self:rotate_left(grandparent)
    end
  end
  self.root.red = false
end

function Tree:replace(node, other)
  if node.parent == nil then
    self.root = other
  elseif node == node.parent.left then
    node.parent.left = other
  else
    node.parent.right = other
  end
  if other ~= nil then
    other.parent = node.parent
  end
end

function Tree:rotate_left(x)
  local y = x.right
  x.right = y.left
  if y.left ~= nil then
    y.left.parent = x
  end
  self:replace(x, y)
  y.left = x
  x.parent = y
end

function Tree:rotate_right(x)
  local y = x.left
  x.left = y.right
  if y.right ~= nil then
    y.right.parent = x
  end
  self:replace(x, y)
  y.right = x
  x.parent = y
end

function Tree:remove(key)
  local node = self:find(key)
  if node == nil then
    return
  end
  if node.left ~= nil and node.right ~= nil then
    local next = node.right:first()
    node.key, node.value = next.key, next.value
    node = next
  end
  local child, parent = node.left or node.right, node.parent
  self:replace(node, child)
  if not node.red then
    self:balance_after_remove(child, parent)
  end
end

local function is_black(node)
  return node == nil or not node.red
end

function Tree:balance_after_remove(node, parent)
  while node ~= self.root and is_black(node) do
    if node == parent.left then
      node = self:lift_from_right(parent)
    else
      node = self:lift_from_left(parent)
    end
    parent = node and node.parent
  end
  if node ~= nil then
    node.red = false
  end
end

-- One black is missing on the left of `parent`: answers with the node at which one is still missing.
function Tree:lift_from_right(parent)
  local sibling = parent.right
  if sibling.red then
    sibling.red, parent.red = false, true
    self:rotate_left(parent)
    sibling = parent.right
  end
  if is_black(sibling.left) and is_black(sibling.right) then
    sibling.red = true
    return parent
  end
  if is_black(sibling.right) then
    sibling.left.red, sibling.red = false, true
    self:rotate_right(sibling)
    sibling = parent.right
  end
  sibling.red, parent.red, sibling.right.red = parent.red, false, false
  self:rotate_left(parent)
  return self.root
end

function Tree:lift_from_left(parent)
  local sibling = parent.left
  if sibling.red then
    sibling.red, parent.red = false, true
    self:rotate_right(parent)
    sibling = parent.left
  end
  if is_black(sibling.left) and is_black(sibling.right) then
    sibling.red = true
    return parent
  end
  if is_black(sibling.left) then
    sibling.right.red, sibling.red = false, true
    self:rotate_left(sibling)
    sibling = parent.left
  end
  sibling.red, parent.red, sibling.left.red = parent.red, false, false
  self:rotate_right(parent)
  return self.root
end

function Tree:each(visit)
  local node = self.root and self.root:first()
  while node ~= nil do
    visit(node.key, node.value)
    node = node:next()
  end
end

local CallSign = class()

function CallSign.new(value)
  return setmetatable({ value = value }, CallSign)
end

function CallSign:compare(other)
  return compare_numbers(self.value, other.value)
end

-- Where an aircraft was, and where it is.
local Motion = class()

function Motion.new(call_sign, from, to)
  return setmetatable({ call_sign = call_sign, from = from, to = to }, Motion)
end

function Motion:delta()
  return self.to:minus(self.from)
end

-- The first moment, from 0 to 1, in which two motions are closer than the radius; the place between them.
function Motion:intersect(other)
  local from, relative = self.from:minus(other.from), self:delta():minus(other:delta())
  local a = relative:dot(relative)
  if a == 0.0 then
    return from:magnitude() <= PROXIMITY_RADIUS and self.from:plus(other.from):times(0.5) or nil
  end
  local b = 2.0 * from:dot(relative)
  local c = from:dot(from) - PROXIMITY_RADIUS * PROXIMITY_RADIUS
  local discriminant = b * b - 4.0 * a * c
  if discriminant < 0.0 then
    return nil
  end
  local root = math.sqrt(discriminant)
  local enters, leaves = (-b - root) / (2.0 * a), (-b + root) / (2.0 * a)
  if enters > 1.0 or leaves < 0.0 then
    return nil
  end
  local moment = math.max(enters, 0.0)
  local mine, theirs = self.from:plus(self:delta():times(moment)), other.from:plus(other:delta():times(moment))
  return mine:plus(theirs):times(0.5)
end

-- Voxels: squares seen from above, each with the motions that touch it.
local HORIZONTAL, VERTICAL = Vector2.new(GOOD_VOXEL_SIZE, 0.0), Vector2.new(0.0, GOOD_VOXEL_SIZE)

local function voxel_of(position)
  local function floor(value)
    return math.floor(value / GOOD_VOXEL_SIZE) * GOOD_VOXEL_SIZE
  end
  return Vector2.new(floor(position.x), floor(position.y))
end

-- Whether a stretch of a line is, within 0 to 1, between two bounds; the moments narrow from axis to axis.
local function clip(from, delta, low, high, enters, leaves)
  if delta == 0.0 then
    return from >= low and from <= high, enters, leaves
  end
  local one, two = (low - from) / delta, (high - from) / delta
  enters, leaves = math.max(enters, math.min(one, two)), math.min(leaves, math.max(one, two))
  return enters <= leaves, enters, leaves
end

local function touches(voxel, motion)
  if voxel.x > MAX_X or voxel.x + GOOD_VOXEL_SIZE < MIN_X or voxel.y > MAX_Y or voxel.y + GOOD_VOXEL_SIZE < MIN_Y then
    return false
  end
  local from, to, margin = motion.from, motion.to, PROXIMITY_RADIUS / 2.0
  local low_x, high_x = voxel.x - margin, voxel.x + GOOD_VOXEL_SIZE + margin
  local low_y, high_y = voxel.y - margin, voxel.y + GOOD_VOXEL_SIZE + margin
  local inside, enters, leaves = clip(from.x, to.x - from.x, low_x, high_x, 0.0, 1.0)
  return inside and (clip(from.y, to.y - from.y, low_y, high_y, enters, leaves))
end

local function draw(voxels, voxel, motion, seen)
  if not touches(voxel, motion) or seen:put(voxel, true) then
    return
  end
  local motions = voxels:get(voxel)
  if motions == nil then
    motions = {}
    voxels:put(voxel, motions)
  end
  motions[#motions + 1] = motion
  draw(voxels, voxel:minus(HORIZONTAL), motion, seen)
  draw(voxels, voxel:plus(HORIZONTAL), motion, seen)
  draw(voxels, voxel:minus(VERTICAL), motion, seen)
  draw(voxels, voxel:plus(VERTICAL), motion, seen)
  draw(voxels, voxel:minus(HORIZONTAL):minus(VERTICAL), motion, seen)
  draw(voxels, voxel:minus(HORIZONTAL):plus(VERTICAL), motion, seen)
  draw(voxels, voxel:plus(HORIZONTAL):minus(VERTICAL), motion, seen)
  draw(voxels, voxel:plus(HORIZONTAL):plus(VERTICAL), motion, seen)
end

local function motions_together(motions)
  local voxels, together = Tree.new(), {}
  for _, motion in ipairs(motions) do
    draw(voxels, voxel_of(motion.from), motion, Tree.new())
  end
  voxels:each(function(_, found)
    if #found > 1 then
      together[#together + 1] = found
    end
  end)
  return together
end

local Detector = class()

function Detector.new()
  return setmetatable({ positions = Tree.new() }, Detector)
end

-- What each aircraft of a frame did since the last; those that are gone are forgotten.
function Detector:motions(frame)
  local motions, seen, gone = {}, Tree.new(), {}
  for _, aircraft in ipairs(frame) do
    local old = self.positions:put(aircraft.call_sign, aircraft.position) or aircraft.position
    seen:put(aircraft.call_sign, true)
    motions[#motions + 1] = Motion.new(aircraft.call_sign, old, aircraft.position)
  end
  self.positions:each(function(call_sign)
    if not seen:get(call_sign) then
      gone[#gone + 1] = call_sign
    end
  end)
  for _, call_sign in ipairs(gone) do
    self.positions:remove(call_sign)
  end
  return motions
end

function Detector:collisions(frame)
  local collisions = {}
  for _, motions in ipairs(motions_together(self:motions(frame))) do
    for i, one in ipairs(motions) do
      for j = i + 1, #motions do
        local place = one:intersect(motions[j])
        if place ~= nil then
          collisions[#collisions + 1] = { one.call_sign, motions[j].call_sign, place }
        end
      end
    end
  end
  return collisions
end

-- Aircraft fly in pairs, one of them in a circle around the other's path; every fifth rests on the ground now and then.
local function simulate(call_signs, time)
  local frame = {}
  for i = 1, #call_signs, 2 do
    local y = time + i * 3.0
    frame[#frame + 1] = { call_sign = call_signs[i], position = Vector3.new(time, math.cos(time) * 2.0 + y, MAX_Z) }
    if i % 5 ~= 0 or time // 3 % 2 == 0 then
      local z = MIN_Z + MAX_Z * (0.9 + 0.1 * math.cos(time * 2.0))
      frame[#frame + 1] = { call_sign = call_signs[i + 1], position = Vector3.new(time, math.sin(time) * 2.0 + y, z) }
    end
  end
  return frame
end

local call_signs = {}
for i = 1, number do
  call_signs[i] = CallSign.new(i)
end
local detector, collisions, sum = Detector.new(), 0, 0.0
for time = 0, FRAMES - 1 do
  for _, collision in ipairs(detector:collisions(simulate(call_signs, time))) do
    collisions = collisions + 1
    sum = sum + collision[3]:magnitude()
  end
end
local left = 0
detector.positions:each(function()
  left = left + 1
end)
return string.format('%d too close, %.6f; %d in the air', collisions, sum, left)
