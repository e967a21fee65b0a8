-- Richards: the kernel of an operating system. A scheduler runs six tasks by priority, which send each other packets. The
-- argument is how often the idle task runs; the result is how many packets were queued, and how often a task was held
-- (23246 and 9297 for 10000).
local idle_runs = ...

local IDLE, WORKER, HANDLER_A, HANDLER_B, DEVICE_A, DEVICE_B = 1, 2, 3, 4, 5, 6
local DEVICE_PACKET, WORK_PACKET = 1, 2
local DATA_SIZE = 4

local Packet = {}
Packet.__index = Packet

function Packet.new(link, identity, kind)
  return setmetatable({ link = link, identity = identity, kind = kind, datum = 1, data = { 0, 0, 0, 0 } }, Packet)
end

function Packet:append_to(queue)
  self.link = nil
  if queue == nil then
    return self
  end
  local last = queue
  while last.link ~= nil do
    last = last.link
  end
  last.link = self
  return queue
end

-- A task, of which there are four kinds: each has its own `process`.
local Task = {}
Task.__index = Task

local function task_class()
  local class = setmetatable({}, Task)
  class.__index = class
  return class
end

function Task.create(class, scheduler, identity, priority, input, waiting)
  local self = setmetatable({
    scheduler = scheduler,
    identity = identity,
    priority = priority,
    input = input,
    packet_pending = input ~= nil,
    waiting = waiting,
    holding = false,
    link = scheduler.tasks,
  }, class)
  scheduler:add(self)
  return self
end

function Task:is_held_or_waiting()
  return self.holding or (not self.packet_pending and self.waiting)
end

function Task:run()
  local packet = nil
  if self.packet_pending and self.waiting and not self.holding then
    packet = self.input
    self.input = packet.link
    self.packet_pending = self.input ~= nil
    self.waiting = false
  end
  return self:process(packet)
end

function Task:add_input(packet, old)
  if self.input ~= nil then
    packet:append_to(self.input)
    return old
  end
  self.input = packet
  self.packet_pending = true
  return self.priority > old.priority and self or old
end

local IdleTask = task_class()

function IdleTask:process()
  self.count = self.count - 1
  if self.count == 0 then
    return self.scheduler:hold_self()
  end
  if self.control & 1 == 0 then
    self.control = self.control >> 1
    return self.scheduler:release(DEVICE_A)
  end
  self.control = (self.control >> 1) ~ 0xD008
  return self.scheduler:release(DEVICE_B)
end

local WorkerTask = task_class()

function WorkerTask:process(packet)
  if packet == nil then
    return self.scheduler:wait()
  end
  self.destination = self.destination == HANDLER_A and HANDLER_B or HANDLER_A
  packet.identity = self.destination
  packet.datum = 1
  for i = 1, DATA_SIZE do
    self.letter = self.letter % 26 + 1
    packet.data[i] = 64 + self.letter
  end
  return self.scheduler:queue(packet)
end

local HandlerTask = task_class()

function HandlerTask:process(packet)
  if packet ~= nil then
    if packet.kind == WORK_PACKET then
      self.work = packet:append_to(self.work)
    else
      self.devices = packet:append_to(self.devices)
    end
  end
  local work = self.work
  if work == nil then
    return self.scheduler:wait()
  end
  if work.datum > DATA_SIZE then
    self.work = work.link
    return self.scheduler:queue(work)
  end
  local device = self.devices
  if device == nil then
    return self.scheduler:wait()
  end
  self.devices = device.link
  device.datum = work.data[work.datum]
  work.datum = work.datum + 1
  return self.scheduler:queue(device)
end

local DeviceTask = task_class()

function DeviceTask:process(packet)
  if packet ~= nil then
    self.pending = packet
    return self.scheduler:hold_self()
  end
  local pending = self.pending
  if pending == nil then
    return self.scheduler:wait()
  end
  self.pending = nil
  return self.scheduler:queue(pending)
end

local Scheduler = {}
Scheduler.__index = Scheduler

function Scheduler.new()
  return setmetatable({ tasks = nil, current = nil, by_identity = {}, queued = 0, held = 0 }, Scheduler)
end

function Scheduler:add(task)
  self.tasks = task
  self.by_identity[task.identity] = task
end

function Scheduler:run()
  self.current = self.tasks
  while self.current ~= nil do
    if self.current:is_held_or_waiting() then
      self.current = self.current.link
    else
      self.current = self.current:run()
    end
  end
end

function Scheduler:hold_self()
  self.held = self.held + 1
  self.current.holding = true
  return self.current.link
end

function Scheduler:release(identity)
  local task = self.by_identity[identity]
  task.holding = false
  return task.priority > self.current.priority and task or self.current
end

function Scheduler:wait()
  self.current.waiting = true
  return self.current
end

function Scheduler:queue(packet)
  local task = self.by_identity[packet.identity]
  self.queued = self.queued + 1
  packet.link = nil
  packet.identity = self.current.identity
  return task:add_input(packet, self.current)
end

local function packets(number, identity, kind)
  local queue = nil
  for _ = 1, number do
    queue = Packet.new(queue, identity, kind)
  end
  return queue
end

local scheduler = Scheduler.new()
local idle = Task.create(IdleTask, scheduler, IDLE, 0, nil, false)
idle.control, idle.count = 1, idle_runs
local worker = Task.create(WorkerTask, scheduler, WORKER, 1000, packets(2, WORKER, WORK_PACKET), true)
worker.destination, worker.letter = HANDLER_A, 0
Task.create(HandlerTask, scheduler, HANDLER_A, 2000, packets(3, DEVICE_A, DEVICE_PACKET), true)
Task.create(HandlerTask, scheduler, HANDLER_B, 3000, packets(3, DEVICE_B, DEVICE_PACKET), true)
Task.create(DeviceTask, scheduler, DEVICE_A, 4000, nil, true)
Task.create(DeviceTask, scheduler, DEVICE_B, 5000, nil, true)
scheduler:run()
return string.format('%d queued, %d held', scheduler.queued, scheduler.held)
