/** Patterns whose matching explodes. */
export const patterns: Record<string, string> = {
  'optional runs': 'local n = 30 return (("a"):rep(n)):find(("a?"):rep(n) .. ("a"):rep(n) .. "b")',
  'nested lazy runs': 'return (("a"):rep(5000)):find(".-.-.-.-b")',
  'nested greedy runs': 'return (("a"):rep(5000)):find(".*.*.*.*b")',
  'spaces before the end': 'return ((" "):rep(200000) .. "x"):find("%s+$")',
  'gsub with spaces before the end': 'return ((" "):rep(200000) .. "x"):gsub("%s+$", "")',
  'gmatch that never matches': 'for _ in (("a"):rep(20000)):gmatch(".-.-b") do end',
  'plain find at its worst': 'local s = ("a"):rep(2e6) while true do s:find(("a"):rep(1000) .. "b", 1, true) end',
  'find of a needle that begins differently':
    'local s = ("a"):rep(2e6) while true do s:find("b" .. ("a"):rep(1000), 1, true) end',
  'balanced pairs that never close': 'return (("("):rep(100000)):find("%b()")',
  'back references': 'return (("a"):rep(3000)):find("(.-)%1%1%1b")',
  'captures in captures': 'return (("a"):rep(2000)):find("((((.-).-).-).-)b")',
  frontiers: 'return (("a b "):rep(100000)):gsub("%f[%w]%w+%f[%W].-%f[%z]x", "")',
  'a long class': 'return (("a"):rep(4000000)):find("[" .. ("b"):rep(100000) .. "]")',
  'a long pattern': 'return (("a"):rep(100000)):find(("a-"):rep(150) .. "b")',
  'a pattern of a million items': 'return ("x"):find(("x"):rep(1e6))',
  'a pattern too deep': 'while true do pcall(string.find, ("a"):rep(1000), ("a?"):rep(1000)) end',
  'gsub with empty matches': 'local s = ("a"):rep(100000) while true do s:gsub("", "b") end',
  'gsub that grows its subject': 'local s = "a" while true do s = s:gsub("a", "aa") end',
  'gsub with a long template': 'return (("a"):rep(100000)):gsub("a", ("%0"):rep(1000))',
  'match at every start': 'local s = ("ab"):rep(100000) while true do s:match("a.-a.-c") end',
};
