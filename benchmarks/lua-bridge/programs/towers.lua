-- Towers: Hanoi, with disks as objects that are linked into piles. The argument is how many disks there are; the result
-- is how often one was moved, and how high the piles are.
local height = ...

local Disk = {}
Disk.__index = Disk

function Disk.new(size)
  return setmetatable({ size = size, below = nil }, Disk)
end

local Towers = {}
Towers.__index = Towers

function Towers.new(disks)
  local self = setmetatable({ piles = {}, moves = 0 }, Towers)
  for size = disks, 1, -1 do
    self:push(Disk.new(size), 1)
  end
  return self
end

function Towers:push(disk, pile)
  local top = self.piles[pile]
  if top ~= nil and disk.size >= top.size then
    error('cannot put a big disk on a smaller one')
  end
  disk.below = top
  self.piles[pile] = disk
end

function Towers:pop(pile)
  local top = self.piles[pile]
  if top == nil then
    error('cannot take a disk from an empty pile')
  end
  self.piles[pile] = top.below
  top.below = nil
  return top
end

function Towers:move_disks(disks, from, to)
  if disks == 1 then
    self.moves = self.moves + 1
    self:push(self:pop(from), to)
    return
  end
  local other = 6 - from - to
  self:move_disks(disks - 1, from, other)
  self:move_disks(1, from, to)
  self:move_disks(disks - 1, other, to)
end

function Towers:height(pile)
  local disk, disks = self.piles[pile], 0
  while disk ~= nil do
    disk, disks = disk.below, disks + 1
  end
  return disks
end

local towers = Towers.new(height)
towers:move_disks(height, 1, 2)
return string.format('%d moves; %d, %d, %d', towers.moves, towers:height(1), towers:height(2), towers:height(3))
