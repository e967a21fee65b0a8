-- Bounce: balls in a box, as objects that move and turn at its walls. The argument is how many frames there are; the
-- result is how often a ball has bounced, and where the last one is.
local frames = ...

local Random = {}
Random.__index = Random

function Random.new()
  return setmetatable({ seed = 74755 }, Random)
end

function Random:next()
  self.seed = (self.seed * 1309 + 13849) & 65535
  return self.seed
end

local BOX = 500

local Ball = {}
Ball.__index = Ball

function Ball.new(random)
  return setmetatable({
    x = random:next() % BOX,
    y = random:next() % BOX,
    dx = random:next() % 300 - 150,
    dy = random:next() % 300 - 150,
  }, Ball)
end

function Ball:bounce()
  local bounced = false
  self.x = self.x + self.dx
  self.y = self.y + self.dy
  if self.x > BOX then
    self.x, self.dx, bounced = BOX, -math.abs(self.dx), true
  end
  if self.x < 0 then
    self.x, self.dx, bounced = 0, math.abs(self.dx), true
  end
  if self.y > BOX then
    self.y, self.dy, bounced = BOX, -math.abs(self.dy), true
  end
  if self.y < 0 then
    self.y, self.dy, bounced = 0, math.abs(self.dy), true
  end
  return bounced
end

local random, balls, bounces = Random.new(), {}, 0
for i = 1, 100 do
  balls[i] = Ball.new(random)
end
for _ = 1, frames do
  for _, ball in ipairs(balls) do
    if ball:bounce() then
      bounces = bounces + 1
    end
  end
end
return string.format('%d bounces, the last ball at %d,%d', bounces, balls[100].x, balls[100].y)
