/** Lua programs that every contender runs as they are. */
export const compute = {
  'fib(27)': 'local function fib(n) if n < 2 then return n end return fib(n - 1) + fib(n - 2) end return fib(27)',
  '100k string pieces':
    'local t = {} for i = 1, 100000 do t[#t + 1] = "piece " .. i end local s = table.concat(t, ",") return #s',
  '100k string keys':
    'local t = {} for i = 1, 100000 do t["key" .. i] = i end local s = 0 for i = 1, 100000 do s = s + t["key" .. i] end return s',
  'sort 100k by comparator':
    'local t, x = {}, 42 for i = 1, 100000 do x = (x * 1664525 + 1013904223) % 4294967296 t[i] = x % 1000003 end table.sort(t, function(a, b) return a < b end) return t[1]',
  'gsub over 1 MB':
    'local s = ("The quick brown fox, 42 years old. "):rep(30000) local r, n = s:gsub("%w+", "<%0>") return n',
  'gmatch over 1 MB':
    'local s = ("The quick brown fox, 42 years old. "):rep(30000) local n = 0 for w in s:gmatch("%a+") do n = n + #w end return n',
  'find over 1 MB':
    'local s = ("The quick brown fox, 42 years old. "):rep(30000) local n, at = 0, 1 while true do local a, b = s:find("%d+", at) if not a then break end n, at = n + 1, b + 1 end return n',
};

/** Programs that only compute. */
export const programs = {
  mandelbrot: `local N=64 local count=0 for y=0,N-1 do local ci=2.0*y/N-1.0 for x=0,N-1 do local cr=2.0*x/N-1.5 local zr,zi=0.0,0.0 local n=0 while n<50 and zr*zr+zi*zi<4.0 do zr,zi=zr*zr-zi*zi+cr,2.0*zr*zi+ci n=n+1 end count=count+n end end return count`,
  't[i] loops': `local t={} for i=1,10000 do t[i]=i end local s=0 for k=1,30 do for i=1,#t do s=s+t[i] end end return s`,
  closures: `local function mk(n) return function(x) n=n+x return n end end local f=mk(1) local s=0 for i=1,100000 do s=s+f(i) end return s`,
  't.x get/set': `local p={x=1,y=2,z=3} for i=1,300000 do p.x=p.x+p.y p.z=p.x-p.y end return p.x`,
  'fib(24)': `local function fib(n) if n < 2 then return n end return fib(n-1)+fib(n-2) end return fib(24)`,
  'string building': `local t={} for i=1,20000 do t[#t+1]="piece "..i..";" end return #table.concat(t)`,
  methods: `local C={} C.__index=C function C.new(v) return setmetatable({v=v},C) end function C:add(n) self.v=self.v+n return self end local o=C.new(0) for i=1,200000 do o:add(i) end return o.v`,
  '20k string keys': `local t={} for i=1,20000 do t["key"..i]=i end local s=0 for i=1,20000 do s=s+t["key"..i] end return s`,
  'sort by comparator': `local t,x={},42 for i=1,20000 do x=(x*1664525+1013904223)%4294967296 t[i]=x%1000003 end table.sort(t,function(a,b) return a<b end) return t[1]`,
  records: `local r={} for i=1,5000 do r[i]={id=i,name="n"..i,score=i*0.5,active=i%2==0} end local s=0 for k=1,10 do for i,v in ipairs(r) do if v.active then s=s+v.score+v.id end end end return s`,
  '__add and allocation': `local M={} M.__index=M M.__add=function(a,b) return setmetatable({x=a.x+b.x,y=a.y+b.y},M) end local a=setmetatable({x=0,y=0},M) local d=setmetatable({x=1,y=2},M) for i=1,50000 do a=a+d end return a.x`,
  '100 keys, dynamic t[k]': `local ks={} for i=1,100 do ks[i]="k"..i end local t={} for i=1,100 do t[ks[i]]=i end local s=0 for n=1,2000 do for i=1,100 do s=s+t[ks[i]] end end return s`,
  sieve: `local N=100000 local p={} for i=2,N do p[i]=true end for i=2,N do if p[i] then for j=i*i,N,i do p[j]=false end end end local c=0 for i=2,N do if p[i] then c=c+1 end end return c`,
  'n-body': `local function adv(b,dt) local n=#b for i=1,n do local bi=b[i] local bix,biy,bim=bi.x,bi.y,bi.m local vx,vy=bi.vx,bi.vy for j=i+1,n do local bj=b[j] local dx,dy=bix-bj.x,biy-bj.y local d2=dx*dx+dy*dy+0.01 local mag=dt/(d2*d2^0.5) local bm=bj.m*mag vx=vx-dx*bm vy=vy-dy*bm bm=bim*mag bj.vx=bj.vx+dx*bm bj.vy=bj.vy+dy*bm end bi.vx=vx bi.vy=vy bi.x=bix+dt*vx bi.y=biy+dt*vy end end local b={} for i=1,5 do b[i]={x=i*1.0,y=i*0.5,vx=0.1*i,vy=0.0,m=1.0/i} end for i=1,4000 do adv(b,0.01) end return b[1].x`,
};

/** Programs that call the host; `n` calls each. */
export const calls = {
  'host call f(i)': { n: 100000, code: 'local f = f for i = 1, 100000 do f(i) end' },
  'host call with a table': {
    n: 10000,
    code: 'local f = g for i = 1, 10000 do f({ id = i, name = "Ann", email = "ann@example.com", active = true, nested = { plan = "pro", seats = 5 } }) end',
  },
  '1,000 x 5 records': {
    n: 1,
    code: 'local sum = 0 for _, r in ipairs(records()) do sum = sum + r.id + r.score + #r.name + #r.email if r.active then sum = sum + 1 end end return sum',
  },
};

/** Records for the third. */
export const records = Array.from({ length: 1000 }, (_, i) => ({
  id: i,
  name: `user ${i}`,
  email: `user${i}@example.com`,
  score: i / 3,
  active: i % 2 === 0,
}));
