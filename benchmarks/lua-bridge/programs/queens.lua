-- Queens: eight queens that do not threaten each other, found by backtracking over free rows and diagonals. The argument
-- is how often the first solution is looked for; the result is how often it was found, and the solution.
local times = ...

local SIZE = 8

local Board = {}
Board.__index = Board

local function filled(length, value)
  local list = {}
  for i = 1, length do
    list[i] = value
  end
  return list
end

function Board.new()
  return setmetatable({
    rows = filled(SIZE, true),
    rising = filled(2 * SIZE, true),
    falling = filled(2 * SIZE, true),
    queens = filled(SIZE, -1),
  }, Board)
end

function Board:is_free(row, column)
  return self.rows[row] and self.rising[column + row] and self.falling[column - row + SIZE]
end

function Board:mark(row, column, free)
  self.rows[row] = free
  self.rising[column + row] = free
  self.falling[column - row + SIZE] = free
end

function Board:place(column)
  for row = 1, SIZE do
    if self:is_free(row, column) then
      self.queens[row] = column
      self:mark(row, column, false)
      if column == SIZE or self:place(column + 1) then
        return true
      end
      self:mark(row, column, true)
    end
  end
  return false
end

local found, board = 0, nil
for _ = 1, times do
  board = Board.new()
  if board:place(1) then
    found = found + 1
  end
end
return found .. ': ' .. table.concat(board.queens, ' ')
