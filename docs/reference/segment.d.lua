---@meta

---@class (exact) segment.identify.Parameters
---The unique identifier for the user in your database
---Required unless anonymousId is given.
---@field userId? string
---Key-value pairs of user traits (e.g., name, email, plan, role, company)
---@field traits? table<string, any>
---An identifier for a user who is not known yet; it may stand in for userId
---@field anonymousId? string
---When it happened, if not now (ISO 8601 with an offset)
---@field timestamp? string
---Identifies the event, so that sending it twice counts once (a random UUID if absent)
---@field messageId? string
---What else is known about the circumstances (ip, locale, userAgent, campaign)
---@field context? table<string, any>
---Which destinations receive the event (e.g., All = true)
---@field integrations? table<string, any>

---@class (exact) segment.identify.Result
---Identifies the event
---@field message_id string
---"delivered" once Segment accepted the event, "queued" while it waits, "dropped" if beforeSend removed it, "disabled" if the client is
---@field status string

---@class (exact) segment.track.Parameters
---The name of the event (e.g., "Order Completed")
---@field event string
---The unique identifier for the user
---Required unless anonymousId is given.
---@field userId? string
---Key-value pairs of event properties
---@field properties? table<string, any>
---An identifier for a user who is not known yet; it may stand in for userId
---@field anonymousId? string
---When it happened, if not now (ISO 8601 with an offset)
---@field timestamp? string
---Identifies the event, so that sending it twice counts once (a random UUID if absent)
---@field messageId? string
---What else is known about the circumstances (ip, locale, userAgent, campaign)
---@field context? table<string, any>
---Which destinations receive the event (e.g., All = true)
---@field integrations? table<string, any>

---@class (exact) segment.track.Result
---Identifies the event
---@field message_id string
---"delivered" once Segment accepted the event, "queued" while it waits, "dropped" if beforeSend removed it, "disabled" if the client is
---@field status string

---@class (exact) segment.page.Parameters
---The name of the page viewed
---@field name string
---The unique identifier for the user
---Required unless anonymousId is given.
---@field userId? string
---Key-value pairs of page properties (url, referrer, title, path)
---@field properties? table<string, any>
---An identifier for a user who is not known yet; it may stand in for userId
---@field anonymousId? string
---When it happened, if not now (ISO 8601 with an offset)
---@field timestamp? string
---Identifies the event, so that sending it twice counts once (a random UUID if absent)
---@field messageId? string
---What else is known about the circumstances (ip, locale, userAgent, campaign)
---@field context? table<string, any>
---Which destinations receive the event (e.g., All = true)
---@field integrations? table<string, any>

---@class (exact) segment.page.Result
---Identifies the event
---@field message_id string
---"delivered" once Segment accepted the event, "queued" while it waits, "dropped" if beforeSend removed it, "disabled" if the client is
---@field status string

---@class (exact) segment.group.Parameters
---The unique identifier for the group
---@field groupId string
---The unique identifier for the user
---Required unless anonymousId is given.
---@field userId? string
---Key-value pairs of group traits (name, plan, industry)
---@field traits? table<string, any>
---An identifier for a user who is not known yet; it may stand in for userId
---@field anonymousId? string
---When it happened, if not now (ISO 8601 with an offset)
---@field timestamp? string
---Identifies the event, so that sending it twice counts once (a random UUID if absent)
---@field messageId? string
---What else is known about the circumstances (ip, locale, userAgent, campaign)
---@field context? table<string, any>
---Which destinations receive the event (e.g., All = true)
---@field integrations? table<string, any>

---@class (exact) segment.group.Result
---Identifies the event
---@field message_id string
---"delivered" once Segment accepted the event, "queued" while it waits, "dropped" if beforeSend removed it, "disabled" if the client is
---@field status string

---@class (exact) segment.get_workspace.Parameters
---The workspace slug (e.g., "my-workspace")
---@field slug string

---@class (exact) segment.get_workspace.Result
---The workspace ID
---@field id string
---The workspace slug
---@field slug string
---The name of the workspace
---@field name string

---@class (exact) segment.list_sources.Parameters
---The workspace slug
---@field slug string

---@class (exact) segment.list_sources.Result.sources.labels
---The key
---@field key string
---The value
---@field value string
---What the label means
---@field description? string

---@class (exact) segment.list_sources.Result.sources
---The source ID
---@field id string
---The source slug
---@field slug string
---The name of the source; its slug where it has none
---@field name string
---The ID of the workspace the source belongs to
---@field workspace_id string
---Whether the source accepts events
---@field enabled boolean
---The first write key; absent when the token may not see write keys
---@field write_key? string
---All write keys; empty when the token may not see them
---@field write_keys string[]
---What kind of source it is
---@field metadata? table<string, any>
---The settings of the source
---@field settings? table<string, any>
---The labels of the source
---@field labels segment.list_sources.Result.sources.labels[]

---@class (exact) segment.list_sources.Result
---The sources of the workspace
---@field sources segment.list_sources.Result.sources[]

---@class (exact) segment.get_source.Parameters
---The workspace slug
---@field slug string
---The source ID
---@field id string

---@class (exact) segment.get_source.Result.labels
---The key
---@field key string
---The value
---@field value string
---What the label means
---@field description? string

---@class (exact) segment.get_source.Result
---The source ID
---@field id string
---The source slug
---@field slug string
---The name of the source; its slug where it has none
---@field name string
---The ID of the workspace the source belongs to
---@field workspace_id string
---Whether the source accepts events
---@field enabled boolean
---The first write key; absent when the token may not see write keys
---@field write_key? string
---All write keys; empty when the token may not see them
---@field write_keys string[]
---What kind of source it is
---@field metadata? table<string, any>
---The settings of the source
---@field settings? table<string, any>
---The labels of the source
---@field labels segment.get_source.Result.labels[]

---@class (exact) segment.get_current_user.Parameters

---@class (exact) segment.get_current_user.Result
---The user ID
---@field id string
---The name of the user
---@field name string
---The e-mail address of the user
---@field email string

---@class (exact) segment.screen.Parameters
---The name of the screen viewed
---@field name string
---The unique identifier for the user
---Required unless anonymousId is given.
---@field userId? string
---Key-value pairs of screen properties
---@field properties? table<string, any>
---An identifier for a user who is not known yet; it may stand in for userId
---@field anonymousId? string
---When it happened, if not now (ISO 8601 with an offset)
---@field timestamp? string
---Identifies the event, so that sending it twice counts once (a random UUID if absent)
---@field messageId? string
---What else is known about the circumstances (ip, locale, userAgent, campaign)
---@field context? table<string, any>
---Which destinations receive the event (e.g., All = true)
---@field integrations? table<string, any>

---@class (exact) segment.screen.Result
---Identifies the event
---@field message_id string
---"delivered" once Segment accepted the event, "queued" while it waits, "dropped" if beforeSend removed it, "disabled" if the client is
---@field status string

---@class (exact) segment.alias.Parameters
---The identifier the user has from now on
---@field userId string
---The identifier the user had before
---@field previousId string
---An identifier for a user who is not known yet; it may stand in for userId
---@field anonymousId? string
---When it happened, if not now (ISO 8601 with an offset)
---@field timestamp? string
---Identifies the event, so that sending it twice counts once (a random UUID if absent)
---@field messageId? string
---What else is known about the circumstances (ip, locale, userAgent, campaign)
---@field context? table<string, any>
---Which destinations receive the event (e.g., All = true)
---@field integrations? table<string, any>

---@class (exact) segment.alias.Result
---Identifies the event
---@field message_id string
---"delivered" once Segment accepted the event, "queued" while it waits, "dropped" if beforeSend removed it, "disabled" if the client is
---@field status string

---@class (exact) segment.verify_token.Parameters

---@class (exact) segment.verify_token.Result.workspace
---The workspace ID
---@field id string
---The workspace slug
---@field slug string
---The name of the workspace
---@field name string

---@class (exact) segment.verify_token.Result
---Whether Segment accepts the token
---@field valid boolean
---The workspace of a valid token
---@field workspace? segment.verify_token.Result.workspace

---@class segment.Functions
local app_integrations_segment_functions = {}

---Identify a user in Segment with their traits. Links metadata about a user to a known userId.
---
---```lua
----- Identify a user with traits
---app.integrations.segment.identify({
---  userId = "user-42",
---  traits = {
---    name = "Jane Doe",
---    email = "jane@example.com",
---    plan = "pro",
---    role = "admin"
---  }
---})
---```
---
---```lua
----- Update a user's plan
---app.integrations.segment.identify({
---  userId = "user-42",
---  traits = {
---    plan = "enterprise",
---    upgraded_at = "2026-04-05"
---  }
---})
---```
---@param parameters segment.identify.Parameters
---@return segment.identify.Result result
function app_integrations_segment_functions.identify(parameters) end

---Track a custom event for a user in Segment.
---
---```lua
----- Track a purchase event
---app.integrations.segment.track({
---  event = "Order Completed",
---  userId = "user-42",
---  properties = {
---    revenue = 99.99,
---    currency = "USD",
---    productId = "widget-3000",
---    quantity = 2
---  }
---})
---```
---
---```lua
----- Track a button click
---app.integrations.segment.track({
---  event = "CTA Clicked",
---  userId = "user-42",
---  properties = {
---    button = "Upgrade to Pro",
---    page = "/pricing"
---  }
---})
---```
---@param parameters segment.track.Parameters
---@return segment.track.Result result
function app_integrations_segment_functions.track(parameters) end

---Record a page view in Segment.
---
---```lua
----- Record a page view
---app.integrations.segment.page({
---  name = "Product Listing",
---  userId = "user-42",
---  properties = {
---    url = "/products/widgets",
---    category = "Widgets",
---    referrer = "https://google.com"
---  }
---})
---```
---@param parameters segment.page.Parameters
---@return segment.page.Result result
function app_integrations_segment_functions.page(parameters) end

---Associate a user with a group (organization, company, account) in Segment.
---
---```lua
----- Add user to an organization
---app.integrations.segment.group({
---  groupId = "org-123",
---  userId = "user-42",
---  traits = {
---    name = "Acme Corp",
---    plan = "enterprise",
---    industry = "Technology",
---    employee_count = 250
---  }
---})
---```
---@param parameters segment.group.Parameters
---@return segment.group.Result result
function app_integrations_segment_functions.group(parameters) end

---Get details of a Segment workspace by its slug. Requires an API token.
---
---```lua
----- Get workspace details
---local ws = app.integrations.segment.get_workspace({
---  slug = "my-workspace"
---})
---print(ws.name)
---print(ws.id)
---```
---@param parameters segment.get_workspace.Parameters
---@return segment.get_workspace.Result result
function app_integrations_segment_functions.get_workspace(parameters) end

---List all sources in a Segment workspace. Requires an API token.
---
---```lua
----- List all sources
---local result = app.integrations.segment.list_sources({
---  slug = "my-workspace"
---})
---
---for _, source in ipairs(result.sources or {}) do
---  print(source.name .. " (" .. source.id .. ")")
---end
---```
---@param parameters segment.list_sources.Parameters
---@return segment.list_sources.Result result
function app_integrations_segment_functions.list_sources(parameters) end

---Get details of a specific Segment source. Requires an API token.
---
---```lua
----- Get source details
---local source = app.integrations.segment.get_source({
---  slug = "my-workspace",
---  id = "abc123"
---})
---print(source.name)
---print(source.write_key)
---```
---@param parameters segment.get_source.Parameters
---@return segment.get_source.Result result
function app_integrations_segment_functions.get_source(parameters) end

---Get the currently authenticated Segment user. Requires an API token. Useful for verifying credentials.
---
---```lua
----- Verify API token is working
---local user = app.integrations.segment.get_current_user({})
---print("Authenticated as: " .. user.email)
---```
---@param parameters segment.get_current_user.Parameters
---@return segment.get_current_user.Result result
function app_integrations_segment_functions.get_current_user(parameters) end

---Record a screen view of a mobile app in Segment.
---
---```lua
----- Record a screen view
---app.integrations.segment.screen({
---  name = "Checkout",
---  userId = "user-42",
---  properties = {
---    step = 2
---  }
---})
---```
---@param parameters segment.screen.Parameters
---@return segment.screen.Result result
function app_integrations_segment_functions.screen(parameters) end

---Merge two identities of one user in Segment.
---
---```lua
----- Join a visitor with the account they opened
---app.integrations.segment.alias({
---  userId = "user-42",
---  previousId = "visitor-7"
---})
---```
---@param parameters segment.alias.Parameters
---@return segment.alias.Result result
function app_integrations_segment_functions.alias(parameters) end

---Check whether Segment accepts the API token, and which workspace it belongs to.
---
---```lua
----- Check the API token
---local token = app.integrations.segment.verify_token({})
---print((token.workspace or {}).slug)
---```
---@param parameters segment.verify_token.Parameters
---@return segment.verify_token.Result result
function app_integrations_segment_functions.verify_token(parameters) end

---@class segment : segment.Functions
---@field default segment.Functions
---@field production segment.Functions
---@field staging segment.Functions

app = app or {}
app.integrations = app.integrations or {}
---@type segment
app.integrations.segment = app_integrations_segment_functions
