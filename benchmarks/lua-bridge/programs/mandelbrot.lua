-- Mandelbrot: the set as a picture of one bit a point, eight to a byte. The argument is its width and height; the result
-- is how many bytes there are, and all of them combined by exclusive or, and as a sum.
local size = ...

local function is_inside(cr, ci)
  local zr, zi, zr2, zi2 = 0.0, 0.0, 0.0, 0.0
  for _ = 1, 50 do
    zi = 2.0 * zr * zi + ci
    zr = zr2 - zi2 + cr
    zr2, zi2 = zr * zr, zi * zi
    if zr2 + zi2 > 4.0 then
      return false
    end
  end
  return true
end

local function each_byte(visit)
  for y = 0, size - 1 do
    local ci = 2.0 * y / size - 1.0
    local byte, bits = 0, 0
    for x = 0, size - 1 do
      byte = (byte << 1) + (is_inside(2.0 * x / size - 1.5, ci) and 1 or 0)
      bits = bits + 1
      if bits == 8 or x == size - 1 then
        visit(byte << (8 - bits))
        byte, bits = 0, 0
      end
    end
  end
end

local bytes, combined, sum = 0, 0, 0
each_byte(function(byte)
  bytes = bytes + 1
  combined = combined ~ byte
  sum = (sum + byte * (bytes % 251)) % 1000003
end)
return string.format('%d bytes, %d, %d', bytes, combined, sum)
