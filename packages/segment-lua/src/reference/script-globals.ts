/** What scripts find beside Segment's functions and Lua's library, for editors. */
export const scriptGlobals = `
---Values that are given to the script, by name
---@type table<string, any>
args = {}

---Shows any value
---@param ... any
function dump(...) end

---Runs functions at once, or one for each item of a list, and waits for all of them
---@overload fun(list: any[], f: (fun(item: any, index: integer): any), options?: { limit: integer }): any[]
---@param ... fun(): any
---@return any ...
function parallel(...) end

---@class json
---JSON null
---@field null any
json = {}

---Writes a value as JSON
---@param value any
---@param options? table<string, any>
---@return string
function json.encode(value, options) end

---Reads JSON
---@param text string
---@return any
function json.decode(text) end

---Marks a table as a list, also an empty one
---@generic T : table
---@param list? T
---@return T
function json.array(list) end

---@class regex
regex = {}

---The first match of a regular expression: its groups, or the whole
---@param text string
---@param pattern string
---@param flags? string
---@return any ...
function regex.match(text, pattern, flags) end

---Every match of a regular expression
---@param text string
---@param pattern string
---@param flags? string
---@return any[]
function regex.match_all(text, pattern, flags) end

---Replaces what a regular expression matches
---@param text string
---@param pattern string
---@param replacement string|table|function
---@param flags? string
---@return string text
---@return integer count
function regex.gsub(text, pattern, replacement, flags) end
`;
