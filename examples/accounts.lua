-- One script, several Segment accounts. Add your own with `segment-lua accounts add NAME`.
local segment = app.integrations.segment

-- The default account: both lines are the same call.
segment.track({ event = "Signed Up", userId = "user-42" })
segment.default.track({ event = "Signed Up", userId = "user-42" })

-- Named accounts have the same functions, with their own credentials.
for _, name in ipairs({ "staging", "production" }) do
  segment[name].track({ event = "Deployed", userId = "release-bot", properties = { version = "1.4.0" } })
end

-- An account that is not there is a mistake worth a clear answer.
local _, err = pcall(function()
  segment.prodution.track({ event = "Deployed", userId = "release-bot" })
end)
print(err.message)
