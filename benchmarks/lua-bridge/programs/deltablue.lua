-- DeltaBlue: an incremental solver of constraints with strengths. The argument is how long the chain of equalities is, and
-- how many pairs are scaled; the result is what the last variables are.
local size = ...

-- Strengths: the lower the number, the stronger.
local Strength = {}
Strength.__index = Strength

local function strength(level, name)
  return setmetatable({ level = level, name = name }, Strength)
end

local REQUIRED, PREFERRED, STRONG_DEFAULT = strength(0, 'required'), strength(2, 'preferred'), strength(3, 'strong default')
local DEFAULT, WEAKEST = strength(4, 'default'), strength(6, 'weakest')

function Strength:is_stronger(other)
  return self.level < other.level
end

function Strength:is_weaker(other)
  return self.level > other.level
end

function Strength:weakest_of(other)
  return self:is_weaker(other) and self or other
end

local Variable = {}
Variable.__index = Variable

function Variable.new(value)
  return setmetatable(
    { value = value, constraints = {}, determined_by = nil, mark = 0, walk_strength = WEAKEST, stay = true },
    Variable
  )
end

function Variable:remove(constraint)
  for i, held in ipairs(self.constraints) do
    if held == constraint then
      table.remove(self.constraints, i)
      break
    end
  end
  if self.determined_by == constraint then
    self.determined_by = nil
  end
end

-- What all constraints do alike.
local Constraint = {}
Constraint.__index = Constraint

local function class_of(parent)
  local class = setmetatable({}, parent)
  class.__index = class
  return class
end

function Constraint:is_input()
  return false
end

function Constraint:enable(planner)
  self:add_to_graph()
  planner:add_incrementally(self)
end

function Constraint:disable(planner)
  if self:is_satisfied() then
    planner:remove_incrementally(self)
  else
    self:remove_from_graph()
  end
end

-- Tries to satisfy this constraint; answers with the one that is no longer satisfied for it.
function Constraint:satisfy(mark, planner)
  self:choose_method(mark)
  if not self:is_satisfied() then
    if self.strength == REQUIRED then
      error('a required constraint cannot be satisfied')
    end
    return nil
  end
  self:mark_inputs(mark)
  local out = self:output()
  local overridden = out.determined_by
  if overridden ~= nil then
    overridden:mark_unsatisfied()
  end
  out.determined_by = self
  if not planner:add_propagate(self, mark) then
    error('a cycle of constraints')
  end
  out.mark = mark
  return overridden
end

-- Constraints on one variable.
local Unary = class_of(Constraint)

function Unary.create(class, variable, strength_of, planner)
  local self = setmetatable({ variable = variable, strength = strength_of, satisfied = false }, class)
  self:enable(planner)
  return self
end

function Unary:add_to_graph()
  self.variable.constraints[#self.variable.constraints + 1] = self
  self.satisfied = false
end

function Unary:remove_from_graph()
  self.variable:remove(self)
  self.satisfied = false
end

function Unary:choose_method(mark)
  self.satisfied = self.variable.mark ~= mark and self.strength:is_stronger(self.variable.walk_strength)
end

function Unary:is_satisfied()
  return self.satisfied
end

function Unary:mark_unsatisfied()
  self.satisfied = false
end

function Unary:mark_inputs() end

function Unary:inputs_known()
  return true
end

function Unary:output()
  return self.variable
end

function Unary:recalculate()
  self.variable.walk_strength = self.strength
  self.variable.stay = not self:is_input()
  if self.variable.stay then
    self:execute()
  end
end

function Unary:execute() end

local Stay, Edit = class_of(Unary), class_of(Unary)

function Edit:is_input()
  return true
end

-- Constraints between two variables, which flow one way or the other.
local NONE, FORWARD, BACKWARD = 0, 1, 2
local Binary = class_of(Constraint)

function Binary.create(class, first, second, strength_of, planner)
  local self = setmetatable({ first = first, second = second, strength = strength_of, direction = NONE }, class)
  self:enable(planner)
  return self
end

function Binary:add_to_graph()
  self.first.constraints[#self.first.constraints + 1] = self
  self.second.constraints[#self.second.constraints + 1] = self
  self.direction = NONE
end

function Binary:remove_from_graph()
  self.first:remove(self)
  self.second:remove(self)
  self.direction = NONE
end

function Binary:choose_method(mark)
  local first, second = self.first, self.second
  if first.mark == mark then
    local flows = second.mark ~= mark and self.strength:is_stronger(second.walk_strength)
    self.direction = flows and FORWARD or NONE
  elseif second.mark == mark then
    self.direction = self.strength:is_stronger(first.walk_strength) and BACKWARD or NONE
  elseif first.walk_strength:is_weaker(second.walk_strength) then
    self.direction = self.strength:is_stronger(first.walk_strength) and BACKWARD or NONE
  else
    self.direction = self.strength:is_stronger(second.walk_strength) and FORWARD or NONE
  end
end

function Binary:is_satisfied()
  return self.direction ~= NONE
end

function Binary:mark_unsatisfied()
  self.direction = NONE
end

function Binary:input()
  return self.direction == FORWARD and self.first or self.second
end

function Binary:output()
  return self.direction == FORWARD and self.second or self.first
end

function Binary:mark_inputs(mark)
  self:input().mark = mark
end

function Binary:inputs_known(mark)
  local input = self:input()
  return input.mark == mark or input.stay or input.determined_by == nil
end

function Binary:recalculate()
  local input, out = self:input(), self:output()
  out.walk_strength = self.strength:weakest_of(input.walk_strength)
  out.stay = input.stay
  if out.stay then
    self:execute()
  end
end

local Equality = class_of(Binary)

function Equality:execute()
  self:output().value = self:input().value
end

-- second = first * scale + offset
local Scale = class_of(Binary)

function Scale.new(first, scale, offset, second, strength_of, planner)
  local self = setmetatable(
    { first = first, second = second, scale = scale, offset = offset, strength = strength_of, direction = NONE },
    Scale
  )
  self:enable(planner)
  return self
end

function Scale:add_to_graph()
  Binary.add_to_graph(self)
  self.scale.constraints[#self.scale.constraints + 1] = self
  self.offset.constraints[#self.offset.constraints + 1] = self
end

function Scale:remove_from_graph()
  Binary.remove_from_graph(self)
  self.scale:remove(self)
  self.offset:remove(self)
end

function Scale:mark_inputs(mark)
  Binary.mark_inputs(self, mark)
  self.scale.mark, self.offset.mark = mark, mark
end

function Scale:execute()
  if self.direction == FORWARD then
    self.second.value = self.first.value * self.scale.value + self.offset.value
  else
    self.first.value = (self.second.value - self.offset.value) // self.scale.value
  end
end

function Scale:recalculate()
  local input, out = self:input(), self:output()
  out.walk_strength = self.strength:weakest_of(input.walk_strength)
  out.stay = input.stay and self.scale.stay and self.offset.stay
  if out.stay then
    self:execute()
  end
end

-- A plan: constraints in the order in which they are to be executed.
local Plan = {}
Plan.__index = Plan

function Plan:execute()
  for _, constraint in ipairs(self.steps) do
    constraint:execute()
  end
end

local Planner = {}
Planner.__index = Planner

function Planner.new()
  return setmetatable({ mark = 0 }, Planner)
end

function Planner:new_mark()
  self.mark = self.mark + 1
  return self.mark
end

function Planner:add_incrementally(constraint)
  local mark = self:new_mark()
  local overridden = constraint:satisfy(mark, self)
  while overridden ~= nil do
    overridden = overridden:satisfy(mark, self)
  end
end

function Planner:remove_incrementally(constraint)
  local out = constraint:output()
  constraint:mark_unsatisfied()
  constraint:remove_from_graph()
  local unsatisfied = self:remove_propagate_from(out)
  for level = REQUIRED.level, WEAKEST.level do
    for _, left in ipairs(unsatisfied) do
      if left.strength.level == level then
        self:add_incrementally(left)
      end
    end
  end
end

-- Adds the constraints downstream of a variable, but for the one that determines it, to a list of those to be visited.
local function add_consuming(variable, list)
  for _, constraint in ipairs(variable.constraints) do
    if constraint ~= variable.determined_by and constraint:is_satisfied() then
      list[#list + 1] = constraint
    end
  end
end

function Planner:add_propagate(constraint, mark)
  local todo = { constraint }
  while #todo > 0 do
    local step = table.remove(todo)
    if step:output().mark == mark then
      self:remove_incrementally(constraint)
      return false
    end
    step:recalculate()
    add_consuming(step:output(), todo)
  end
  return true
end

function Planner:remove_propagate_from(out)
  out.determined_by, out.walk_strength, out.stay = nil, WEAKEST, true
  local unsatisfied, todo = {}, { out }
  while #todo > 0 do
    local variable = table.remove(todo)
    for _, constraint in ipairs(variable.constraints) do
      if not constraint:is_satisfied() then
        unsatisfied[#unsatisfied + 1] = constraint
      end
    end
    local consuming = {}
    add_consuming(variable, consuming)
    for _, constraint in ipairs(consuming) do
      constraint:recalculate()
      todo[#todo + 1] = constraint:output()
    end
  end
  return unsatisfied
end

function Planner:plan_from(constraints)
  local todo = {}
  for _, constraint in ipairs(constraints) do
    if constraint:is_input() and constraint:is_satisfied() then
      todo[#todo + 1] = constraint
    end
  end
  local mark, steps = self:new_mark(), {}
  while #todo > 0 do
    local constraint = table.remove(todo)
    local out = constraint:output()
    if out.mark ~= mark and constraint:inputs_known(mark) then
      steps[#steps + 1] = constraint
      out.mark = mark
      add_consuming(out, todo)
    end
  end
  return setmetatable({ steps = steps }, Plan)
end

function Planner:change(variable, value)
  local edit = Unary.create(Edit, variable, PREFERRED, self)
  local plan = self:plan_from({ edit })
  for _ = 1, 10 do
    variable.value = value
    plan:execute()
  end
  edit:disable(self)
end

-- A chain of equalities, at whose head 100 values are put in.
local function run_chain(length)
  local planner, variables = Planner.new(), {}
  for i = 1, length + 1 do
    variables[i] = Variable.new(0)
  end
  for i = 1, length do
    Binary.create(Equality, variables[i], variables[i + 1], REQUIRED, planner)
  end
  Unary.create(Stay, variables[length + 1], STRONG_DEFAULT, planner)
  local edit = Unary.create(Edit, variables[1], PREFERRED, planner)
  local plan = planner:plan_from({ edit })
  for value = 1, 100 do
    variables[1].value = value
    plan:execute()
    if variables[length + 1].value ~= value then
      error('the chain does not hold')
    end
  end
  edit:disable(planner)
  return variables[length + 1].value, #plan.steps
end

-- Pairs that one scale and one offset project, edited at each end.
local function run_projection(number)
  local planner, scale, offset = Planner.new(), Variable.new(10), Variable.new(1000)
  local first, second, projected = nil, nil, {}
  for i = 1, number do
    first, second = Variable.new(i), Variable.new(i)
    projected[i] = second
    Unary.create(Stay, first, DEFAULT, planner)
    Scale.new(first, scale, offset, second, REQUIRED, planner)
  end
  planner:change(first, 17)
  local forward = second.value
  planner:change(second, 1050)
  local backward = first.value
  planner:change(scale, 5)
  planner:change(offset, 2000)
  local sum = 0
  for i = 1, number - 1 do
    if projected[i].value ~= i * 5 + 2000 then
      error('the projection does not hold')
    end
    sum = sum + projected[i].value
  end
  return forward, backward, sum
end

local last, steps = run_chain(size)
local forward, backward, sum = run_projection(size)
return string.format('%d after %d steps; %d, %d, %d', last, steps, forward, backward, sum)
