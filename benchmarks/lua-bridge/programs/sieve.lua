-- Sieve: Eratosthenes' sieve over an array of flags. The argument is how far it goes; the result is how many primes there
-- are, and the last.
local limit = ...

local function sieve(flags, size)
  local primes, last = 0, 0
  for i = 2, size do
    if flags[i] then
      primes, last = primes + 1, i
      for k = i + i, size, i do
        flags[k] = false
      end
    end
  end
  return primes, last
end

local flags = {}
for i = 1, limit do
  flags[i] = true
end
local primes, last = sieve(flags, limit)
return string.format('%d primes, the last %d', primes, last)
