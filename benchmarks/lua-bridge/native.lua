-- What lua5.3 itself takes: lua5.3 native.lua SIZE TIMES FILE…
-- The files together are one program. Prints the processor time of the shortest of TIMES runs in milliseconds, each from
-- the text to the result, and the result. What it takes to start and to read the files is in none of them.
local size, times = math.tointeger(arg[1]), math.tointeger(arg[2])
local texts = {}
for i = 3, #arg do
  texts[#texts + 1] = assert(io.open(arg[i], 'rb')):read('a')
end

local source = table.concat(texts, '\n')
local shortest, result = math.huge, nil
for _ = 1, times do
  local started = os.clock()
  result = assert(load(source))(size)
  shortest = math.min(shortest, os.clock() - started)
end
print(string.format('%.6f', shortest * 1000))
io.write(tostring(result))
