---@meta
---@diagnostic disable: lowercase-global

---@class segment.Failure
---@field code? string
---@field message? string
---@field kind? string
---@field field? string
---@field suggestion? string

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

---@class (exact) segment.identify.Result : segment.Failure
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

---@class (exact) segment.track.Result : segment.Failure
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

---@class (exact) segment.page.Result : segment.Failure
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

---@class (exact) segment.group.Result : segment.Failure
---Identifies the event
---@field message_id string
---"delivered" once Segment accepted the event, "queued" while it waits, "dropped" if beforeSend removed it, "disabled" if the client is
---@field status string

---@class (exact) segment.get_workspace.Parameters
---The workspace slug (e.g., "my-workspace")
---@field slug string

---@class (exact) segment.get_workspace.Result : segment.Failure
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

---@class (exact) segment.list_sources.Result : segment.Failure
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

---@class (exact) segment.get_source.Result : segment.Failure
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

---@class (exact) segment.get_current_user.Result : segment.Failure
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

---@class (exact) segment.screen.Result : segment.Failure
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

---@class (exact) segment.alias.Result : segment.Failure
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

---@class (exact) segment.verify_token.Result : segment.Failure
---Whether Segment accepts the token
---@field valid boolean
---The workspace of a valid token
---@field workspace? segment.verify_token.Result.workspace

---@class (exact) segment.get_daily_workspace_api_calls_usage.Parameters.pagination
---The next of the page before.
---@field cursor? string
---Entries a page, at most 1000.
---@field count integer

---@class (exact) segment.get_daily_workspace_api_calls_usage.Parameters
---First day of the month: 2026-01-01.
---@field period string
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.get_daily_workspace_api_calls_usage.Parameters.pagination
---Whether the list is read to its end. Default: unless pagination asks for a page.
---@field all? boolean

---@class (exact) segment.get_daily_workspace_api_calls_usage.Result.daily_workspace_api_calls_usage
---@field api_calls string
---@field timestamp string

---@class (exact) segment.get_daily_workspace_api_calls_usage.Result.pagination
---@field current string
---@field next? string|nil
---@field previous? string|nil
---@field total_entries? number

---@class (exact) segment.get_daily_workspace_api_calls_usage.Result : segment.Failure
---@field daily_workspace_api_calls_usage segment.get_daily_workspace_api_calls_usage.Result.daily_workspace_api_calls_usage[]
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination segment.get_daily_workspace_api_calls_usage.Result.pagination

---@class (exact) segment.get_daily_per_source_api_calls_usage.Parameters.pagination
---The next of the page before.
---@field cursor? string
---Entries a page, at most 1000.
---@field count integer

---@class (exact) segment.get_daily_per_source_api_calls_usage.Parameters
---First day of the month: 2026-01-01.
---@field period string
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.get_daily_per_source_api_calls_usage.Parameters.pagination
---Whether the list is read to its end. Default: unless pagination asks for a page.
---@field all? boolean

---@class (exact) segment.get_daily_per_source_api_calls_usage.Result.daily_per_source_api_calls_usage
---Id of the source.
---@field source_id string
---@field api_calls string
---@field timestamp string

---@class (exact) segment.get_daily_per_source_api_calls_usage.Result.pagination
---@field current string
---@field next? string|nil
---@field previous? string|nil
---@field total_entries? number

---@class (exact) segment.get_daily_per_source_api_calls_usage.Result : segment.Failure
---@field daily_per_source_api_calls_usage segment.get_daily_per_source_api_calls_usage.Result.daily_per_source_api_calls_usage[]
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination segment.get_daily_per_source_api_calls_usage.Result.pagination

---@class (exact) segment.list_supported_destinations.Parameters
---Id of the space.
---@field spaceId string
---USERS, ACCOUNTS or LINKED.
---@field audienceType string
---Only the destination with this slug.
---@field slug? string
---Only destinations with this action.
---@field actionId? string

---@class (exact) segment.list_supported_destinations.Result.pagination
---@field current string
---@field next? string|nil
---@field previous? string|nil
---@field total_entries? number

---@class (exact) segment.list_supported_destinations.Result : segment.Failure
---@field destinations table<string, any>
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.list_supported_destinations.Result.pagination

---@class (exact) segment.remove_activation_from_audience.Parameters
---Id of the space.
---@field spaceId string
---Id of the audience.
---@field audienceId string
---Id of the activation.
---@field id string

---@class (exact) segment.remove_activation_from_audience.Result : segment.Failure
---Only those with this status.
---@field status string

---@class (exact) segment.get_activation_from_audience.Parameters
---Id of the space.
---@field spaceId string
---Id of the audience.
---@field audienceId string
---Id of the activation.
---@field id string

---@class (exact) segment.get_activation_from_audience.Result.activation.personalization.profile
---@field properties string[]
---@field mapping? table<string, any>

---@class (exact) segment.get_activation_from_audience.Result.activation.personalization.entities
---Properties of the entity.
---@field properties string[]
---How it is linked, by the slug of the relationship.
---@field relationship_slug string

---@class (exact) segment.get_activation_from_audience.Result.activation.personalization
---@field profile segment.get_activation_from_audience.Result.activation.personalization.profile
---@field entities? segment.get_activation_from_audience.Result.activation.personalization.entities[]
---@field sync_entity_property_changes? boolean

---@class (exact) segment.get_activation_from_audience.Result.activation.destination_mapping
---The action.
---@field action_id string
---What goes into each field of the action.
---@field settings? table<string, any>

---@class (exact) segment.get_activation_from_audience.Result.activation
---@field id string
---Whether it is on.
---@field enabled boolean
---@field workspace_id string
---Id of the space.
---@field space_id string
---Id of the audience.
---@field audience_id string
---@field connection_id string
---@field activation_type string
---A name for people.
---@field activation_name string
---The name that is shown.
---@field display_name? string|nil
---Which traits and entities go along.
---@field personalization segment.get_activation_from_audience.Result.activation.personalization
---The action of the destination and its settings.
---@field destination_mapping? segment.get_activation_from_audience.Result.activation.destination_mapping
---Whether all members are sent again.
---@field perform_resync? boolean

---@class (exact) segment.get_activation_from_audience.Result : segment.Failure
---@field activation segment.get_activation_from_audience.Result.activation

---@class (exact) segment.update_activation_for_audience.Parameters.personalization.profile
---The traits.
---@field properties? string[]
---What each trait is called there.
---@field mapping? table<string, any>

---@class (exact) segment.update_activation_for_audience.Parameters.personalization.entities
---Properties of the entity.
---@field properties string[]
---How it is linked, by the slug of the relationship.
---@field relationshipSlug string

---@class (exact) segment.update_activation_for_audience.Parameters.personalization
---Traits of the profile.
---@field profile? segment.update_activation_for_audience.Parameters.personalization.profile
---Entities linked to it.
---@field entities? segment.update_activation_for_audience.Parameters.personalization.entities[]
---Whether a change of an entity is sent, too.
---@field syncEntityPropertyChanges? boolean

---@class (exact) segment.update_activation_for_audience.Parameters.destinationMapping
---The action.
---@field actionId string
---What goes into each field of the action.
---@field settings? table<string, any>

---@class (exact) segment.update_activation_for_audience.Parameters
---Id of the space.
---@field spaceId string
---Id of the audience.
---@field audienceId string
---Id of the activation.
---@field id string
---Whether it is on.
---@field enabled? boolean
---A name for people.
---@field activationName? string
---The name that is shown.
---@field displayName? string|nil
---Which traits and entities go along.
---@field personalization? segment.update_activation_for_audience.Parameters.personalization
---The action of the destination and its settings.
---@field destinationMapping? segment.update_activation_for_audience.Parameters.destinationMapping
---Whether all members are sent again.
---@field performResync? boolean

---@class (exact) segment.update_activation_for_audience.Result.activation.personalization.profile
---@field properties string[]
---@field mapping? table<string, any>

---@class (exact) segment.update_activation_for_audience.Result.activation.personalization.entities
---Properties of the entity.
---@field properties string[]
---How it is linked, by the slug of the relationship.
---@field relationship_slug string

---@class (exact) segment.update_activation_for_audience.Result.activation.personalization
---@field profile segment.update_activation_for_audience.Result.activation.personalization.profile
---@field entities? segment.update_activation_for_audience.Result.activation.personalization.entities[]
---@field sync_entity_property_changes? boolean

---@class (exact) segment.update_activation_for_audience.Result.activation.destination_mapping
---The action.
---@field action_id string
---What goes into each field of the action.
---@field settings? table<string, any>

---@class (exact) segment.update_activation_for_audience.Result.activation
---@field id string
---Whether it is on.
---@field enabled boolean
---@field workspace_id string
---Id of the space.
---@field space_id string
---Id of the audience.
---@field audience_id string
---@field connection_id string
---@field activation_type string
---A name for people.
---@field activation_name string
---The name that is shown.
---@field display_name? string|nil
---Which traits and entities go along.
---@field personalization segment.update_activation_for_audience.Result.activation.personalization
---The action of the destination and its settings.
---@field destination_mapping? segment.update_activation_for_audience.Result.activation.destination_mapping
---Whether all members are sent again.
---@field perform_resync? boolean

---@class (exact) segment.update_activation_for_audience.Result : segment.Failure
---@field activation segment.update_activation_for_audience.Result.activation

---@class (exact) segment.list_activations_from_audience.Parameters.pagination
---The next of the page before.
---@field cursor? string
---Entries a page, at most 1000.
---@field count integer

---@class (exact) segment.list_activations_from_audience.Parameters
---Id of the space.
---@field spaceId string
---Id of the audience.
---@field audienceId string
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.list_activations_from_audience.Parameters.pagination
---Whether the list is read to its end. Default: unless pagination asks for a page.
---@field all? boolean

---@class (exact) segment.list_activations_from_audience.Result.activations.personalization.profile
---@field properties string[]
---@field mapping? table<string, any>

---@class (exact) segment.list_activations_from_audience.Result.activations.personalization.entities
---Properties of the entity.
---@field properties string[]
---How it is linked, by the slug of the relationship.
---@field relationship_slug string

---@class (exact) segment.list_activations_from_audience.Result.activations.personalization
---@field profile segment.list_activations_from_audience.Result.activations.personalization.profile
---@field entities? segment.list_activations_from_audience.Result.activations.personalization.entities[]
---@field sync_entity_property_changes? boolean

---@class (exact) segment.list_activations_from_audience.Result.activations.destination_mapping
---The action.
---@field action_id string
---What goes into each field of the action.
---@field settings? table<string, any>

---@class (exact) segment.list_activations_from_audience.Result.activations
---@field id string
---Whether it is on.
---@field enabled boolean
---@field workspace_id string
---Id of the space.
---@field space_id string
---Id of the audience.
---@field audience_id string
---@field connection_id string
---@field activation_type string
---A name for people.
---@field activation_name string
---The name that is shown.
---@field display_name? string|nil
---Which traits and entities go along.
---@field personalization segment.list_activations_from_audience.Result.activations.personalization
---The action of the destination and its settings.
---@field destination_mapping? segment.list_activations_from_audience.Result.activations.destination_mapping
---Whether all members are sent again.
---@field perform_resync? boolean

---@class (exact) segment.list_activations_from_audience.Result.pagination
---@field current string
---@field next? string|nil
---@field previous? string|nil
---@field total_entries? number

---@class (exact) segment.list_activations_from_audience.Result : segment.Failure
---@field activations segment.list_activations_from_audience.Result.activations[]
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.list_activations_from_audience.Result.pagination

---@class (exact) segment.add_activation_to_audience.Parameters.personalization.profile
---The traits.
---@field properties? string[]
---What each trait is called there.
---@field mapping? table<string, any>

---@class (exact) segment.add_activation_to_audience.Parameters.personalization.entities
---Properties of the entity.
---@field properties string[]
---How it is linked, by the slug of the relationship.
---@field relationshipSlug string

---@class (exact) segment.add_activation_to_audience.Parameters.personalization
---Traits of the profile.
---@field profile? segment.add_activation_to_audience.Parameters.personalization.profile
---Entities linked to it.
---@field entities? segment.add_activation_to_audience.Parameters.personalization.entities[]
---Whether a change of an entity is sent, too.
---@field syncEntityPropertyChanges? boolean

---@class (exact) segment.add_activation_to_audience.Parameters.destinationMapping
---The action.
---@field actionId string
---What goes into each field of the action.
---@field settings? table<string, any>

---@class (exact) segment.add_activation_to_audience.Parameters
---Id of the space.
---@field spaceId string
---Id of the audience.
---@field audienceId string
---Id of the connection of the audience to the destination.
---@field connectionId string
---Whether it is on.
---@field enabled? boolean
---Whether all members are sent again.
---@field performResync boolean
---What is sent, such as an event or a change of a list; the destination says which it knows.
---@field activationType string
---A name for people.
---@field activationName string
---The name that is shown.
---@field displayName? string
---Which traits and entities go along.
---@field personalization? segment.add_activation_to_audience.Parameters.personalization
---The action of the destination and its settings.
---@field destinationMapping? segment.add_activation_to_audience.Parameters.destinationMapping

---@class (exact) segment.add_activation_to_audience.Result.activation.personalization.profile
---@field properties string[]
---@field mapping? table<string, any>

---@class (exact) segment.add_activation_to_audience.Result.activation.personalization.entities
---Properties of the entity.
---@field properties string[]
---How it is linked, by the slug of the relationship.
---@field relationship_slug string

---@class (exact) segment.add_activation_to_audience.Result.activation.personalization
---@field profile segment.add_activation_to_audience.Result.activation.personalization.profile
---@field entities? segment.add_activation_to_audience.Result.activation.personalization.entities[]
---@field sync_entity_property_changes? boolean

---@class (exact) segment.add_activation_to_audience.Result.activation.destination_mapping
---The action.
---@field action_id string
---What goes into each field of the action.
---@field settings? table<string, any>

---@class (exact) segment.add_activation_to_audience.Result.activation
---@field id string
---Whether it is on.
---@field enabled boolean
---@field workspace_id string
---Id of the space.
---@field space_id string
---Id of the audience.
---@field audience_id string
---@field connection_id string
---@field activation_type string
---A name for people.
---@field activation_name string
---The name that is shown.
---@field display_name? string|nil
---Which traits and entities go along.
---@field personalization segment.add_activation_to_audience.Result.activation.personalization
---The action of the destination and its settings.
---@field destination_mapping? segment.add_activation_to_audience.Result.activation.destination_mapping
---Whether all members are sent again.
---@field perform_resync? boolean

---@class (exact) segment.add_activation_to_audience.Result : segment.Failure
---@field activation segment.add_activation_to_audience.Result.activation

---@class (exact) segment.remove_destination_from_audience.Parameters
---Id of the space.
---@field spaceId string
---Id of the audience.
---@field audienceId string
---Id of the destination.
---@field destinationId string

---@class (exact) segment.remove_destination_from_audience.Result : segment.Failure
---Only those with this status.
---@field status "SUCCESS"

---@class (exact) segment.update_destination_for_audience.Parameters.idSyncConfiguration
---The kind of id.
---@field externalId string
---Which of several: first, last or all.
---@field strategy string
---What the destination calls it.
---@field mapTo? string

---@class (exact) segment.update_destination_for_audience.Parameters
---Id of the space.
---@field spaceId string
---Id of the audience.
---@field audienceId string
---Id of the destination.
---@field destinationId string
---Which ids of a person the destination is given, and under which names.
---@field idSyncConfiguration? segment.update_destination_for_audience.Parameters.idSyncConfiguration[]
---Settings of the connection; what they are depends on the destination.
---@field connectionSettings? any|nil

---@class (exact) segment.update_destination_for_audience.Result.destination
---@field id string

---@class (exact) segment.update_destination_for_audience.Result.id_sync_configuration
---The kind of id.
---@field external_id string
---Which of several: first, last or all.
---@field strategy string
---What the destination calls it.
---@field map_to? string

---@class (exact) segment.update_destination_for_audience.Result : segment.Failure
---@field destination segment.update_destination_for_audience.Result.destination
---Which ids of a person the destination is given, and under which names.
---@field id_sync_configuration? segment.update_destination_for_audience.Result.id_sync_configuration[]
---Settings of the connection; what they are depends on the destination.
---@field connection_settings? any|nil

---@class (exact) segment.list_destinations_from_audience.Parameters.pagination
---The next of the page before.
---@field cursor? string
---Entries a page, at most 1000.
---@field count integer

---@class (exact) segment.list_destinations_from_audience.Parameters
---Id of the space.
---@field spaceId string
---Id of the audience.
---@field audienceId string
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.list_destinations_from_audience.Parameters.pagination
---Whether the list is read to its end. Default: unless pagination asks for a page.
---@field all? boolean

---@class (exact) segment.list_destinations_from_audience.Result.connections.metadata
---@field id string
---A name for people.
---@field name string
---@field slug string

---@class (exact) segment.list_destinations_from_audience.Result.connections.id_sync_configuration
---The kind of id.
---@field external_id string
---Which of several: first, last or all.
---@field strategy string
---What the destination calls it.
---@field map_to? string

---@class (exact) segment.list_destinations_from_audience.Result.connections
---@field id string
---A name for people.
---@field name? string
---Id of the source.
---@field source_id string
---Whether it is on.
---@field enabled boolean
---@field created_at string
---@field updated_at string
---Settings, by their names in the catalog.
---@field settings table<string, any>
---Id of the destination.
---@field destination_id string
---@field metadata? segment.list_destinations_from_audience.Result.connections.metadata
---Which ids of a person the destination is given, and under which names.
---@field id_sync_configuration? segment.list_destinations_from_audience.Result.connections.id_sync_configuration[]
---Settings of the connection; what they are depends on the destination.
---@field connection_settings? any|nil

---@class (exact) segment.list_destinations_from_audience.Result.pagination
---@field current string
---@field next? string|nil
---@field previous? string|nil
---@field total_entries? number

---@class (exact) segment.list_destinations_from_audience.Result : segment.Failure
---@field connections segment.list_destinations_from_audience.Result.connections[]
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.list_destinations_from_audience.Result.pagination

---@class (exact) segment.add_destination_to_audience.Parameters.destination
---The destination.
---@field id string
---Its type.
---@field type string

---@class (exact) segment.add_destination_to_audience.Parameters.idSyncConfiguration
---The kind of id.
---@field externalId string
---Which of several: first, last or all.
---@field strategy string
---What the destination calls it.
---@field mapTo? string

---@class (exact) segment.add_destination_to_audience.Parameters
---Id of the space.
---@field spaceId string
---Id of the audience.
---@field audienceId string
---The destination: its id and type.
---@field destination segment.add_destination_to_audience.Parameters.destination
---Which ids of a person the destination is given, and under which names.
---@field idSyncConfiguration? segment.add_destination_to_audience.Parameters.idSyncConfiguration[]
---Settings of the connection; what they are depends on the destination.
---@field connectionSettings? any|nil

---@class (exact) segment.add_destination_to_audience.Result.connection
---@field id string

---@class (exact) segment.add_destination_to_audience.Result.id_sync_configuration
---The kind of id.
---@field external_id string
---Which of several: first, last or all.
---@field strategy string
---What the destination calls it.
---@field map_to? string

---@class (exact) segment.add_destination_to_audience.Result : segment.Failure
---@field connection segment.add_destination_to_audience.Result.connection
---Which ids of a person the destination is given, and under which names.
---@field id_sync_configuration segment.add_destination_to_audience.Result.id_sync_configuration[]
---Settings of the connection; what they are depends on the destination.
---@field connection_settings? any|nil

---@class (exact) segment.get_audience_preview.Parameters
---Id of the space.
---@field spaceId string
---Id of the preview.
---@field id string

---@class (exact) segment.get_audience_preview.Result.audience_preview.definition
---For a linked audience: the entity it consists of.
---@field target_entity? string|nil
---The condition, in the query language of audiences.
---@field query string

---@class (exact) segment.get_audience_preview.Result.audience_preview.options
---Whether events from before its creation count.
---@field include_historical_data? boolean
---Only people with one of these kinds of ids.
---@field filter_by_external_ids? string[]
---How many days to look back.
---@field backfill_event_data_days? number

---@class (exact) segment.get_audience_preview.Result.audience_preview.results.profiles
---The traits.
---@field properties? string[]
---What each trait is called there.
---@field mapping? table<string, any>

---@class (exact) segment.get_audience_preview.Result.audience_preview.results
---@field id string
---@field id_property? string
---@field relationship_slug? string
---@field properties? table<string, any>
---@field entities? table<string, any>
---@field profiles? segment.get_audience_preview.Result.audience_preview.results.profiles[]
---@field profiles_truncated? boolean

---@class (exact) segment.get_audience_preview.Result.audience_preview.size
---@field count? number
---@field type "ACCOUNTS"|"ENTITIES"|"USERS"
---@field unique_count? number

---@class (exact) segment.get_audience_preview.Result.audience_preview
---@field id string
---@field audience_type "ACCOUNTS"|"LINKED"|"USERS"
---@field definition segment.get_audience_preview.Result.audience_preview.definition
---@field options segment.get_audience_preview.Result.audience_preview.options
---Only those with this status.
---@field status "COMPLETED"|"FAILED"|"RUNNING"
---@field results? segment.get_audience_preview.Result.audience_preview.results[]
---@field size? segment.get_audience_preview.Result.audience_preview.size
---@field failure_reason? string

---@class (exact) segment.get_audience_preview.Result : segment.Failure
---@field audience_preview segment.get_audience_preview.Result.audience_preview

---@class (exact) segment.create_audience_preview.Parameters.definition
---For a linked audience: the entity it consists of.
---@field targetEntity? string|nil
---The condition, in the query language of audiences.
---@field query string

---@class (exact) segment.create_audience_preview.Parameters.options
---Only people with one of these kinds of ids.
---@field filterByExternalIds? string[]
---How many days to look back.
---@field backfillEventDataDays? number

---@class (exact) segment.create_audience_preview.Parameters
---Id of the space.
---@field spaceId string
---The query that says who is in it.
---@field definition segment.create_audience_preview.Parameters.definition
---What it consists of: users, accounts, or entities linked to them.
---@field audienceType "ACCOUNTS"|"LINKED"|"USERS"
---How far to look back, and whom to count.
---@field options? segment.create_audience_preview.Parameters.options

---@class (exact) segment.create_audience_preview.Result.audience_preview
---@field id string

---@class (exact) segment.create_audience_preview.Result : segment.Failure
---@field audience_preview segment.create_audience_preview.Result.audience_preview

---@class (exact) segment.force_execute_audience_run.Parameters
---Id of the space.
---@field spaceId string
---Id of the audience.
---@field audienceId string

---@class (exact) segment.force_execute_audience_run.Result.run
---@field id string

---@class (exact) segment.force_execute_audience_run.Result : segment.Failure
---@field run segment.force_execute_audience_run.Result.run

---@class (exact) segment.list_audience_consumers.Parameters.pagination
---The next of the page before.
---@field cursor? string
---Entries a page, at most 1000.
---@field count integer

---@class (exact) segment.list_audience_consumers.Parameters.search
---What to look in.
---@field type "DEFINITION"|"KEY"|"NAME"
---What to look for.
---@field query string

---@class (exact) segment.list_audience_consumers.Parameters.sort
---What to sort by.
---@field field "CREATED_AT"|"NAME"|"UPDATED_AT"
---In which direction.
---@field direction "ASC"|"DESC"

---@class (exact) segment.list_audience_consumers.Parameters
---Id of the space.
---@field spaceId string
---Id of the audience that others are built on.
---@field id string
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.list_audience_consumers.Parameters.pagination
---Only audiences that match.
---@field search? segment.list_audience_consumers.Parameters.search
---In which order.
---@field sort? segment.list_audience_consumers.Parameters.sort
---Whether the list is read to its end. Default: unless pagination asks for a page.
---@field all? boolean

---@class (exact) segment.list_audience_consumers.Result.audiences.definition
---For a linked audience: the entity it consists of.
---@field target_entity? string|nil
---The condition, in the query language of audiences.
---@field query string

---@class (exact) segment.list_audience_consumers.Result.audiences.options
---Whether events from before its creation count.
---@field include_historical_data? boolean
---Only people with one of these kinds of ids.
---@field filter_by_external_ids? string[]
---How many days to look back.
---@field backfill_event_data_days? number

---@class (exact) segment.list_audience_consumers.Result.audiences
---@field id string
---Id of the space.
---@field space_id string
---A name for people.
---@field name string
---What it is for, for people.
---@field description? string
---@field key string
---Whether it is on.
---@field enabled boolean
---@field definition segment.list_audience_consumers.Result.audiences.definition|nil
---Only those with this status.
---@field status? string
---@field created_by string
---@field updated_by string
---@field created_at string
---@field updated_at string
---@field audience_type "ACCOUNTS"|"LINKED"|"USERS"
---@field options? segment.list_audience_consumers.Result.audiences.options

---@class (exact) segment.list_audience_consumers.Result.pagination
---@field current string
---@field next? string|nil
---@field previous? string|nil
---@field total_entries? number

---@class (exact) segment.list_audience_consumers.Result : segment.Failure
---@field audiences segment.list_audience_consumers.Result.audiences[]
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination segment.list_audience_consumers.Result.pagination

---@class (exact) segment.remove_audience_schedule_from_audience.Parameters
---Id of the space.
---@field spaceId string
---Id of the audience.
---@field id string
---Id of the schedule.
---@field scheduleId string

---@class (exact) segment.remove_audience_schedule_from_audience.Result : segment.Failure
---Only those with this status.
---@field status "SUCCESS"

---@class (exact) segment.get_audience_schedule.Parameters
---Id of the space.
---@field spaceId string
---Id of the audience.
---@field id string
---Id of the schedule.
---@field scheduleId string

---@class (exact) segment.get_audience_schedule.Result.audience_schedule.config
---Time between two runs, such as 1h.
---@field interval? string
---Days of the week, 0 for Sunday.
---@field days? number[]
---Hours of the day, from 0 to 23.
---@field hours? number[]
---Time zone: America/New_York.
---@field timezone? string

---@class (exact) segment.get_audience_schedule.Result.audience_schedule
---@field id string
---The kind of schedule.
---@field strategy "PERIODIC"|"SPECIFIC_DAYS"
---The times, as the strategy wants them.
---@field config segment.get_audience_schedule.Result.audience_schedule.config|table<string, any>|nil
---@field next_execution? string

---@class (exact) segment.get_audience_schedule.Result : segment.Failure
---@field audience_schedule segment.get_audience_schedule.Result.audience_schedule

---@class (exact) segment.update_audience_schedule_for_audience.Parameters.config
---Time between two runs, such as 1h.
---@field interval? string

---@class (exact) segment.update_audience_schedule_for_audience.Parameters
---Id of the space.
---@field spaceId string
---Id of the audience.
---@field id string
---Id of the schedule.
---@field scheduleId string
---The kind of schedule.
---@field strategy "PERIODIC"|"SPECIFIC_DAYS"
---The times, as the strategy wants them.
---@field config segment.update_audience_schedule_for_audience.Parameters.config|table<string, any>|nil

---@class (exact) segment.update_audience_schedule_for_audience.Result.audience_schedule.config
---Time between two runs, such as 1h.
---@field interval? string
---Days of the week, 0 for Sunday.
---@field days? number[]
---Hours of the day, from 0 to 23.
---@field hours? number[]
---Time zone: America/New_York.
---@field timezone? string

---@class (exact) segment.update_audience_schedule_for_audience.Result.audience_schedule
---@field id string
---The kind of schedule.
---@field strategy "PERIODIC"|"SPECIFIC_DAYS"
---The times, as the strategy wants them.
---@field config segment.update_audience_schedule_for_audience.Result.audience_schedule.config|table<string, any>|nil
---@field next_execution? string

---@class (exact) segment.update_audience_schedule_for_audience.Result : segment.Failure
---@field audience_schedule segment.update_audience_schedule_for_audience.Result.audience_schedule

---@class (exact) segment.list_audience_schedules.Parameters
---Id of the space.
---@field spaceId string
---Id of the audience.
---@field id string
---Whether the list is read to its end. Default: unless pagination asks for a page.
---@field all? boolean

---@class (exact) segment.list_audience_schedules.Result.audience_schedules.config
---Time between two runs, such as 1h.
---@field interval? string
---Days of the week, 0 for Sunday.
---@field days? number[]
---Hours of the day, from 0 to 23.
---@field hours? number[]
---Time zone: America/New_York.
---@field timezone? string

---@class (exact) segment.list_audience_schedules.Result.audience_schedules
---@field id string
---The kind of schedule.
---@field strategy "PERIODIC"|"SPECIFIC_DAYS"
---The times, as the strategy wants them.
---@field config segment.list_audience_schedules.Result.audience_schedules.config|table<string, any>|nil
---@field next_execution? string

---@class (exact) segment.list_audience_schedules.Result : segment.Failure
---@field audience_schedules segment.list_audience_schedules.Result.audience_schedules[]

---@class (exact) segment.add_audience_schedule_to_audience.Parameters.config
---Time between two runs, such as 1h.
---@field interval? string

---@class (exact) segment.add_audience_schedule_to_audience.Parameters
---Id of the space.
---@field spaceId string
---Id of the audience.
---@field id string
---The kind of schedule.
---@field strategy "PERIODIC"|"SPECIFIC_DAYS"
---The times, as the strategy wants them.
---@field config segment.add_audience_schedule_to_audience.Parameters.config|table<string, any>|nil

---@class (exact) segment.add_audience_schedule_to_audience.Result.audience_schedule.config
---Time between two runs, such as 1h.
---@field interval? string
---Days of the week, 0 for Sunday.
---@field days? number[]
---Hours of the day, from 0 to 23.
---@field hours? number[]
---Time zone: America/New_York.
---@field timezone? string

---@class (exact) segment.add_audience_schedule_to_audience.Result.audience_schedule
---@field id string
---The kind of schedule.
---@field strategy "PERIODIC"|"SPECIFIC_DAYS"
---The times, as the strategy wants them.
---@field config segment.add_audience_schedule_to_audience.Result.audience_schedule.config|table<string, any>|nil
---@field next_execution? string

---@class (exact) segment.add_audience_schedule_to_audience.Result : segment.Failure
---@field audience_schedule segment.add_audience_schedule_to_audience.Result.audience_schedule

---@class (exact) segment.remove_audience_from_space.Parameters
---Id of the space.
---@field spaceId string
---Id of the audience.
---@field id string

---@class (exact) segment.remove_audience_from_space.Result : segment.Failure
---Only those with this status.
---@field status "SUCCESS"

---@class (exact) segment.get_audience.Parameters
---Id of the space.
---@field spaceId string
---Id of the audience.
---@field id string
---What else to return with each audience.
---@field include? "schedules"

---@class (exact) segment.get_audience.Result.audience.compute_cadence
---@field type "BATCH"|"REALTIME"

---@class (exact) segment.get_audience.Result.audience.size
---@field count? number
---@field type "ACCOUNTS"|"ENTITIES"|"USERS"
---@field unique_count? number

---@class (exact) segment.get_audience.Result.audience.options
---@field filter_by_external_ids string[]
---@field include_historical_data? boolean
---@field backfill_event_data_days? number

---@class (exact) segment.get_audience.Result.audience.schedules.config
---Time between two runs, such as 1h.
---@field interval? string
---Days of the week, 0 for Sunday.
---@field days? number[]
---Hours of the day, from 0 to 23.
---@field hours? number[]
---Time zone: America/New_York.
---@field timezone? string

---@class (exact) segment.get_audience.Result.audience.schedules
---@field id string
---The kind of schedule.
---@field strategy "PERIODIC"|"SPECIFIC_DAYS"
---The times, as the strategy wants them.
---@field config segment.get_audience.Result.audience.schedules.config|table<string, any>|nil
---@field next_execution? string

---@class (exact) segment.get_audience.Result.audience.definition
---For a linked audience: the entity it consists of.
---@field target_entity? string|nil
---The condition, in the query language of audiences.
---@field query string

---@class (exact) segment.get_audience.Result.audience
---@field compute_cadence segment.get_audience.Result.audience.compute_cadence
---@field size? segment.get_audience.Result.audience.size
---@field options? segment.get_audience.Result.audience.options
---@field schedules? segment.get_audience.Result.audience.schedules[]
---@field id string
---Id of the space.
---@field space_id string
---A name for people.
---@field name string
---What it is for, for people.
---@field description? string
---@field key string
---Whether it is on.
---@field enabled boolean
---@field definition segment.get_audience.Result.audience.definition|nil
---Only those with this status.
---@field status? string
---@field created_by string
---@field updated_by string
---@field created_at string
---@field updated_at string
---@field audience_type "ACCOUNTS"|"LINKED"|"USERS"

---@class (exact) segment.get_audience.Result : segment.Failure
---@field audience segment.get_audience.Result.audience

---@class (exact) segment.update_audience_for_space.Parameters.definition
---The condition, in the query language of audiences.
---@field query string

---@class (exact) segment.update_audience_for_space.Parameters.options
---Whether events from before its creation count.
---@field includeHistoricalData? boolean
---Only people with one of these kinds of ids.
---@field filterByExternalIds? string[]
---How many days to look back.
---@field backfillEventDataDays? number

---@class (exact) segment.update_audience_for_space.Parameters
---Id of the space.
---@field spaceId string
---Id of the audience.
---@field id string
---Whether it is computed; false pauses it.
---@field enabled? boolean
---A name for people.
---@field name? string
---What it is for, for people.
---@field description? string
---The query that says who is in it.
---@field definition? segment.update_audience_for_space.Parameters.definition
---How far to look back, and whom to count.
---@field options? segment.update_audience_for_space.Parameters.options

---@class (exact) segment.update_audience_for_space.Result.audience.definition
---For a linked audience: the entity it consists of.
---@field target_entity? string|nil
---The condition, in the query language of audiences.
---@field query string

---@class (exact) segment.update_audience_for_space.Result.audience.options
---Whether events from before its creation count.
---@field include_historical_data? boolean
---Only people with one of these kinds of ids.
---@field filter_by_external_ids? string[]
---How many days to look back.
---@field backfill_event_data_days? number

---@class (exact) segment.update_audience_for_space.Result.audience
---@field id string
---Id of the space.
---@field space_id string
---A name for people.
---@field name string
---What it is for, for people.
---@field description? string
---@field key string
---Whether it is on.
---@field enabled boolean
---@field definition segment.update_audience_for_space.Result.audience.definition|nil
---Only those with this status.
---@field status? string
---@field created_by string
---@field updated_by string
---@field created_at string
---@field updated_at string
---@field audience_type "ACCOUNTS"|"LINKED"|"USERS"
---@field options? segment.update_audience_for_space.Result.audience.options

---@class (exact) segment.update_audience_for_space.Result : segment.Failure
---@field audience segment.update_audience_for_space.Result.audience

---@class (exact) segment.list_audiences.Parameters.search
---What to look in.
---@field type "DEFINITION"|"KEY"|"NAME"
---What to look for.
---@field query string

---@class (exact) segment.list_audiences.Parameters.pagination
---The next of the page before.
---@field cursor? string
---Entries a page, at most 200.
---@field count number

---@class (exact) segment.list_audiences.Parameters
---Id of the space.
---@field spaceId string
---Only audiences whose name, key or definition matches.
---@field search? segment.list_audiences.Parameters.search
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.list_audiences.Parameters.pagination
---What else to return with each audience.
---@field include? "schedules"
---Whether the list is read to its end. Default: unless pagination asks for a page.
---@field all? boolean

---@class (exact) segment.list_audiences.Result.audiences.compute_cadence
---@field type "BATCH"|"REALTIME"

---@class (exact) segment.list_audiences.Result.audiences.size
---@field count? number
---@field type "ACCOUNTS"|"ENTITIES"|"USERS"
---@field unique_count? number

---@class (exact) segment.list_audiences.Result.audiences.options
---@field filter_by_external_ids string[]
---@field include_historical_data? boolean
---@field backfill_event_data_days? number

---@class (exact) segment.list_audiences.Result.audiences.schedules.config
---Time between two runs, such as 1h.
---@field interval? string
---Days of the week, 0 for Sunday.
---@field days? number[]
---Hours of the day, from 0 to 23.
---@field hours? number[]
---Time zone: America/New_York.
---@field timezone? string

---@class (exact) segment.list_audiences.Result.audiences.schedules
---@field id string
---The kind of schedule.
---@field strategy "PERIODIC"|"SPECIFIC_DAYS"
---The times, as the strategy wants them.
---@field config segment.list_audiences.Result.audiences.schedules.config|table<string, any>|nil
---@field next_execution? string

---@class (exact) segment.list_audiences.Result.audiences.definition
---For a linked audience: the entity it consists of.
---@field target_entity? string|nil
---The condition, in the query language of audiences.
---@field query string

---@class (exact) segment.list_audiences.Result.audiences
---@field compute_cadence segment.list_audiences.Result.audiences.compute_cadence
---@field size? segment.list_audiences.Result.audiences.size
---@field options? segment.list_audiences.Result.audiences.options
---@field schedules? segment.list_audiences.Result.audiences.schedules[]
---@field id string
---Id of the space.
---@field space_id string
---A name for people.
---@field name string
---What it is for, for people.
---@field description? string
---@field key string
---Whether it is on.
---@field enabled boolean
---@field definition segment.list_audiences.Result.audiences.definition|nil
---Only those with this status.
---@field status? string
---@field created_by string
---@field updated_by string
---@field created_at string
---@field updated_at string
---@field audience_type "ACCOUNTS"|"LINKED"|"USERS"

---@class (exact) segment.list_audiences.Result.pagination
---@field current string
---@field next? string|nil
---@field previous? string|nil
---@field total_entries? number

---@class (exact) segment.list_audiences.Result : segment.Failure
---@field audiences segment.list_audiences.Result.audiences[]
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination segment.list_audiences.Result.pagination

---@class (exact) segment.create_audience.Parameters.definition
---For a linked audience: the entity it consists of.
---@field targetEntity? string|nil
---The condition, in the query language of audiences.
---@field query string

---@class (exact) segment.create_audience.Parameters.options
---Whether events from before its creation count.
---@field includeHistoricalData? boolean
---Only people with one of these kinds of ids.
---@field filterByExternalIds? string[]
---How many days to look back.
---@field backfillEventDataDays? number

---@class (exact) segment.create_audience.Parameters
---Id of the space.
---@field spaceId string
---A name for people.
---@field name string
---Whether it is computed from the start. Default true.
---@field enabled? boolean
---What it is for, for people.
---@field description? string
---The query that says who is in it.
---@field definition segment.create_audience.Parameters.definition
---What it consists of: users, accounts, or entities linked to them.
---@field audienceType "ACCOUNTS"|"LINKED"|"USERS"
---How far to look back, and whom to count.
---@field options? segment.create_audience.Parameters.options

---@class (exact) segment.create_audience.Result.audience.definition
---For a linked audience: the entity it consists of.
---@field target_entity? string|nil
---The condition, in the query language of audiences.
---@field query string

---@class (exact) segment.create_audience.Result.audience.options
---Whether events from before its creation count.
---@field include_historical_data? boolean
---Only people with one of these kinds of ids.
---@field filter_by_external_ids? string[]
---How many days to look back.
---@field backfill_event_data_days? number

---@class (exact) segment.create_audience.Result.audience
---@field id string
---Id of the space.
---@field space_id string
---A name for people.
---@field name string
---What it is for, for people.
---@field description? string
---@field key string
---Whether it is on.
---@field enabled boolean
---@field definition segment.create_audience.Result.audience.definition|nil
---Only those with this status.
---@field status? string
---@field created_by string
---@field updated_by string
---@field created_at string
---@field updated_at string
---@field audience_type "ACCOUNTS"|"LINKED"|"USERS"
---@field options? segment.create_audience.Result.audience.options

---@class (exact) segment.create_audience.Result : segment.Failure
---@field audience segment.create_audience.Result.audience

---@class (exact) segment.list_audit_events.Parameters.pagination
---The next of the page before.
---@field cursor? string
---Entries a page, at most 1000.
---@field count integer

---@class (exact) segment.list_audit_events.Parameters
---Start of the period, in ISO 8601: 2026-01-01T00:00:00Z.
---@field startTime? string
---End of the period, in ISO 8601.
---@field endTime? string
---Only what happened to this resource.
---@field resourceId? string
---Only what happened to resources of this type.
---@field resourceType? string
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.list_audit_events.Parameters.pagination
---Whether the list is read to its end. Default: unless pagination asks for a page.
---@field all? boolean

---@class (exact) segment.list_audit_events.Result.events
---@field id string
---@field timestamp string
---@field type string
---@field actor string
---@field actor_email? string
---@field resource_id string
---@field resource_type string
---@field resource_name string

---@class (exact) segment.list_audit_events.Result.pagination
---@field current string
---@field next? string|nil
---@field previous? string|nil
---@field total_entries? number

---@class (exact) segment.list_audit_events.Result : segment.Failure
---@field events segment.list_audit_events.Result.events[]
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.list_audit_events.Result.pagination

---@class (exact) segment.get_destination_metadata.Parameters
---The kind of destination, by its id in the catalog.
---@field destinationMetadataId string

---@class (exact) segment.get_destination_metadata.Result.destination_metadata.logos
---@field default string
---@field mark? string|nil
---@field alt? string|nil

---@class (exact) segment.get_destination_metadata.Result.destination_metadata.options
---A name for people.
---@field name string
---@field type string
---@field required boolean
---What it is for, for people.
---@field description? string
---@field default_value? any|nil
---@field label? string

---@class (exact) segment.get_destination_metadata.Result.destination_metadata.components
---@field type "ANDROID"|"BROWSER"|"IOS"|"SERVER"
---The JavaScript code.
---@field code string
---@field owner? "PARTNER"|"SEGMENT"

---@class (exact) segment.get_destination_metadata.Result.destination_metadata.supported_features
---@field cloud_mode_instances? "0"|"1"|"MULTIPLE"|"NONE"|"SINGLE"
---@field device_mode_instances? "0"|"1"|"NONE"|"SINGLE"
---@field replay? boolean
---@field browser_unbundling? boolean
---@field browser_unbundling_public? boolean

---@class (exact) segment.get_destination_metadata.Result.destination_metadata.supported_methods
---@field pageview? boolean
---@field identify? boolean
---@field alias? boolean
---@field track? boolean
---@field group? boolean

---@class (exact) segment.get_destination_metadata.Result.destination_metadata.supported_platforms
---@field browser? boolean
---@field server? boolean
---@field mobile? boolean
---@field warehouse? boolean
---@field cloud_app_object? boolean
---@field linked_audiences? boolean

---@class (exact) segment.get_destination_metadata.Result.destination_metadata.actions.fields
---@field id string
---@field sort_order number
---@field field_key string
---@field label string
---@field type "BOOLEAN"|"DATETIME"|"HIDDEN"|"INTEGER"|"NUMBER"|"OBJECT"|"PASSWORD"|"STRING"|"TEXT"
---What it is for, for people.
---@field description string
---@field placeholder? string
---@field default_value? any|nil
---@field required boolean
---@field multiple boolean
---@field choices? any|nil
---@field dynamic boolean
---@field allow_null boolean
---@field hidden? boolean

---@class (exact) segment.get_destination_metadata.Result.destination_metadata.actions
---@field id string
---@field slug string
---A name for people.
---@field name string
---What it is for, for people.
---@field description string
---@field platform "CLOUD"|"MOBILE"|"WEB"
---@field hidden boolean
---@field default_trigger string|nil
---@field fields segment.get_destination_metadata.Result.destination_metadata.actions.fields[]

---@class (exact) segment.get_destination_metadata.Result.destination_metadata.presets
---@field action_id string
---A name for people.
---@field name string
---@field fields table<string, any>
---@field trigger string

---@class (exact) segment.get_destination_metadata.Result.destination_metadata.contacts
---A name for people.
---@field name? string
---@field email string
---@field role? string
---@field is_primary? boolean

---@class (exact) segment.get_destination_metadata.Result.destination_metadata
---@field id string
---A name for people.
---@field name string
---What it is for, for people.
---@field description string
---@field slug string
---@field logos segment.get_destination_metadata.Result.destination_metadata.logos
---@field options segment.get_destination_metadata.Result.destination_metadata.options[]
---Only those with this status.
---@field status "DEPRECATED"|"PRIVATE_BETA"|"PRIVATE_BUILDING"|"PRIVATE_SUBMITTED"|"PUBLIC"|"PUBLIC_BETA"|"UNAVAILABLE"
---@field previous_names string[]
---@field categories string[]
---@field website string
---@field components segment.get_destination_metadata.Result.destination_metadata.components[]
---@field supported_features segment.get_destination_metadata.Result.destination_metadata.supported_features
---@field supported_methods segment.get_destination_metadata.Result.destination_metadata.supported_methods
---@field supported_platforms segment.get_destination_metadata.Result.destination_metadata.supported_platforms
---What happens to the events, in this order.
---@field actions segment.get_destination_metadata.Result.destination_metadata.actions[]
---@field presets segment.get_destination_metadata.Result.destination_metadata.presets[]
---@field contacts? segment.get_destination_metadata.Result.destination_metadata.contacts[]
---@field partner_owned? boolean
---@field supported_regions? string[]
---@field region_endpoints? string[]
---@field multi_instance_supported_version? string

---@class (exact) segment.get_destination_metadata.Result : segment.Failure
---@field destination_metadata segment.get_destination_metadata.Result.destination_metadata

---@class (exact) segment.get_destinations_catalog.Parameters.pagination
---The next of the page before.
---@field cursor? string
---Entries a page, at most 1000.
---@field count integer

---@class (exact) segment.get_destinations_catalog.Parameters
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.get_destinations_catalog.Parameters.pagination
---Whether the list is read to its end. Default: unless pagination asks for a page.
---@field all? boolean

---@class (exact) segment.get_destinations_catalog.Result.destinations_catalog.logos
---@field default string
---@field mark? string|nil
---@field alt? string|nil

---@class (exact) segment.get_destinations_catalog.Result.destinations_catalog.options
---A name for people.
---@field name string
---@field type string
---@field required boolean
---What it is for, for people.
---@field description? string
---@field default_value? any|nil
---@field label? string

---@class (exact) segment.get_destinations_catalog.Result.destinations_catalog.components
---@field type "ANDROID"|"BROWSER"|"IOS"|"SERVER"
---The JavaScript code.
---@field code string
---@field owner? "PARTNER"|"SEGMENT"

---@class (exact) segment.get_destinations_catalog.Result.destinations_catalog.supported_features
---@field cloud_mode_instances? "0"|"1"|"MULTIPLE"|"NONE"|"SINGLE"
---@field device_mode_instances? "0"|"1"|"NONE"|"SINGLE"
---@field replay? boolean
---@field browser_unbundling? boolean
---@field browser_unbundling_public? boolean

---@class (exact) segment.get_destinations_catalog.Result.destinations_catalog.supported_methods
---@field pageview? boolean
---@field identify? boolean
---@field alias? boolean
---@field track? boolean
---@field group? boolean

---@class (exact) segment.get_destinations_catalog.Result.destinations_catalog.supported_platforms
---@field browser? boolean
---@field server? boolean
---@field mobile? boolean
---@field warehouse? boolean
---@field cloud_app_object? boolean
---@field linked_audiences? boolean

---@class (exact) segment.get_destinations_catalog.Result.destinations_catalog.actions.fields
---@field id string
---@field sort_order number
---@field field_key string
---@field label string
---@field type "BOOLEAN"|"DATETIME"|"HIDDEN"|"INTEGER"|"NUMBER"|"OBJECT"|"PASSWORD"|"STRING"|"TEXT"
---What it is for, for people.
---@field description string
---@field placeholder? string
---@field default_value? any|nil
---@field required boolean
---@field multiple boolean
---@field choices? any|nil
---@field dynamic boolean
---@field allow_null boolean
---@field hidden? boolean

---@class (exact) segment.get_destinations_catalog.Result.destinations_catalog.actions
---@field id string
---@field slug string
---A name for people.
---@field name string
---What it is for, for people.
---@field description string
---@field platform "CLOUD"|"MOBILE"|"WEB"
---@field hidden boolean
---@field default_trigger string|nil
---@field fields segment.get_destinations_catalog.Result.destinations_catalog.actions.fields[]

---@class (exact) segment.get_destinations_catalog.Result.destinations_catalog.presets
---@field action_id string
---A name for people.
---@field name string
---@field fields table<string, any>
---@field trigger string

---@class (exact) segment.get_destinations_catalog.Result.destinations_catalog.contacts
---A name for people.
---@field name? string
---@field email string
---@field role? string
---@field is_primary? boolean

---@class (exact) segment.get_destinations_catalog.Result.destinations_catalog
---@field id string
---A name for people.
---@field name string
---What it is for, for people.
---@field description string
---@field slug string
---@field logos segment.get_destinations_catalog.Result.destinations_catalog.logos
---@field options segment.get_destinations_catalog.Result.destinations_catalog.options[]
---Only those with this status.
---@field status "DEPRECATED"|"PRIVATE_BETA"|"PRIVATE_BUILDING"|"PRIVATE_SUBMITTED"|"PUBLIC"|"PUBLIC_BETA"|"UNAVAILABLE"
---@field previous_names string[]
---@field categories string[]
---@field website string
---@field components segment.get_destinations_catalog.Result.destinations_catalog.components[]
---@field supported_features segment.get_destinations_catalog.Result.destinations_catalog.supported_features
---@field supported_methods segment.get_destinations_catalog.Result.destinations_catalog.supported_methods
---@field supported_platforms segment.get_destinations_catalog.Result.destinations_catalog.supported_platforms
---What happens to the events, in this order.
---@field actions segment.get_destinations_catalog.Result.destinations_catalog.actions[]
---@field presets segment.get_destinations_catalog.Result.destinations_catalog.presets[]
---@field contacts? segment.get_destinations_catalog.Result.destinations_catalog.contacts[]
---@field partner_owned? boolean
---@field supported_regions? string[]
---@field region_endpoints? string[]
---@field multi_instance_supported_version? string

---@class (exact) segment.get_destinations_catalog.Result.pagination
---@field current string
---@field next? string|nil
---@field previous? string|nil
---@field total_entries? number

---@class (exact) segment.get_destinations_catalog.Result : segment.Failure
---@field destinations_catalog segment.get_destinations_catalog.Result.destinations_catalog[]
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination segment.get_destinations_catalog.Result.pagination

---@class (exact) segment.get_source_metadata.Parameters
---The kind of source, by its id in the catalog.
---@field sourceMetadataId string

---@class (exact) segment.get_source_metadata.Result.source_metadata.logos
---@field default string
---@field mark? string|nil
---@field alt? string|nil

---@class (exact) segment.get_source_metadata.Result.source_metadata.options
---A name for people.
---@field name string
---@field type string
---@field required boolean
---What it is for, for people.
---@field description? string
---@field default_value? any|nil
---@field label? string

---@class (exact) segment.get_source_metadata.Result.source_metadata
---@field id string
---A name for people.
---@field name string
---@field slug string
---What it is for, for people.
---@field description string
---@field logos segment.get_source_metadata.Result.source_metadata.logos
---@field options segment.get_source_metadata.Result.source_metadata.options[]
---@field categories string[]
---@field is_cloud_event_source boolean
---Only those with this status.
---@field status "DEPRECATED"|"PRIVATE_BETA"|"PRIVATE_BUILDING"|"PRIVATE_SUBMITTED"|"PUBLIC"|"PUBLIC_BETA"|"UNAVAILABLE"
---@field partner_owned? boolean

---@class (exact) segment.get_source_metadata.Result : segment.Failure
---@field source_metadata segment.get_source_metadata.Result.source_metadata

---@class (exact) segment.get_sources_catalog.Parameters.pagination
---The next of the page before.
---@field cursor? string
---Entries a page, at most 1000.
---@field count integer

---@class (exact) segment.get_sources_catalog.Parameters
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.get_sources_catalog.Parameters.pagination
---Whether the list is read to its end. Default: unless pagination asks for a page.
---@field all? boolean

---@class (exact) segment.get_sources_catalog.Result.sources_catalog.logos
---@field default string
---@field mark? string|nil
---@field alt? string|nil

---@class (exact) segment.get_sources_catalog.Result.sources_catalog.options
---A name for people.
---@field name string
---@field type string
---@field required boolean
---What it is for, for people.
---@field description? string
---@field default_value? any|nil
---@field label? string

---@class (exact) segment.get_sources_catalog.Result.sources_catalog
---@field id string
---A name for people.
---@field name string
---@field slug string
---What it is for, for people.
---@field description string
---@field logos segment.get_sources_catalog.Result.sources_catalog.logos
---@field options segment.get_sources_catalog.Result.sources_catalog.options[]
---@field categories string[]
---@field is_cloud_event_source boolean
---Only those with this status.
---@field status "DEPRECATED"|"PRIVATE_BETA"|"PRIVATE_BUILDING"|"PRIVATE_SUBMITTED"|"PUBLIC"|"PUBLIC_BETA"|"UNAVAILABLE"
---@field partner_owned? boolean

---@class (exact) segment.get_sources_catalog.Result.pagination
---@field current string
---@field next? string|nil
---@field previous? string|nil
---@field total_entries? number

---@class (exact) segment.get_sources_catalog.Result : segment.Failure
---@field sources_catalog segment.get_sources_catalog.Result.sources_catalog[]
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination segment.get_sources_catalog.Result.pagination

---@class (exact) segment.get_warehouse_metadata.Parameters
---The kind of warehouse, by its id in the catalog.
---@field warehouseMetadataId string

---@class (exact) segment.get_warehouse_metadata.Result.warehouse_metadata.logos
---@field default string
---@field mark? string|nil
---@field alt? string|nil

---@class (exact) segment.get_warehouse_metadata.Result.warehouse_metadata.options
---A name for people.
---@field name string
---@field type string
---@field required boolean
---What it is for, for people.
---@field description? string
---@field default_value? any|nil
---@field label? string

---@class (exact) segment.get_warehouse_metadata.Result.warehouse_metadata
---@field id string
---A name for people.
---@field name string
---@field slug string
---What it is for, for people.
---@field description string
---@field logos segment.get_warehouse_metadata.Result.warehouse_metadata.logos
---@field options segment.get_warehouse_metadata.Result.warehouse_metadata.options[]

---@class (exact) segment.get_warehouse_metadata.Result : segment.Failure
---@field warehouse_metadata segment.get_warehouse_metadata.Result.warehouse_metadata

---@class (exact) segment.get_warehouses_catalog.Parameters.pagination
---The next of the page before.
---@field cursor? string
---Entries a page, at most 1000.
---@field count integer

---@class (exact) segment.get_warehouses_catalog.Parameters
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.get_warehouses_catalog.Parameters.pagination
---Whether the list is read to its end. Default: unless pagination asks for a page.
---@field all? boolean

---@class (exact) segment.get_warehouses_catalog.Result.warehouses_catalog.logos
---@field default string
---@field mark? string|nil
---@field alt? string|nil

---@class (exact) segment.get_warehouses_catalog.Result.warehouses_catalog.options
---A name for people.
---@field name string
---@field type string
---@field required boolean
---What it is for, for people.
---@field description? string
---@field default_value? any|nil
---@field label? string

---@class (exact) segment.get_warehouses_catalog.Result.warehouses_catalog
---@field id string
---A name for people.
---@field name string
---@field slug string
---What it is for, for people.
---@field description string
---@field logos segment.get_warehouses_catalog.Result.warehouses_catalog.logos
---@field options segment.get_warehouses_catalog.Result.warehouses_catalog.options[]

---@class (exact) segment.get_warehouses_catalog.Result.pagination
---@field current string
---@field next? string|nil
---@field previous? string|nil
---@field total_entries? number

---@class (exact) segment.get_warehouses_catalog.Result : segment.Failure
---@field warehouses_catalog segment.get_warehouses_catalog.Result.warehouses_catalog[]
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination segment.get_warehouses_catalog.Result.pagination

---@class (exact) segment.remove_computed_trait_from_space.Parameters
---Id of the space.
---@field spaceId string
---Id of the computed trait.
---@field id string

---@class (exact) segment.remove_computed_trait_from_space.Result : segment.Failure
---Only those with this status.
---@field status "SUCCESS"

---@class (exact) segment.get_computed_trait.Parameters
---Id of the space.
---@field spaceId string
---Id of the computed trait.
---@field id string

---@class (exact) segment.get_computed_trait.Result.computed_trait.definition
---Whose trait it is.
---@field type "ACCOUNTS"|"USERS"
---The expression, in the query language of traits.
---@field query string

---@class (exact) segment.get_computed_trait.Result.computed_trait.options
---Whether events from before its creation count.
---@field include_historical_data? boolean
---Whether users who are not identified count.
---@field include_anonymous_users? boolean
---How many days to look back.
---@field backfill_duration_days? number

---@class (exact) segment.get_computed_trait.Result.computed_trait
---@field id string
---Id of the space.
---@field space_id string
---A name for people.
---@field name string
---What it is for, for people.
---@field description? string
---@field key string
---Whether it is on.
---@field enabled boolean
---@field definition segment.get_computed_trait.Result.computed_trait.definition|nil
---Only those with this status.
---@field status? string
---@field created_by string
---@field updated_by string
---@field created_at string
---@field updated_at string
---@field options? segment.get_computed_trait.Result.computed_trait.options

---@class (exact) segment.get_computed_trait.Result : segment.Failure
---@field computed_trait segment.get_computed_trait.Result.computed_trait

---@class (exact) segment.update_computed_trait_for_space.Parameters.definition
---Whose trait it is.
---@field type "ACCOUNTS"|"USERS"
---The expression, in the query language of traits.
---@field query string

---@class (exact) segment.update_computed_trait_for_space.Parameters
---Id of the space.
---@field spaceId string
---Id of the computed trait.
---@field id string
---Whether it is computed; false pauses it.
---@field enabled? boolean
---A name for people.
---@field name? string
---What it is for, for people.
---@field description? string
---The query that computes it.
---@field definition? segment.update_computed_trait_for_space.Parameters.definition

---@class (exact) segment.update_computed_trait_for_space.Result.computed_trait.definition
---Whose trait it is.
---@field type "ACCOUNTS"|"USERS"
---The expression, in the query language of traits.
---@field query string

---@class (exact) segment.update_computed_trait_for_space.Result.computed_trait.options
---Whether events from before its creation count.
---@field include_historical_data? boolean
---Whether users who are not identified count.
---@field include_anonymous_users? boolean
---How many days to look back.
---@field backfill_duration_days? number

---@class (exact) segment.update_computed_trait_for_space.Result.computed_trait
---@field id string
---Id of the space.
---@field space_id string
---A name for people.
---@field name string
---What it is for, for people.
---@field description? string
---@field key string
---Whether it is on.
---@field enabled boolean
---@field definition segment.update_computed_trait_for_space.Result.computed_trait.definition|nil
---Only those with this status.
---@field status? string
---@field created_by string
---@field updated_by string
---@field created_at string
---@field updated_at string
---@field options? segment.update_computed_trait_for_space.Result.computed_trait.options

---@class (exact) segment.update_computed_trait_for_space.Result : segment.Failure
---@field computed_trait segment.update_computed_trait_for_space.Result.computed_trait

---@class (exact) segment.list_computed_traits.Parameters.pagination
---The next of the page before.
---@field cursor? string
---Entries a page, at most 1000.
---@field count integer

---@class (exact) segment.list_computed_traits.Parameters
---Id of the space.
---@field spaceId string
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.list_computed_traits.Parameters.pagination
---Whether the list is read to its end. Default: unless pagination asks for a page.
---@field all? boolean

---@class (exact) segment.list_computed_traits.Result.computed_traits.definition
---Whose trait it is.
---@field type "ACCOUNTS"|"USERS"
---The expression, in the query language of traits.
---@field query string

---@class (exact) segment.list_computed_traits.Result.computed_traits.options
---Whether events from before its creation count.
---@field include_historical_data? boolean
---Whether users who are not identified count.
---@field include_anonymous_users? boolean
---How many days to look back.
---@field backfill_duration_days? number

---@class (exact) segment.list_computed_traits.Result.computed_traits
---@field id string
---Id of the space.
---@field space_id string
---A name for people.
---@field name string
---What it is for, for people.
---@field description? string
---@field key string
---Whether it is on.
---@field enabled boolean
---@field definition segment.list_computed_traits.Result.computed_traits.definition|nil
---Only those with this status.
---@field status? string
---@field created_by string
---@field updated_by string
---@field created_at string
---@field updated_at string
---@field options? segment.list_computed_traits.Result.computed_traits.options

---@class (exact) segment.list_computed_traits.Result.pagination
---@field current string
---@field next? string|nil
---@field previous? string|nil
---@field total_entries? number

---@class (exact) segment.list_computed_traits.Result : segment.Failure
---@field computed_traits segment.list_computed_traits.Result.computed_traits[]
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination segment.list_computed_traits.Result.pagination

---@class (exact) segment.create_computed_trait.Parameters.definition
---Whose trait it is.
---@field type "ACCOUNTS"|"USERS"
---The expression, in the query language of traits.
---@field query string

---@class (exact) segment.create_computed_trait.Parameters.options
---Whether events from before its creation count.
---@field includeHistoricalData? boolean
---Whether users who are not identified count.
---@field includeAnonymousUsers? boolean
---How many days to look back.
---@field backfillDurationDays? number

---@class (exact) segment.create_computed_trait.Parameters
---Id of the space.
---@field spaceId string
---A name for people.
---@field name string
---Whether it is computed from the start. Default true.
---@field enabled? boolean
---What it is for, for people.
---@field description? string
---The query that computes it.
---@field definition segment.create_computed_trait.Parameters.definition
---How far to look back, and whom to count.
---@field options? segment.create_computed_trait.Parameters.options

---@class (exact) segment.create_computed_trait.Result.computed_trait.definition
---Whose trait it is.
---@field type "ACCOUNTS"|"USERS"
---The expression, in the query language of traits.
---@field query string

---@class (exact) segment.create_computed_trait.Result.computed_trait.options
---Whether events from before its creation count.
---@field include_historical_data? boolean
---Whether users who are not identified count.
---@field include_anonymous_users? boolean
---How many days to look back.
---@field backfill_duration_days? number

---@class (exact) segment.create_computed_trait.Result.computed_trait
---@field id string
---Id of the space.
---@field space_id string
---A name for people.
---@field name string
---What it is for, for people.
---@field description? string
---@field key string
---Whether it is on.
---@field enabled boolean
---@field definition segment.create_computed_trait.Result.computed_trait.definition|nil
---Only those with this status.
---@field status? string
---@field created_by string
---@field updated_by string
---@field created_at string
---@field updated_at string
---@field options? segment.create_computed_trait.Result.computed_trait.options

---@class (exact) segment.create_computed_trait.Result : segment.Failure
---@field computed_trait segment.create_computed_trait.Result.computed_trait

---@class (exact) segment.list_credential_consumers.Parameters.warehousesPagination
---The next of the page before.
---@field cursor? string
---Entries a page, at most 1000.
---@field count integer

---@class (exact) segment.list_credential_consumers.Parameters.sourcesPagination
---The next of the page before.
---@field cursor? string
---Entries a page, at most 1000.
---@field count integer

---@class (exact) segment.list_credential_consumers.Parameters
---Id of the stored credential.
---@field credentialId string
---Which page of the warehouses.
---@field warehousesPagination? segment.list_credential_consumers.Parameters.warehousesPagination
---Which page of the sources.
---@field sourcesPagination? segment.list_credential_consumers.Parameters.sourcesPagination
---Whether the list is read to its end. Default: unless pagination asks for a page.
---@field all? boolean

---@class (exact) segment.list_credential_consumers.Result.warehouses.metadata.logos
---@field default string
---@field mark? string|nil
---@field alt? string|nil

---@class (exact) segment.list_credential_consumers.Result.warehouses.metadata.options
---A name for people.
---@field name string
---@field type string
---@field required boolean
---What it is for, for people.
---@field description? string
---@field default_value? any|nil
---@field label? string

---@class (exact) segment.list_credential_consumers.Result.warehouses.metadata
---@field id string
---A name for people.
---@field name string
---@field slug string
---What it is for, for people.
---@field description string
---@field logos segment.list_credential_consumers.Result.warehouses.metadata.logos
---@field options segment.list_credential_consumers.Result.warehouses.metadata.options[]

---@class (exact) segment.list_credential_consumers.Result.warehouses
---@field id string
---@field metadata segment.list_credential_consumers.Result.warehouses.metadata
---@field workspace_id string
---Whether it is on.
---@field enabled boolean
---Settings, by their names in the catalog.
---@field settings table<string, any>

---@class (exact) segment.list_credential_consumers.Result.warehouses_pagination
---@field current string
---@field next? string|nil
---@field previous? string|nil
---@field total_entries? number

---@class (exact) segment.list_credential_consumers.Result.sources.metadata.logos
---@field default string
---@field mark? string|nil
---@field alt? string|nil

---@class (exact) segment.list_credential_consumers.Result.sources.metadata.options
---A name for people.
---@field name string
---@field type string
---@field required boolean
---What it is for, for people.
---@field description? string
---@field default_value? any|nil
---@field label? string

---@class (exact) segment.list_credential_consumers.Result.sources.metadata
---@field id string
---A name for people.
---@field name string
---@field slug string
---What it is for, for people.
---@field description string
---@field logos segment.list_credential_consumers.Result.sources.metadata.logos
---@field options segment.list_credential_consumers.Result.sources.metadata.options[]
---@field categories string[]
---@field is_cloud_event_source boolean
---Only those with this status.
---@field status "DEPRECATED"|"PRIVATE_BETA"|"PRIVATE_BUILDING"|"PRIVATE_SUBMITTED"|"PUBLIC"|"PUBLIC_BETA"|"UNAVAILABLE"
---@field partner_owned? boolean

---@class (exact) segment.list_credential_consumers.Result.sources.labels
---What it tells, such as environment.
---@field key string
---What it says, such as production.
---@field value string
---What it is for, for people.
---@field description? string

---@class (exact) segment.list_credential_consumers.Result.sources
---@field id string
---@field slug string
---A name for people.
---@field name? string
---@field metadata segment.list_credential_consumers.Result.sources.metadata
---@field workspace_id string
---Whether it is on.
---@field enabled boolean
---@field write_keys string[]
---Settings, by their names in the catalog.
---@field settings? table<string, any>
---The labels, by key and value.
---@field labels segment.list_credential_consumers.Result.sources.labels[]

---@class (exact) segment.list_credential_consumers.Result.sources_pagination
---@field current string
---@field next? string|nil
---@field previous? string|nil
---@field total_entries? number

---@class (exact) segment.list_credential_consumers.Result : segment.Failure
---@field warehouses segment.list_credential_consumers.Result.warehouses[]
---@field warehouses_pagination segment.list_credential_consumers.Result.warehouses_pagination
---@field sources segment.list_credential_consumers.Result.sources[]
---@field sources_pagination segment.list_credential_consumers.Result.sources_pagination

---@class (exact) segment.delete_credential.Parameters
---Id of the stored credential.
---@field credentialId string

---@class (exact) segment.delete_credential.Result : segment.Failure
---Only those with this status.
---@field status "SUCCESS"

---@class (exact) segment.get_credential.Parameters
---Id of the stored credential.
---@field credentialId string

---@class (exact) segment.get_credential.Result.credential
---@field id string
---@field workspace_id string
---A name for people.
---@field name string
---Settings, by their names in the catalog.
---@field settings table<string, any>
---@field created_at string
---@field updated_at string

---@class (exact) segment.get_credential.Result : segment.Failure
---@field credential segment.get_credential.Result.credential

---@class (exact) segment.update_credential.Parameters
---Id of the stored credential.
---@field credentialId string
---A name for people.
---@field name? string
---What the credential consists of, in place of what is stored.
---@field settings? table<string, any>

---@class (exact) segment.update_credential.Result.credential
---@field id string
---@field workspace_id string
---A name for people.
---@field name string
---Settings, by their names in the catalog.
---@field settings table<string, any>
---@field created_at string
---@field updated_at string

---@class (exact) segment.update_credential.Result : segment.Failure
---@field credential segment.update_credential.Result.credential

---@class (exact) segment.list_credentials.Parameters.pagination
---The next of the page before.
---@field cursor? string
---Entries a page, at most 1000.
---@field count integer

---@class (exact) segment.list_credentials.Parameters
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.list_credentials.Parameters.pagination
---Whether the list is read to its end. Default: unless pagination asks for a page.
---@field all? boolean

---@class (exact) segment.list_credentials.Result.credentials
---@field id string
---@field workspace_id string
---A name for people.
---@field name string
---Settings, by their names in the catalog.
---@field settings table<string, any>
---@field created_at string
---@field updated_at string

---@class (exact) segment.list_credentials.Result.pagination
---@field current string
---@field next? string|nil
---@field previous? string|nil
---@field total_entries? number

---@class (exact) segment.list_credentials.Result : segment.Failure
---@field credentials segment.list_credentials.Result.credentials[]
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination segment.list_credentials.Result.pagination

---@class (exact) segment.create_credential.Parameters
---A name for people.
---@field name string
---What the credential consists of: user, password, key.
---@field settings table<string, any>

---@class (exact) segment.create_credential.Result.credential
---@field id string
---@field workspace_id string
---A name for people.
---@field name string
---Settings, by their names in the catalog.
---@field settings table<string, any>
---@field created_at string
---@field updated_at string

---@class (exact) segment.create_credential.Result : segment.Failure
---@field credential segment.create_credential.Result.credential

---@class (exact) segment.create_download.Parameters
---Id of the collection.
---@field collectionId string
---The hour, in ISO 8601.
---@field hour string

---@class (exact) segment.create_download.Result.download
---@field urls string[]

---@class (exact) segment.create_download.Result : segment.Failure
---@field download segment.create_download.Result.download

---@class (exact) segment.create_dbt_model_sync_trigger.Parameters
---Id of the source.
---@field sourceId string

---@class (exact) segment.create_dbt_model_sync_trigger.Result.dbt_model_sync_trigger
---@field id string
---Id of the source.
---@field source_id? string
---Only those with this status.
---@field status string

---@class (exact) segment.create_dbt_model_sync_trigger.Result : segment.Failure
---@field dbt_model_sync_trigger segment.create_dbt_model_sync_trigger.Result.dbt_model_sync_trigger

---@class (exact) segment.create_cloud_source_regulation.Parameters
---Id of the cloud source.
---@field sourceId string
---What to do: delete, suppress, both, or end a suppression.
---@field regulationType "DELETE_INTERNAL"|"DELETE_ONLY"|"SUPPRESS_ONLY"|"SUPPRESS_WITH_DELETE"|"SUPPRESS_WITH_DELETE_INTERNAL"|"UNSUPPRESS"
---OBJECT_ID.
---@field subjectType "OBJECT_ID"
---Ids of the objects.
---@field subjectIds string[]
---The collection that the objects are in.
---@field collection string

---@class (exact) segment.create_cloud_source_regulation.Result : segment.Failure
---Id of the regulation.
---@field regulate_id string

---@class (exact) segment.list_regulations_from_source.Parameters.pagination
---The next of the page before.
---@field cursor? string
---Entries a page, at most 1000.
---@field count integer

---@class (exact) segment.list_regulations_from_source.Parameters
---Id of the source.
---@field sourceId string
---Only those with this status.
---@field status? "FAILED"|"FINISHED"|"INITIALIZED"|"INVALID"|"NOT_SUPPORTED"|"PARTIAL_SUCCESS"|"RUNNING"
---Only those of these types.
---@field regulationTypes? ("DELETE_ARCHIVE_ONLY"|"DELETE_INTERNAL"|"DELETE_ONLY"|"SUPPRESS_ONLY"|"SUPPRESS_WITH_DELETE"|"SUPPRESS_WITH_DELETE_INTERNAL"|"UNSUPPRESS")[]
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.list_regulations_from_source.Parameters.pagination
---Whether the list is read to its end. Default: unless pagination asks for a page.
---@field all? boolean

---@class (exact) segment.list_regulations_from_source.Result.regulations
---@field id string
---What the ids stand for.
---@field subject_type string
---@field subjects string[]
---Only those with this status.
---@field status "FAILED"|"FINISHED"|"INITIALIZED"|"INVALID"|"NOT_SUPPORTED"|"PARTIAL_SUCCESS"|"RUNNING"
---@field created_at string
---What to do: delete, suppress, both, or end a suppression.
---@field regulation_type "DELETE_ARCHIVE_ONLY"|"DELETE_INTERNAL"|"DELETE_ONLY"|"SUPPRESS_ONLY"|"SUPPRESS_WITH_DELETE"|"SUPPRESS_WITH_DELETE_INTERNAL"|"UNSUPPRESS"
---@field finished_at? string

---@class (exact) segment.list_regulations_from_source.Result : segment.Failure
---@field regulations segment.list_regulations_from_source.Result.regulations[]

---@class (exact) segment.create_source_regulation.Parameters
---Id of the source.
---@field sourceId string
---What to do: delete, suppress, both, or end a suppression.
---@field regulationType "DELETE_ARCHIVE_ONLY"|"DELETE_INTERNAL"|"DELETE_ONLY"|"SUPPRESS_ONLY"|"SUPPRESS_WITH_DELETE"|"SUPPRESS_WITH_DELETE_INTERNAL"|"UNSUPPRESS"
---What the ids stand for.
---@field subjectType "ANONYMOUS_ID"|"USER_ID"
---Ids of those concerned.
---@field subjectIds string[]

---@class (exact) segment.create_source_regulation.Result : segment.Failure
---Id of the regulation.
---@field regulate_id string

---@class (exact) segment.get_regulation.Parameters
---Id of the regulation.
---@field regulateId string

---@class (exact) segment.get_regulation.Result.regulation.stream_status.destination_status
---A name for people.
---@field name string
---@field id string
---Only those with this status.
---@field status "FAILED"|"FINISHED"|"INITIALIZED"|"INVALID"|"NOT_SUPPORTED"|"PARTIAL_SUCCESS"|"RUNNING"
---@field err_string string
---@field finished_at string

---@class (exact) segment.get_regulation.Result.regulation.stream_status
---@field id string
---@field destination_status segment.get_regulation.Result.regulation.stream_status.destination_status[]

---@class (exact) segment.get_regulation.Result.regulation
---@field id string
---@field workspace_id string
---@field overall_status "FAILED"|"FINISHED"|"INITIALIZED"|"INVALID"|"NOT_SUPPORTED"|"PARTIAL_SUCCESS"|"RUNNING"
---@field finished_at? string
---@field created_at string
---@field stream_status segment.get_regulation.Result.regulation.stream_status[]

---@class (exact) segment.get_regulation.Result : segment.Failure
---@field regulation segment.get_regulation.Result.regulation

---@class (exact) segment.list_workspace_regulations.Parameters.pagination
---The next of the page before.
---@field cursor? string
---Entries a page, at most 1000.
---@field count integer

---@class (exact) segment.list_workspace_regulations.Parameters
---Only those with this status.
---@field status? "FAILED"|"FINISHED"|"INITIALIZED"|"INVALID"|"NOT_SUPPORTED"|"PARTIAL_SUCCESS"|"RUNNING"
---Only those of these types.
---@field regulationTypes? ("DELETE_INTERNAL"|"DELETE_ONLY"|"SUPPRESS_ONLY"|"SUPPRESS_WITH_DELETE"|"SUPPRESS_WITH_DELETE_INTERNAL"|"UNSUPPRESS")[]
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.list_workspace_regulations.Parameters.pagination
---Whether the list is read to its end. Default: unless pagination asks for a page.
---@field all? boolean

---@class (exact) segment.list_workspace_regulations.Result.regulations
---@field id string
---What the ids stand for.
---@field subject_type string
---@field subjects string[]
---Only those with this status.
---@field status "FAILED"|"FINISHED"|"INITIALIZED"|"INVALID"|"NOT_SUPPORTED"|"PARTIAL_SUCCESS"|"RUNNING"
---@field created_at string
---What to do: delete, suppress, both, or end a suppression.
---@field regulation_type "DELETE_ARCHIVE_ONLY"|"DELETE_INTERNAL"|"DELETE_ONLY"|"SUPPRESS_ONLY"|"SUPPRESS_WITH_DELETE"|"SUPPRESS_WITH_DELETE_INTERNAL"|"UNSUPPRESS"
---@field finished_at? string

---@class (exact) segment.list_workspace_regulations.Result.pagination
---@field current string
---@field next? string|nil
---@field previous? string|nil
---@field total_entries? number

---@class (exact) segment.list_workspace_regulations.Result : segment.Failure
---@field regulations segment.list_workspace_regulations.Result.regulations[]
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination segment.list_workspace_regulations.Result.pagination

---@class (exact) segment.create_workspace_regulation.Parameters
---What to do: delete, suppress, both, or end a suppression.
---@field regulationType "DELETE_INTERNAL"|"DELETE_ONLY"|"SUPPRESS_ONLY"|"SUPPRESS_WITH_DELETE"|"SUPPRESS_WITH_DELETE_INTERNAL"|"UNSUPPRESS"
---What the ids stand for.
---@field subjectType "OBJECT_ID"|"USER_ID"
---Ids of those concerned.
---@field subjectIds string[]

---@class (exact) segment.create_workspace_regulation.Result : segment.Failure
---Id of the regulation.
---@field regulate_id string

---@class (exact) segment.list_suppressions.Parameters.pagination
---The next of the page before.
---@field cursor? string
---Entries a page, at most 1000.
---@field count integer

---@class (exact) segment.list_suppressions.Parameters
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.list_suppressions.Parameters.pagination
---Whether the list is read to its end. Default: unless pagination asks for a page.
---@field all? boolean

---@class (exact) segment.list_suppressions.Result.suppressed
---What the ids stand for.
---@field subject_type string
---Ids of those concerned.
---@field subject_ids string[]

---@class (exact) segment.list_suppressions.Result.pagination
---@field current string
---@field next? string|nil
---@field previous? string|nil
---@field total_entries? number

---@class (exact) segment.list_suppressions.Result : segment.Failure
---@field suppressed segment.list_suppressions.Result.suppressed[]
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination segment.list_suppressions.Result.pagination

---@class (exact) segment.get_egress_failed_metrics.Parameters.filter
---Reasons for which events were discarded.
---@field discardReason? string[]
---Names of events.
---@field eventName? string[]
---Types of events.
---@field eventType? string[]
---Versions of an app.
---@field appVersion? string[]
---Mappings of the destination.
---@field subscriptionId? string[]
---Activations.
---@field activationId? string[]
---Audiences.
---@field audienceId? string[]
---Spaces.
---@field spaceId? string[]

---@class (exact) segment.get_egress_failed_metrics.Parameters.pagination
---The next of the page before.
---@field cursor? string
---Entries a page, at most 1000.
---@field count integer

---@class (exact) segment.get_egress_failed_metrics.Parameters
---Id of the source.
---@field sourceId string
---Id of the destination.
---@field destinationConfigId string
---Start of the period, in ISO 8601: 2026-01-01T00:00:00Z.
---@field startTime string
---End of the period, in ISO 8601.
---@field endTime string
---What to count apart, such as eventName, eventType or appVersion.
---@field groupBy? string[]
---Length of one step in time.
---@field granularity "DAY"|"HOUR"|"MINUTE"
---Count only what matches; a list matches any of its values.
---@field filter? segment.get_egress_failed_metrics.Parameters.filter
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.get_egress_failed_metrics.Parameters.pagination
---Whether the list is read to its end. Default: unless pagination asks for a page.
---@field all? boolean

---@class (exact) segment.get_egress_failed_metrics.Result.dataset.series
---@field time string
---@field count number
---@field retry_count? number

---@class (exact) segment.get_egress_failed_metrics.Result.dataset
---@field event_name? string
---@field app_version? string
---@field event_type? string
---@field discard_reason? string
---@field total number
---@field series segment.get_egress_failed_metrics.Result.dataset.series[]
---@field total_retry_count? number

---@class (exact) segment.get_egress_failed_metrics.Result.pagination
---@field current string
---@field next? string|nil
---@field previous? string|nil
---@field total_entries? number

---@class (exact) segment.get_egress_failed_metrics.Result : segment.Failure
---@field total number
---@field dataset segment.get_egress_failed_metrics.Result.dataset[]
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination segment.get_egress_failed_metrics.Result.pagination

---@class (exact) segment.get_ingress_failed_metrics.Parameters.filter
---Reasons for which events were discarded.
---@field discardReason? string[]
---Names of events.
---@field eventName? string[]
---Types of events.
---@field eventType? string[]
---Versions of an app.
---@field appVersion? string[]

---@class (exact) segment.get_ingress_failed_metrics.Parameters.pagination
---The next of the page before.
---@field cursor? string
---Entries a page, at most 1000.
---@field count integer

---@class (exact) segment.get_ingress_failed_metrics.Parameters
---Id of the source.
---@field sourceId string
---Start of the period, in ISO 8601: 2026-01-01T00:00:00Z.
---@field startTime string
---End of the period, in ISO 8601.
---@field endTime string
---What to count apart, such as eventName, eventType or appVersion.
---@field groupBy? string[]
---Length of one step in time.
---@field granularity "DAY"|"HOUR"|"MINUTE"
---Count only what matches; a list matches any of its values.
---@field filter? segment.get_ingress_failed_metrics.Parameters.filter
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.get_ingress_failed_metrics.Parameters.pagination
---Whether the list is read to its end. Default: unless pagination asks for a page.
---@field all? boolean

---@class (exact) segment.get_ingress_failed_metrics.Result.dataset.series
---@field time string
---@field count number
---@field retry_count? number

---@class (exact) segment.get_ingress_failed_metrics.Result.dataset
---@field event_name? string
---@field app_version? string
---@field event_type? string
---@field discard_reason? string
---@field total number
---@field series segment.get_ingress_failed_metrics.Result.dataset.series[]
---@field total_retry_count? number

---@class (exact) segment.get_ingress_failed_metrics.Result.pagination
---@field current string
---@field next? string|nil
---@field previous? string|nil
---@field total_entries? number

---@class (exact) segment.get_ingress_failed_metrics.Result : segment.Failure
---@field total number
---@field dataset segment.get_ingress_failed_metrics.Result.dataset[]
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination segment.get_ingress_failed_metrics.Result.pagination

---@class (exact) segment.get_filtered_at_destination_metrics.Parameters.filter
---Reasons for which events were discarded.
---@field discardReason? string[]
---Names of events.
---@field eventName? string[]
---Types of events.
---@field eventType? string[]
---Versions of an app.
---@field appVersion? string[]
---Mappings of the destination.
---@field subscriptionId? string[]
---Activations.
---@field activationId? string[]
---Audiences.
---@field audienceId? string[]
---Spaces.
---@field spaceId? string[]

---@class (exact) segment.get_filtered_at_destination_metrics.Parameters.pagination
---The next of the page before.
---@field cursor? string
---Entries a page, at most 1000.
---@field count integer

---@class (exact) segment.get_filtered_at_destination_metrics.Parameters
---Id of the source.
---@field sourceId string
---Id of the destination.
---@field destinationConfigId string
---Start of the period, in ISO 8601: 2026-01-01T00:00:00Z.
---@field startTime string
---End of the period, in ISO 8601.
---@field endTime string
---What to count apart, such as eventName, eventType or appVersion.
---@field groupBy? string[]
---Length of one step in time.
---@field granularity "DAY"|"HOUR"|"MINUTE"
---Count only what matches; a list matches any of its values.
---@field filter? segment.get_filtered_at_destination_metrics.Parameters.filter
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.get_filtered_at_destination_metrics.Parameters.pagination
---Whether the list is read to its end. Default: unless pagination asks for a page.
---@field all? boolean

---@class (exact) segment.get_filtered_at_destination_metrics.Result.dataset.series
---@field time string
---@field count number
---@field retry_count? number

---@class (exact) segment.get_filtered_at_destination_metrics.Result.dataset
---@field event_name? string
---@field app_version? string
---@field event_type? string
---@field discard_reason? string
---@field total number
---@field series segment.get_filtered_at_destination_metrics.Result.dataset.series[]
---@field total_retry_count? number

---@class (exact) segment.get_filtered_at_destination_metrics.Result.pagination
---@field current string
---@field next? string|nil
---@field previous? string|nil
---@field total_entries? number

---@class (exact) segment.get_filtered_at_destination_metrics.Result : segment.Failure
---@field total number
---@field dataset segment.get_filtered_at_destination_metrics.Result.dataset[]
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination segment.get_filtered_at_destination_metrics.Result.pagination

---@class (exact) segment.get_filtered_at_source_metrics.Parameters.filter
---Reasons for which events were discarded.
---@field discardReason? string[]
---Names of events.
---@field eventName? string[]
---Types of events.
---@field eventType? string[]
---Versions of an app.
---@field appVersion? string[]

---@class (exact) segment.get_filtered_at_source_metrics.Parameters.pagination
---The next of the page before.
---@field cursor? string
---Entries a page, at most 1000.
---@field count integer

---@class (exact) segment.get_filtered_at_source_metrics.Parameters
---Id of the source.
---@field sourceId string
---Start of the period, in ISO 8601: 2026-01-01T00:00:00Z.
---@field startTime string
---End of the period, in ISO 8601.
---@field endTime string
---What to count apart, such as eventName, eventType or appVersion.
---@field groupBy? string[]
---Length of one step in time.
---@field granularity "DAY"|"HOUR"|"MINUTE"
---Count only what matches; a list matches any of its values.
---@field filter? segment.get_filtered_at_source_metrics.Parameters.filter
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.get_filtered_at_source_metrics.Parameters.pagination
---Whether the list is read to its end. Default: unless pagination asks for a page.
---@field all? boolean

---@class (exact) segment.get_filtered_at_source_metrics.Result.dataset.series
---@field time string
---@field count number
---@field retry_count? number

---@class (exact) segment.get_filtered_at_source_metrics.Result.dataset
---@field event_name? string
---@field app_version? string
---@field event_type? string
---@field discard_reason? string
---@field total number
---@field series segment.get_filtered_at_source_metrics.Result.dataset.series[]
---@field total_retry_count? number

---@class (exact) segment.get_filtered_at_source_metrics.Result.pagination
---@field current string
---@field next? string|nil
---@field previous? string|nil
---@field total_entries? number

---@class (exact) segment.get_filtered_at_source_metrics.Result : segment.Failure
---@field total number
---@field dataset segment.get_filtered_at_source_metrics.Result.dataset[]
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination segment.get_filtered_at_source_metrics.Result.pagination

---@class (exact) segment.get_egress_success_metrics.Parameters.filter
---Reasons for which events were discarded.
---@field discardReason? string[]
---Names of events.
---@field eventName? string[]
---Types of events.
---@field eventType? string[]
---Versions of an app.
---@field appVersion? string[]
---Mappings of the destination.
---@field subscriptionId? string[]
---Activations.
---@field activationId? string[]
---Audiences.
---@field audienceId? string[]
---Spaces.
---@field spaceId? string[]

---@class (exact) segment.get_egress_success_metrics.Parameters.pagination
---The next of the page before.
---@field cursor? string
---Entries a page, at most 1000.
---@field count integer

---@class (exact) segment.get_egress_success_metrics.Parameters
---Id of the source.
---@field sourceId string
---Id of the destination.
---@field destinationConfigId string
---Start of the period, in ISO 8601: 2026-01-01T00:00:00Z.
---@field startTime string
---End of the period, in ISO 8601.
---@field endTime string
---What to count apart, such as eventName, eventType or appVersion.
---@field groupBy? string[]
---Length of one step in time.
---@field granularity "DAY"|"HOUR"|"MINUTE"
---Count only what matches; a list matches any of its values.
---@field filter? segment.get_egress_success_metrics.Parameters.filter
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.get_egress_success_metrics.Parameters.pagination
---Whether the list is read to its end. Default: unless pagination asks for a page.
---@field all? boolean

---@class (exact) segment.get_egress_success_metrics.Result.dataset.series
---@field time string
---@field count number
---@field retry_count? number

---@class (exact) segment.get_egress_success_metrics.Result.dataset
---@field event_name? string
---@field app_version? string
---@field event_type? string
---@field discard_reason? string
---@field total number
---@field series segment.get_egress_success_metrics.Result.dataset.series[]
---@field total_retry_count? number

---@class (exact) segment.get_egress_success_metrics.Result.pagination
---@field current string
---@field next? string|nil
---@field previous? string|nil
---@field total_entries? number

---@class (exact) segment.get_egress_success_metrics.Result : segment.Failure
---@field total number
---@field dataset segment.get_egress_success_metrics.Result.dataset[]
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination segment.get_egress_success_metrics.Result.pagination

---@class (exact) segment.get_ingress_success_metrics.Parameters.filter
---Names of events.
---@field eventName? string[]
---Types of events.
---@field eventType? string[]
---Versions of an app.
---@field appVersion? string[]

---@class (exact) segment.get_ingress_success_metrics.Parameters.pagination
---The next of the page before.
---@field cursor? string
---Entries a page, at most 1000.
---@field count integer

---@class (exact) segment.get_ingress_success_metrics.Parameters
---Id of the source.
---@field sourceId string
---Start of the period, in ISO 8601: 2026-01-01T00:00:00Z.
---@field startTime string
---End of the period, in ISO 8601.
---@field endTime string
---What to count apart, such as eventName, eventType or appVersion.
---@field groupBy? string[]
---Length of one step in time.
---@field granularity "DAY"|"HOUR"|"MINUTE"
---Count only what matches; a list matches any of its values.
---@field filter? segment.get_ingress_success_metrics.Parameters.filter
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.get_ingress_success_metrics.Parameters.pagination
---Whether the list is read to its end. Default: unless pagination asks for a page.
---@field all? boolean

---@class (exact) segment.get_ingress_success_metrics.Result.dataset.series
---@field time string
---@field count number
---@field retry_count? number

---@class (exact) segment.get_ingress_success_metrics.Result.dataset
---@field event_name? string
---@field app_version? string
---@field event_type? string
---@field discard_reason? string
---@field total number
---@field series segment.get_ingress_success_metrics.Result.dataset.series[]
---@field total_retry_count? number

---@class (exact) segment.get_ingress_success_metrics.Result.pagination
---@field current string
---@field next? string|nil
---@field previous? string|nil
---@field total_entries? number

---@class (exact) segment.get_ingress_success_metrics.Result : segment.Failure
---@field total number
---@field dataset segment.get_ingress_success_metrics.Result.dataset[]
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination segment.get_ingress_success_metrics.Result.pagination

---@class (exact) segment.preview_destination_filter.Parameters.filter.actions
---What to do.
---@field type "ALLOW_PROPERTIES"|"DROP"|"DROP_PROPERTIES"|"SAMPLE"
---Properties that are kept or dropped, by where they are: properties, context, traits.
---@field fields? table<string, any>
---For SAMPLE: the share that passes, from 0 to 1.
---@field percent? number
---For SAMPLE: the field that decides, such as userId.
---@field path? string

---@class (exact) segment.preview_destination_filter.Parameters.filter
---Which events it is for, as a condition in FQL.
---@field ["if"] string
---What happens to them.
---@field actions segment.preview_destination_filter.Parameters.filter.actions[]

---@class (exact) segment.preview_destination_filter.Parameters
---The filter to try: if and actions.
---@field filter segment.preview_destination_filter.Parameters.filter
---The event to try it on.
---@field payload table<string, any>

---@class (exact) segment.preview_destination_filter.Result : segment.Failure
---@field input_payload table<string, any>
---@field result table<string, any>|nil

---@class (exact) segment.remove_filter_from_destination.Parameters
---Id of the destination.
---@field destinationId string
---Id of the filter.
---@field filterId string

---@class (exact) segment.remove_filter_from_destination.Result : segment.Failure
---Only those with this status.
---@field status "SUCCESS"

---@class (exact) segment.get_filter_in_destination.Parameters
---Id of the destination.
---@field destinationId string
---Id of the filter.
---@field filterId string

---@class (exact) segment.get_filter_in_destination.Result.filter.actions
---What to do.
---@field type "ALLOW_PROPERTIES"|"DROP"|"DROP_PROPERTIES"|"SAMPLE"
---Properties that are kept or dropped, by where they are: properties, context, traits.
---@field fields? table<string, any>
---For SAMPLE: the share that passes, from 0 to 1.
---@field percent? number
---For SAMPLE: the field that decides, such as userId.
---@field path? string

---@class (exact) segment.get_filter_in_destination.Result.filter
---@field id string
---Id of the source.
---@field source_id string
---Id of the destination.
---@field destination_id string
---Which events it is for, as a condition in FQL: type = "track".
---@field ["if"] string
---What happens to the events, in this order.
---@field actions segment.get_filter_in_destination.Result.filter.actions[]
---A name for people.
---@field title string
---What it is for, for people.
---@field description? string
---Whether it is on.
---@field enabled boolean
---@field created_at string
---@field updated_at string

---@class (exact) segment.get_filter_in_destination.Result : segment.Failure
---@field filter segment.get_filter_in_destination.Result.filter

---@class (exact) segment.update_filter_for_destination.Parameters.actions
---What to do.
---@field type "ALLOW_PROPERTIES"|"DROP"|"DROP_PROPERTIES"|"SAMPLE"
---Properties that are kept or dropped, by where they are: properties, context, traits.
---@field fields? table<string, any>
---For SAMPLE: the share that passes, from 0 to 1.
---@field percent? number
---For SAMPLE: the field that decides, such as userId.
---@field path? string

---@class (exact) segment.update_filter_for_destination.Parameters
---Id of the destination.
---@field destinationId string
---Id of the filter.
---@field filterId string
---Which events it is for, as a condition in FQL: type = "track".
---@field ["if"]? string
---What happens to the events, in this order.
---@field actions? segment.update_filter_for_destination.Parameters.actions[]
---A name for people.
---@field title? string
---What it is for, for people.
---@field description? string|nil
---Whether it is applied; false pauses it.
---@field enabled? boolean

---@class (exact) segment.update_filter_for_destination.Result.filter.actions
---What to do.
---@field type "ALLOW_PROPERTIES"|"DROP"|"DROP_PROPERTIES"|"SAMPLE"
---Properties that are kept or dropped, by where they are: properties, context, traits.
---@field fields? table<string, any>
---For SAMPLE: the share that passes, from 0 to 1.
---@field percent? number
---For SAMPLE: the field that decides, such as userId.
---@field path? string

---@class (exact) segment.update_filter_for_destination.Result.filter
---@field id string
---Id of the source.
---@field source_id string
---Id of the destination.
---@field destination_id string
---Which events it is for, as a condition in FQL: type = "track".
---@field ["if"] string
---What happens to the events, in this order.
---@field actions segment.update_filter_for_destination.Result.filter.actions[]
---A name for people.
---@field title string
---What it is for, for people.
---@field description? string
---Whether it is on.
---@field enabled boolean
---@field created_at string
---@field updated_at string

---@class (exact) segment.update_filter_for_destination.Result : segment.Failure
---@field filter segment.update_filter_for_destination.Result.filter

---@class (exact) segment.list_filters_from_destination.Parameters.pagination
---The next of the page before.
---@field cursor? string
---Entries a page, at most 1000.
---@field count integer

---@class (exact) segment.list_filters_from_destination.Parameters
---Id of the destination.
---@field destinationId string
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.list_filters_from_destination.Parameters.pagination
---Whether the list is read to its end. Default: unless pagination asks for a page.
---@field all? boolean

---@class (exact) segment.list_filters_from_destination.Result.filters.actions
---What to do.
---@field type "ALLOW_PROPERTIES"|"DROP"|"DROP_PROPERTIES"|"SAMPLE"
---Properties that are kept or dropped, by where they are: properties, context, traits.
---@field fields? table<string, any>
---For SAMPLE: the share that passes, from 0 to 1.
---@field percent? number
---For SAMPLE: the field that decides, such as userId.
---@field path? string

---@class (exact) segment.list_filters_from_destination.Result.filters
---@field id string
---Id of the source.
---@field source_id string
---Id of the destination.
---@field destination_id string
---Which events it is for, as a condition in FQL: type = "track".
---@field ["if"] string
---What happens to the events, in this order.
---@field actions segment.list_filters_from_destination.Result.filters.actions[]
---A name for people.
---@field title string
---What it is for, for people.
---@field description? string
---Whether it is on.
---@field enabled boolean
---@field created_at string
---@field updated_at string

---@class (exact) segment.list_filters_from_destination.Result.pagination
---@field current string
---@field next? string|nil
---@field previous? string|nil
---@field total_entries? number

---@class (exact) segment.list_filters_from_destination.Result : segment.Failure
---@field filters segment.list_filters_from_destination.Result.filters[]
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination segment.list_filters_from_destination.Result.pagination

---@class (exact) segment.create_filter_for_destination.Parameters.actions
---What to do.
---@field type "ALLOW_PROPERTIES"|"DROP"|"DROP_PROPERTIES"|"SAMPLE"
---Properties that are kept or dropped, by where they are: properties, context, traits.
---@field fields? table<string, any>
---For SAMPLE: the share that passes, from 0 to 1.
---@field percent? number
---For SAMPLE: the field that decides, such as userId.
---@field path? string

---@class (exact) segment.create_filter_for_destination.Parameters
---Id of the destination.
---@field destinationId string
---Id of the source of the destination.
---@field sourceId string
---Which events it is for, as a condition in FQL: type = "track".
---@field ["if"] string
---What happens to the events, in this order.
---@field actions segment.create_filter_for_destination.Parameters.actions[]
---A name for people.
---@field title string
---What it is for, for people.
---@field description? string
---Whether it is applied from the start.
---@field enabled boolean

---@class (exact) segment.create_filter_for_destination.Result.filter.actions
---What to do.
---@field type "ALLOW_PROPERTIES"|"DROP"|"DROP_PROPERTIES"|"SAMPLE"
---Properties that are kept or dropped, by where they are: properties, context, traits.
---@field fields? table<string, any>
---For SAMPLE: the share that passes, from 0 to 1.
---@field percent? number
---For SAMPLE: the field that decides, such as userId.
---@field path? string

---@class (exact) segment.create_filter_for_destination.Result.filter
---@field id string
---Id of the source.
---@field source_id string
---Id of the destination.
---@field destination_id string
---Which events it is for, as a condition in FQL: type = "track".
---@field ["if"] string
---What happens to the events, in this order.
---@field actions segment.create_filter_for_destination.Result.filter.actions[]
---A name for people.
---@field title string
---What it is for, for people.
---@field description? string
---Whether it is on.
---@field enabled boolean
---@field created_at string
---@field updated_at string

---@class (exact) segment.create_filter_for_destination.Result : segment.Failure
---@field filter segment.create_filter_for_destination.Result.filter

---@class (exact) segment.list_delivery_metrics_summary.Parameters
---Id of the destination.
---@field destinationId string
---Id of the source of the events.
---@field sourceId string
---Start of the period, in ISO 8601: 2026-01-01T00:00:00Z.
---@field startTime? string
---End of the period, in ISO 8601.
---@field endTime? string
---Length of one step in time.
---@field granularity? "DAY"|"HOUR"|"MINUTE"

---@class (exact) segment.list_delivery_metrics_summary.Result.delivery_metrics_summary.metrics.breakdown
---@field metric_name string
---@field value number

---@class (exact) segment.list_delivery_metrics_summary.Result.delivery_metrics_summary.metrics
---@field metric_name string
---@field total number
---@field breakdown? segment.list_delivery_metrics_summary.Result.delivery_metrics_summary.metrics.breakdown[]

---@class (exact) segment.list_delivery_metrics_summary.Result.delivery_metrics_summary
---Id of the source.
---@field source_id string
---The kind of destination, by its id in the catalog.
---@field destination_metadata_id string
---@field metrics segment.list_delivery_metrics_summary.Result.delivery_metrics_summary.metrics[]

---@class (exact) segment.list_delivery_metrics_summary.Result : segment.Failure
---@field delivery_metrics_summary segment.list_delivery_metrics_summary.Result.delivery_metrics_summary

---@class (exact) segment.remove_subscription_from_destination.Parameters
---Id of the destination.
---@field destinationId string
---Id of the mapping (subscription).
---@field id string

---@class (exact) segment.remove_subscription_from_destination.Result : segment.Failure
---Only those with this status.
---@field status "SUCCESS"

---@class (exact) segment.get_subscription_from_destination.Parameters
---Id of the destination.
---@field destinationId string
---Id of the mapping (subscription).
---@field id string

---@class (exact) segment.get_subscription_from_destination.Result.subscription.reverse_etl_schedule.config
---The times, as cron has them.
---@field spec? string
---Time zone: America/New_York.
---@field timezone? string
---The job in dbt Cloud.
---@field job_id? string
---The account in dbt Cloud.
---@field account_id? string
---Time between two runs, such as 1h.
---@field interval? string
---Days of the week, 0 for Sunday.
---@field days? number[]
---Hours of the day, from 0 to 23.
---@field hours? number[]

---@class (exact) segment.get_subscription_from_destination.Result.subscription.reverse_etl_schedule
---The kind of schedule.
---@field strategy "CRON"|"DBT_CLOUD"|"MANUAL"|"PERIODIC"|"SPECIFIC_DAYS"
---The times, as the strategy wants them.
---@field config? segment.get_subscription_from_destination.Result.subscription.reverse_etl_schedule.config|table<string, any>|nil

---@class (exact) segment.get_subscription_from_destination.Result.subscription
---@field id string
---A name for people.
---@field name string
---@field action_id string
---@field action_slug string
---Id of the destination.
---@field destination_id string
---Whether it is on.
---@field enabled boolean
---Settings, by their names in the catalog.
---@field settings table<string, any>
---@field trigger string
---Id of the model.
---@field model_id? string
---@field reverse_etl_schedule? segment.get_subscription_from_destination.Result.subscription.reverse_etl_schedule

---@class (exact) segment.get_subscription_from_destination.Result : segment.Failure
---@field subscription segment.get_subscription_from_destination.Result.subscription

---@class (exact) segment.update_subscription_for_destination.Parameters.input.reverseETLSchedule.config
---The times, as cron has them.
---@field spec? string
---Time zone: America/New_York.
---@field timezone? string

---@class (exact) segment.update_subscription_for_destination.Parameters.input.reverseETLSchedule
---The kind of schedule.
---@field strategy "CRON"|"DBT_CLOUD"|"MANUAL"|"PERIODIC"|"SPECIFIC_DAYS"
---The times, as the strategy wants them.
---@field config? segment.update_subscription_for_destination.Parameters.input.reverseETLSchedule.config|table<string, any>|nil

---@class (exact) segment.update_subscription_for_destination.Parameters.input
---A name for people.
---@field name? string
---Which events start it, as a condition in FQL.
---@field trigger? string
---Whether it is on; false pauses it.
---@field enabled? boolean
---What goes into each field of the action.
---@field settings? table<string, any>
---The model whose rows it sends.
---@field reverseETLModelId? string
---When the model is run for it.
---@field reverseETLSchedule? segment.update_subscription_for_destination.Parameters.input.reverseETLSchedule

---@class (exact) segment.update_subscription_for_destination.Parameters
---Id of the destination.
---@field destinationId string
---Id of the mapping (subscription).
---@field id string
---What to change.
---@field input segment.update_subscription_for_destination.Parameters.input

---@class (exact) segment.update_subscription_for_destination.Result.subscription.reverse_etl_schedule.config
---The times, as cron has them.
---@field spec? string
---Time zone: America/New_York.
---@field timezone? string
---The job in dbt Cloud.
---@field job_id? string
---The account in dbt Cloud.
---@field account_id? string
---Time between two runs, such as 1h.
---@field interval? string
---Days of the week, 0 for Sunday.
---@field days? number[]
---Hours of the day, from 0 to 23.
---@field hours? number[]

---@class (exact) segment.update_subscription_for_destination.Result.subscription.reverse_etl_schedule
---The kind of schedule.
---@field strategy "CRON"|"DBT_CLOUD"|"MANUAL"|"PERIODIC"|"SPECIFIC_DAYS"
---The times, as the strategy wants them.
---@field config? segment.update_subscription_for_destination.Result.subscription.reverse_etl_schedule.config|table<string, any>|nil

---@class (exact) segment.update_subscription_for_destination.Result.subscription
---@field id string
---A name for people.
---@field name string
---@field action_id string
---@field action_slug string
---Id of the destination.
---@field destination_id string
---Whether it is on.
---@field enabled boolean
---Settings, by their names in the catalog.
---@field settings table<string, any>
---@field trigger string
---Id of the model.
---@field model_id? string
---@field reverse_etl_schedule? segment.update_subscription_for_destination.Result.subscription.reverse_etl_schedule

---@class (exact) segment.update_subscription_for_destination.Result : segment.Failure
---@field subscription segment.update_subscription_for_destination.Result.subscription

---@class (exact) segment.list_subscriptions_from_destination.Parameters.pagination
---The next of the page before.
---@field cursor? string
---Entries a page, at most 1000.
---@field count integer

---@class (exact) segment.list_subscriptions_from_destination.Parameters
---Id of the destination.
---@field destinationId string
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.list_subscriptions_from_destination.Parameters.pagination
---Whether the list is read to its end. Default: unless pagination asks for a page.
---@field all? boolean

---@class (exact) segment.list_subscriptions_from_destination.Result.subscriptions.reverse_etl_schedule.config
---The times, as cron has them.
---@field spec? string
---Time zone: America/New_York.
---@field timezone? string
---The job in dbt Cloud.
---@field job_id? string
---The account in dbt Cloud.
---@field account_id? string
---Time between two runs, such as 1h.
---@field interval? string
---Days of the week, 0 for Sunday.
---@field days? number[]
---Hours of the day, from 0 to 23.
---@field hours? number[]

---@class (exact) segment.list_subscriptions_from_destination.Result.subscriptions.reverse_etl_schedule
---The kind of schedule.
---@field strategy "CRON"|"DBT_CLOUD"|"MANUAL"|"PERIODIC"|"SPECIFIC_DAYS"
---The times, as the strategy wants them.
---@field config? segment.list_subscriptions_from_destination.Result.subscriptions.reverse_etl_schedule.config|table<string, any>|nil

---@class (exact) segment.list_subscriptions_from_destination.Result.subscriptions
---@field id string
---A name for people.
---@field name string
---@field action_id string
---@field action_slug string
---Id of the destination.
---@field destination_id string
---Whether it is on.
---@field enabled boolean
---Settings, by their names in the catalog.
---@field settings table<string, any>
---@field trigger string
---Id of the model.
---@field model_id? string
---@field reverse_etl_schedule? segment.list_subscriptions_from_destination.Result.subscriptions.reverse_etl_schedule

---@class (exact) segment.list_subscriptions_from_destination.Result.pagination
---@field current string
---@field next? string|nil
---@field previous? string|nil
---@field total_entries? number

---@class (exact) segment.list_subscriptions_from_destination.Result : segment.Failure
---@field subscriptions segment.list_subscriptions_from_destination.Result.subscriptions[]
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.list_subscriptions_from_destination.Result.pagination

---@class (exact) segment.create_destination_subscription.Parameters
---Id of the destination.
---@field destinationId string
---A name for people.
---@field name string
---Id of the action of the destination that it starts.
---@field actionId string
---Which events start it, as a condition in FQL: type = "track".
---@field trigger string
---Whether it is on from the start.
---@field enabled boolean
---What goes into each field of the action.
---@field settings? table<string, any>
---For reverse ETL: the model whose rows it sends.
---@field modelId? string

---@class (exact) segment.create_destination_subscription.Result.destination_subscription.reverse_etl_schedule.config
---The times, as cron has them.
---@field spec? string
---Time zone: America/New_York.
---@field timezone? string
---The job in dbt Cloud.
---@field job_id? string
---The account in dbt Cloud.
---@field account_id? string
---Time between two runs, such as 1h.
---@field interval? string
---Days of the week, 0 for Sunday.
---@field days? number[]
---Hours of the day, from 0 to 23.
---@field hours? number[]

---@class (exact) segment.create_destination_subscription.Result.destination_subscription.reverse_etl_schedule
---The kind of schedule.
---@field strategy "CRON"|"DBT_CLOUD"|"MANUAL"|"PERIODIC"|"SPECIFIC_DAYS"
---The times, as the strategy wants them.
---@field config? segment.create_destination_subscription.Result.destination_subscription.reverse_etl_schedule.config|table<string, any>|nil

---@class (exact) segment.create_destination_subscription.Result.destination_subscription
---@field id string
---A name for people.
---@field name string
---@field action_id string
---@field action_slug string
---Id of the destination.
---@field destination_id string
---Whether it is on.
---@field enabled boolean
---Settings, by their names in the catalog.
---@field settings table<string, any>
---@field trigger string
---Id of the model.
---@field model_id? string
---@field reverse_etl_schedule? segment.create_destination_subscription.Result.destination_subscription.reverse_etl_schedule

---@class (exact) segment.create_destination_subscription.Result : segment.Failure
---@field destination_subscription segment.create_destination_subscription.Result.destination_subscription

---@class (exact) segment.delete_destination.Parameters
---Id of the destination.
---@field destinationId string

---@class (exact) segment.delete_destination.Result : segment.Failure
---Only those with this status.
---@field status "SUCCESS"

---@class (exact) segment.get_destination.Parameters
---Id of the destination.
---@field destinationId string

---@class (exact) segment.get_destination.Result.destination.metadata.logos
---@field default string
---@field mark? string|nil
---@field alt? string|nil

---@class (exact) segment.get_destination.Result.destination.metadata.options
---A name for people.
---@field name string
---@field type string
---@field required boolean
---What it is for, for people.
---@field description? string
---@field default_value? any|nil
---@field label? string

---@class (exact) segment.get_destination.Result.destination.metadata.components
---@field type "ANDROID"|"BROWSER"|"IOS"|"SERVER"
---The JavaScript code.
---@field code string
---@field owner? "PARTNER"|"SEGMENT"

---@class (exact) segment.get_destination.Result.destination.metadata.supported_features
---@field cloud_mode_instances? "0"|"1"|"MULTIPLE"|"NONE"|"SINGLE"
---@field device_mode_instances? "0"|"1"|"NONE"|"SINGLE"
---@field replay? boolean
---@field browser_unbundling? boolean
---@field browser_unbundling_public? boolean

---@class (exact) segment.get_destination.Result.destination.metadata.supported_methods
---@field pageview? boolean
---@field identify? boolean
---@field alias? boolean
---@field track? boolean
---@field group? boolean

---@class (exact) segment.get_destination.Result.destination.metadata.supported_platforms
---@field browser? boolean
---@field server? boolean
---@field mobile? boolean
---@field warehouse? boolean
---@field cloud_app_object? boolean
---@field linked_audiences? boolean

---@class (exact) segment.get_destination.Result.destination.metadata.actions.fields
---@field id string
---@field sort_order number
---@field field_key string
---@field label string
---@field type "BOOLEAN"|"DATETIME"|"HIDDEN"|"INTEGER"|"NUMBER"|"OBJECT"|"PASSWORD"|"STRING"|"TEXT"
---What it is for, for people.
---@field description string
---@field placeholder? string
---@field default_value? any|nil
---@field required boolean
---@field multiple boolean
---@field choices? any|nil
---@field dynamic boolean
---@field allow_null boolean
---@field hidden? boolean

---@class (exact) segment.get_destination.Result.destination.metadata.actions
---@field id string
---@field slug string
---A name for people.
---@field name string
---What it is for, for people.
---@field description string
---@field platform "CLOUD"|"MOBILE"|"WEB"
---@field hidden boolean
---@field default_trigger string|nil
---@field fields segment.get_destination.Result.destination.metadata.actions.fields[]

---@class (exact) segment.get_destination.Result.destination.metadata.presets
---@field action_id string
---A name for people.
---@field name string
---@field fields table<string, any>
---@field trigger string

---@class (exact) segment.get_destination.Result.destination.metadata.contacts
---A name for people.
---@field name? string
---@field email string
---@field role? string
---@field is_primary? boolean

---@class (exact) segment.get_destination.Result.destination.metadata
---@field id string
---A name for people.
---@field name string
---What it is for, for people.
---@field description string
---@field slug string
---@field logos segment.get_destination.Result.destination.metadata.logos
---@field options segment.get_destination.Result.destination.metadata.options[]
---Only those with this status.
---@field status "DEPRECATED"|"PRIVATE_BETA"|"PRIVATE_BUILDING"|"PRIVATE_SUBMITTED"|"PUBLIC"|"PUBLIC_BETA"|"UNAVAILABLE"
---@field previous_names string[]
---@field categories string[]
---@field website string
---@field components segment.get_destination.Result.destination.metadata.components[]
---@field supported_features segment.get_destination.Result.destination.metadata.supported_features
---@field supported_methods segment.get_destination.Result.destination.metadata.supported_methods
---@field supported_platforms segment.get_destination.Result.destination.metadata.supported_platforms
---What happens to the events, in this order.
---@field actions segment.get_destination.Result.destination.metadata.actions[]
---@field presets segment.get_destination.Result.destination.metadata.presets[]
---@field contacts? segment.get_destination.Result.destination.metadata.contacts[]
---@field partner_owned? boolean
---@field supported_regions? string[]
---@field region_endpoints? string[]
---@field multi_instance_supported_version? string

---@class (exact) segment.get_destination.Result.destination
---@field id string
---A name for people.
---@field name? string
---Whether it is on.
---@field enabled boolean
---@field metadata segment.get_destination.Result.destination.metadata
---Id of the source.
---@field source_id string
---Settings, by their names in the catalog.
---@field settings table<string, any>

---@class (exact) segment.get_destination.Result : segment.Failure
---@field destination segment.get_destination.Result.destination

---@class (exact) segment.update_destination.Parameters
---Id of the destination.
---@field destinationId string
---A name for people.
---@field name? string|nil
---Whether it receives events; false pauses it.
---@field enabled? boolean
---Settings, by their names in the catalog.
---@field settings? table<string, any>

---@class (exact) segment.update_destination.Result.destination.metadata.logos
---@field default string
---@field mark? string|nil
---@field alt? string|nil

---@class (exact) segment.update_destination.Result.destination.metadata.options
---A name for people.
---@field name string
---@field type string
---@field required boolean
---What it is for, for people.
---@field description? string
---@field default_value? any|nil
---@field label? string

---@class (exact) segment.update_destination.Result.destination.metadata.components
---@field type "ANDROID"|"BROWSER"|"IOS"|"SERVER"
---The JavaScript code.
---@field code string
---@field owner? "PARTNER"|"SEGMENT"

---@class (exact) segment.update_destination.Result.destination.metadata.supported_features
---@field cloud_mode_instances? "0"|"1"|"MULTIPLE"|"NONE"|"SINGLE"
---@field device_mode_instances? "0"|"1"|"NONE"|"SINGLE"
---@field replay? boolean
---@field browser_unbundling? boolean
---@field browser_unbundling_public? boolean

---@class (exact) segment.update_destination.Result.destination.metadata.supported_methods
---@field pageview? boolean
---@field identify? boolean
---@field alias? boolean
---@field track? boolean
---@field group? boolean

---@class (exact) segment.update_destination.Result.destination.metadata.supported_platforms
---@field browser? boolean
---@field server? boolean
---@field mobile? boolean
---@field warehouse? boolean
---@field cloud_app_object? boolean
---@field linked_audiences? boolean

---@class (exact) segment.update_destination.Result.destination.metadata.actions.fields
---@field id string
---@field sort_order number
---@field field_key string
---@field label string
---@field type "BOOLEAN"|"DATETIME"|"HIDDEN"|"INTEGER"|"NUMBER"|"OBJECT"|"PASSWORD"|"STRING"|"TEXT"
---What it is for, for people.
---@field description string
---@field placeholder? string
---@field default_value? any|nil
---@field required boolean
---@field multiple boolean
---@field choices? any|nil
---@field dynamic boolean
---@field allow_null boolean
---@field hidden? boolean

---@class (exact) segment.update_destination.Result.destination.metadata.actions
---@field id string
---@field slug string
---A name for people.
---@field name string
---What it is for, for people.
---@field description string
---@field platform "CLOUD"|"MOBILE"|"WEB"
---@field hidden boolean
---@field default_trigger string|nil
---@field fields segment.update_destination.Result.destination.metadata.actions.fields[]

---@class (exact) segment.update_destination.Result.destination.metadata.presets
---@field action_id string
---A name for people.
---@field name string
---@field fields table<string, any>
---@field trigger string

---@class (exact) segment.update_destination.Result.destination.metadata.contacts
---A name for people.
---@field name? string
---@field email string
---@field role? string
---@field is_primary? boolean

---@class (exact) segment.update_destination.Result.destination.metadata
---@field id string
---A name for people.
---@field name string
---What it is for, for people.
---@field description string
---@field slug string
---@field logos segment.update_destination.Result.destination.metadata.logos
---@field options segment.update_destination.Result.destination.metadata.options[]
---Only those with this status.
---@field status "DEPRECATED"|"PRIVATE_BETA"|"PRIVATE_BUILDING"|"PRIVATE_SUBMITTED"|"PUBLIC"|"PUBLIC_BETA"|"UNAVAILABLE"
---@field previous_names string[]
---@field categories string[]
---@field website string
---@field components segment.update_destination.Result.destination.metadata.components[]
---@field supported_features segment.update_destination.Result.destination.metadata.supported_features
---@field supported_methods segment.update_destination.Result.destination.metadata.supported_methods
---@field supported_platforms segment.update_destination.Result.destination.metadata.supported_platforms
---What happens to the events, in this order.
---@field actions segment.update_destination.Result.destination.metadata.actions[]
---@field presets segment.update_destination.Result.destination.metadata.presets[]
---@field contacts? segment.update_destination.Result.destination.metadata.contacts[]
---@field partner_owned? boolean
---@field supported_regions? string[]
---@field region_endpoints? string[]
---@field multi_instance_supported_version? string

---@class (exact) segment.update_destination.Result.destination
---@field id string
---A name for people.
---@field name? string
---Whether it is on.
---@field enabled boolean
---@field metadata segment.update_destination.Result.destination.metadata
---Id of the source.
---@field source_id string
---Settings, by their names in the catalog.
---@field settings table<string, any>

---@class (exact) segment.update_destination.Result : segment.Failure
---@field destination segment.update_destination.Result.destination

---@class (exact) segment.list_destinations.Parameters.pagination
---The next of the page before.
---@field cursor? string
---Entries a page, at most 1000.
---@field count integer

---@class (exact) segment.list_destinations.Parameters
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.list_destinations.Parameters.pagination
---Whether the list is read to its end. Default: unless pagination asks for a page.
---@field all? boolean

---@class (exact) segment.list_destinations.Result.destinations.metadata.logos
---@field default string
---@field mark? string|nil
---@field alt? string|nil

---@class (exact) segment.list_destinations.Result.destinations.metadata.options
---A name for people.
---@field name string
---@field type string
---@field required boolean
---What it is for, for people.
---@field description? string
---@field default_value? any|nil
---@field label? string

---@class (exact) segment.list_destinations.Result.destinations.metadata.components
---@field type "ANDROID"|"BROWSER"|"IOS"|"SERVER"
---The JavaScript code.
---@field code string
---@field owner? "PARTNER"|"SEGMENT"

---@class (exact) segment.list_destinations.Result.destinations.metadata.supported_features
---@field cloud_mode_instances? "0"|"1"|"MULTIPLE"|"NONE"|"SINGLE"
---@field device_mode_instances? "0"|"1"|"NONE"|"SINGLE"
---@field replay? boolean
---@field browser_unbundling? boolean
---@field browser_unbundling_public? boolean

---@class (exact) segment.list_destinations.Result.destinations.metadata.supported_methods
---@field pageview? boolean
---@field identify? boolean
---@field alias? boolean
---@field track? boolean
---@field group? boolean

---@class (exact) segment.list_destinations.Result.destinations.metadata.supported_platforms
---@field browser? boolean
---@field server? boolean
---@field mobile? boolean
---@field warehouse? boolean
---@field cloud_app_object? boolean
---@field linked_audiences? boolean

---@class (exact) segment.list_destinations.Result.destinations.metadata.actions.fields
---@field id string
---@field sort_order number
---@field field_key string
---@field label string
---@field type "BOOLEAN"|"DATETIME"|"HIDDEN"|"INTEGER"|"NUMBER"|"OBJECT"|"PASSWORD"|"STRING"|"TEXT"
---What it is for, for people.
---@field description string
---@field placeholder? string
---@field default_value? any|nil
---@field required boolean
---@field multiple boolean
---@field choices? any|nil
---@field dynamic boolean
---@field allow_null boolean
---@field hidden? boolean

---@class (exact) segment.list_destinations.Result.destinations.metadata.actions
---@field id string
---@field slug string
---A name for people.
---@field name string
---What it is for, for people.
---@field description string
---@field platform "CLOUD"|"MOBILE"|"WEB"
---@field hidden boolean
---@field default_trigger string|nil
---@field fields segment.list_destinations.Result.destinations.metadata.actions.fields[]

---@class (exact) segment.list_destinations.Result.destinations.metadata.presets
---@field action_id string
---A name for people.
---@field name string
---@field fields table<string, any>
---@field trigger string

---@class (exact) segment.list_destinations.Result.destinations.metadata.contacts
---A name for people.
---@field name? string
---@field email string
---@field role? string
---@field is_primary? boolean

---@class (exact) segment.list_destinations.Result.destinations.metadata
---@field id string
---A name for people.
---@field name string
---What it is for, for people.
---@field description string
---@field slug string
---@field logos segment.list_destinations.Result.destinations.metadata.logos
---@field options segment.list_destinations.Result.destinations.metadata.options[]
---Only those with this status.
---@field status "DEPRECATED"|"PRIVATE_BETA"|"PRIVATE_BUILDING"|"PRIVATE_SUBMITTED"|"PUBLIC"|"PUBLIC_BETA"|"UNAVAILABLE"
---@field previous_names string[]
---@field categories string[]
---@field website string
---@field components segment.list_destinations.Result.destinations.metadata.components[]
---@field supported_features segment.list_destinations.Result.destinations.metadata.supported_features
---@field supported_methods segment.list_destinations.Result.destinations.metadata.supported_methods
---@field supported_platforms segment.list_destinations.Result.destinations.metadata.supported_platforms
---What happens to the events, in this order.
---@field actions segment.list_destinations.Result.destinations.metadata.actions[]
---@field presets segment.list_destinations.Result.destinations.metadata.presets[]
---@field contacts? segment.list_destinations.Result.destinations.metadata.contacts[]
---@field partner_owned? boolean
---@field supported_regions? string[]
---@field region_endpoints? string[]
---@field multi_instance_supported_version? string

---@class (exact) segment.list_destinations.Result.destinations
---@field id string
---A name for people.
---@field name? string
---Whether it is on.
---@field enabled boolean
---@field metadata segment.list_destinations.Result.destinations.metadata
---Id of the source.
---@field source_id string
---Settings, by their names in the catalog.
---@field settings table<string, any>

---@class (exact) segment.list_destinations.Result.pagination
---@field current string
---@field next? string|nil
---@field previous? string|nil
---@field total_entries? number

---@class (exact) segment.list_destinations.Result : segment.Failure
---@field destinations segment.list_destinations.Result.destinations[]
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination segment.list_destinations.Result.pagination

---@class (exact) segment.create_destination.Parameters
---Id of the source whose events it receives.
---@field sourceId string
---The kind of destination, by its id in the catalog.
---@field metadataId string
---Whether it receives events from the start. Default true.
---@field enabled? boolean
---A name for people.
---@field name? string
---Settings, by their names in the catalog.
---@field settings table<string, any>

---@class (exact) segment.create_destination.Result.destination.metadata.logos
---@field default string
---@field mark? string|nil
---@field alt? string|nil

---@class (exact) segment.create_destination.Result.destination.metadata.options
---A name for people.
---@field name string
---@field type string
---@field required boolean
---What it is for, for people.
---@field description? string
---@field default_value? any|nil
---@field label? string

---@class (exact) segment.create_destination.Result.destination.metadata.components
---@field type "ANDROID"|"BROWSER"|"IOS"|"SERVER"
---The JavaScript code.
---@field code string
---@field owner? "PARTNER"|"SEGMENT"

---@class (exact) segment.create_destination.Result.destination.metadata.supported_features
---@field cloud_mode_instances? "0"|"1"|"MULTIPLE"|"NONE"|"SINGLE"
---@field device_mode_instances? "0"|"1"|"NONE"|"SINGLE"
---@field replay? boolean
---@field browser_unbundling? boolean
---@field browser_unbundling_public? boolean

---@class (exact) segment.create_destination.Result.destination.metadata.supported_methods
---@field pageview? boolean
---@field identify? boolean
---@field alias? boolean
---@field track? boolean
---@field group? boolean

---@class (exact) segment.create_destination.Result.destination.metadata.supported_platforms
---@field browser? boolean
---@field server? boolean
---@field mobile? boolean
---@field warehouse? boolean
---@field cloud_app_object? boolean
---@field linked_audiences? boolean

---@class (exact) segment.create_destination.Result.destination.metadata.actions.fields
---@field id string
---@field sort_order number
---@field field_key string
---@field label string
---@field type "BOOLEAN"|"DATETIME"|"HIDDEN"|"INTEGER"|"NUMBER"|"OBJECT"|"PASSWORD"|"STRING"|"TEXT"
---What it is for, for people.
---@field description string
---@field placeholder? string
---@field default_value? any|nil
---@field required boolean
---@field multiple boolean
---@field choices? any|nil
---@field dynamic boolean
---@field allow_null boolean
---@field hidden? boolean

---@class (exact) segment.create_destination.Result.destination.metadata.actions
---@field id string
---@field slug string
---A name for people.
---@field name string
---What it is for, for people.
---@field description string
---@field platform "CLOUD"|"MOBILE"|"WEB"
---@field hidden boolean
---@field default_trigger string|nil
---@field fields segment.create_destination.Result.destination.metadata.actions.fields[]

---@class (exact) segment.create_destination.Result.destination.metadata.presets
---@field action_id string
---A name for people.
---@field name string
---@field fields table<string, any>
---@field trigger string

---@class (exact) segment.create_destination.Result.destination.metadata.contacts
---A name for people.
---@field name? string
---@field email string
---@field role? string
---@field is_primary? boolean

---@class (exact) segment.create_destination.Result.destination.metadata
---@field id string
---A name for people.
---@field name string
---What it is for, for people.
---@field description string
---@field slug string
---@field logos segment.create_destination.Result.destination.metadata.logos
---@field options segment.create_destination.Result.destination.metadata.options[]
---Only those with this status.
---@field status "DEPRECATED"|"PRIVATE_BETA"|"PRIVATE_BUILDING"|"PRIVATE_SUBMITTED"|"PUBLIC"|"PUBLIC_BETA"|"UNAVAILABLE"
---@field previous_names string[]
---@field categories string[]
---@field website string
---@field components segment.create_destination.Result.destination.metadata.components[]
---@field supported_features segment.create_destination.Result.destination.metadata.supported_features
---@field supported_methods segment.create_destination.Result.destination.metadata.supported_methods
---@field supported_platforms segment.create_destination.Result.destination.metadata.supported_platforms
---What happens to the events, in this order.
---@field actions segment.create_destination.Result.destination.metadata.actions[]
---@field presets segment.create_destination.Result.destination.metadata.presets[]
---@field contacts? segment.create_destination.Result.destination.metadata.contacts[]
---@field partner_owned? boolean
---@field supported_regions? string[]
---@field region_endpoints? string[]
---@field multi_instance_supported_version? string

---@class (exact) segment.create_destination.Result.destination
---@field id string
---A name for people.
---@field name? string
---Whether it is on.
---@field enabled boolean
---@field metadata segment.create_destination.Result.destination.metadata
---Id of the source.
---@field source_id string
---Settings, by their names in the catalog.
---@field settings table<string, any>

---@class (exact) segment.create_destination.Result : segment.Failure
---@field destination segment.create_destination.Result.destination

---@class (exact) segment.get_events_volume_from_workspace.Parameters.pagination
---The next of the page before.
---@field cursor? string
---Entries a page, at most 1000.
---@field count integer

---@class (exact) segment.get_events_volume_from_workspace.Parameters
---Length of one step in time.
---@field granularity "DAY"|"HOUR"|"MINUTE"
---Start of the period, in ISO 8601: 2026-01-01T00:00:00Z.
---@field startTime string
---End of the period, in ISO 8601.
---@field endTime string
---What to count apart, such as eventName, eventType or appVersion.
---@field groupBy? string[]
---Only events of these sources.
---@field sourceId? string[]
---Only events of these names.
---@field eventName? string[]
---Only events of these types.
---@field eventType? string[]
---Only events of these versions of an app.
---@field appVersion? string[]
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.get_events_volume_from_workspace.Parameters.pagination
---Whether the list is read to its end. Default: unless pagination asks for a page.
---@field all? boolean

---@class (exact) segment.get_events_volume_from_workspace.Result.query
---@field workspace_id string
---Length of one step in time.
---@field granularity "DAY"|"HOUR"|"MINUTE"
---Start of the period, in ISO 8601: 2026-01-01T00:00:00Z.
---@field start_time string
---End of the period, in ISO 8601.
---@field end_time string
---What to count apart, such as eventName, eventType or appVersion.
---@field group_by? string[]
---Id of the source.
---@field source_id? string[]
---@field event_name? string[]
---@field event_type? string[]
---@field app_version? string[]
---@field limit? number

---@class (exact) segment.get_events_volume_from_workspace.Result.result.source
---@field id string
---A name for people.
---@field name? string
---@field slug? string

---@class (exact) segment.get_events_volume_from_workspace.Result.result.series
---@field time string
---@field count number

---@class (exact) segment.get_events_volume_from_workspace.Result.result
---@field source? segment.get_events_volume_from_workspace.Result.result.source
---@field event_name? string
---@field event_type? string
---@field total number
---@field series segment.get_events_volume_from_workspace.Result.result.series[]

---@class (exact) segment.get_events_volume_from_workspace.Result.pagination
---@field current string
---@field next? string|nil
---@field previous? string|nil
---@field total_entries? number

---@class (exact) segment.get_events_volume_from_workspace.Result : segment.Failure
---@field path string
---The SQL query.
---@field query segment.get_events_volume_from_workspace.Result.query
---@field result segment.get_events_volume_from_workspace.Result.result[]
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.get_events_volume_from_workspace.Result.pagination

---@class (exact) segment.create_function_deployment.Parameters
---The function; for a source function sfn\_ and the id of its source.
---@field functionId string

---@class (exact) segment.create_function_deployment.Result.function_deployment
---Only those with this status.
---@field status "SUCCESS"

---@class (exact) segment.create_function_deployment.Result : segment.Failure
---@field function_deployment segment.create_function_deployment.Result.function_deployment

---@class (exact) segment.get_function_version.Parameters
---Id of the function.
---@field functionId string
---Id of the version of the function.
---@field versionId string

---@class (exact) segment.get_function_version.Result.version
---@field id string
---@field author? string
---The JavaScript code.
---@field code string
---@field is_deployed? boolean
---@field created_at? string
---@field updated_at? string
---@field deployed_at? string

---@class (exact) segment.get_function_version.Result : segment.Failure
---@field version segment.get_function_version.Result.version

---@class (exact) segment.list_function_versions.Parameters.pagination
---The next of the page before.
---@field cursor? string
---Entries a page, at most 1000.
---@field count integer

---@class (exact) segment.list_function_versions.Parameters
---Id of the function.
---@field functionId string
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.list_function_versions.Parameters.pagination
---Whether the list is read to its end. Default: unless pagination asks for a page.
---@field all? boolean

---@class (exact) segment.list_function_versions.Result.versions
---@field id string
---@field author? string
---The JavaScript code.
---@field code string
---@field is_deployed? boolean
---@field created_at? string
---@field updated_at? string
---@field deployed_at? string

---@class (exact) segment.list_function_versions.Result.pagination
---@field current string
---@field next? string|nil
---@field previous? string|nil
---@field total_entries? number

---@class (exact) segment.list_function_versions.Result : segment.Failure
---@field versions segment.list_function_versions.Result.versions[]
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination segment.list_function_versions.Result.pagination

---@class (exact) segment.restore_function_version.Parameters
---Id of the function.
---@field functionId string
---Id of the version to return to.
---@field versionId string

---@class (exact) segment.restore_function_version.Result.version
---@field id string
---@field author? string
---The JavaScript code.
---@field code string
---@field is_deployed? boolean
---@field created_at? string
---@field updated_at? string
---@field deployed_at? string

---@class (exact) segment.restore_function_version.Result : segment.Failure
---@field version segment.restore_function_version.Result.version

---@class (exact) segment.delete_function.Parameters
---Id of the function.
---@field functionId string

---@class (exact) segment.delete_function.Result : segment.Failure
---Only those with this status.
---@field status "SUCCESS"

---@class (exact) segment.get_function.Parameters
---Id of the function.
---@field functionId string

---@class (exact) segment.get_function.Result.function.settings
---Its name in the code.
---@field name string
---Its name for people.
---@field label string
---What it is for.
---@field description string
---What kind of value it takes.
---@field type "ARRAY"|"BOOLEAN"|"STRING"|"TEXT_MAP"
---Whether it must be given.
---@field required boolean
---Whether its value is a secret.
---@field sensitive boolean

---@class (exact) segment.get_function.Result.function
---@field id? string
---@field resource_type? "DESTINATION"|"INSERT_DESTINATION"|"INSERT_SOURCE"|"INSERT_TRANSFORMATION"|"SOURCE"
---@field created_at? string
---@field created_by? string
---The JavaScript code.
---@field code? string
---@field deployed_at? string|nil
---Settings, by their names in the catalog.
---@field settings? segment.get_function.Result.function.settings[]
---The name that is shown.
---@field display_name? string
---What it is for, for people.
---@field description? string
---Address of its logo.
---@field logo_url? string
---@field preview_webhook_url? string
---@field batch_max_count? number
---@field catalog_id? string
---@field is_latest_version? boolean

---@class (exact) segment.get_function.Result : segment.Failure
---@field ["function"] segment.get_function.Result.function|nil

---@class (exact) segment.update_function.Parameters.settings
---Its name in the code.
---@field name string
---Its name for people.
---@field label string
---What it is for.
---@field description string
---What kind of value it takes.
---@field type "ARRAY"|"BOOLEAN"|"STRING"|"TEXT_MAP"
---Whether it must be given.
---@field required boolean
---Whether its value is a secret.
---@field sensitive boolean

---@class (exact) segment.update_function.Parameters
---Id of the function.
---@field functionId string
---The JavaScript code.
---@field code? string
---The settings it offers to those who use it.
---@field settings? segment.update_function.Parameters.settings[]
---The name that is shown.
---@field displayName? string
---Address of its logo.
---@field logoUrl? string
---What it is for, for people.
---@field description? string

---@class (exact) segment.update_function.Result.function.settings
---Its name in the code.
---@field name string
---Its name for people.
---@field label string
---What it is for.
---@field description string
---What kind of value it takes.
---@field type "ARRAY"|"BOOLEAN"|"STRING"|"TEXT_MAP"
---Whether it must be given.
---@field required boolean
---Whether its value is a secret.
---@field sensitive boolean

---@class (exact) segment.update_function.Result.function
---@field id? string
---@field resource_type? "DESTINATION"|"INSERT_DESTINATION"|"INSERT_SOURCE"|"INSERT_TRANSFORMATION"|"SOURCE"
---@field created_at? string
---@field created_by? string
---The JavaScript code.
---@field code? string
---@field deployed_at? string|nil
---Settings, by their names in the catalog.
---@field settings? segment.update_function.Result.function.settings[]
---The name that is shown.
---@field display_name? string
---What it is for, for people.
---@field description? string
---Address of its logo.
---@field logo_url? string
---@field preview_webhook_url? string
---@field batch_max_count? number
---@field catalog_id? string
---@field is_latest_version? boolean

---@class (exact) segment.update_function.Result : segment.Failure
---@field ["function"] segment.update_function.Result.function

---@class (exact) segment.list_functions.Parameters.pagination
---The next of the page before.
---@field cursor? string
---Entries a page, at most 1000.
---@field count integer

---@class (exact) segment.list_functions.Parameters
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.list_functions.Parameters.pagination
---The kind of function.
---@field resourceType "DESTINATION"|"INSERT_DESTINATION"|"INSERT_SOURCE"|"INSERT_TRANSFORMATION"|"SOURCE"
---Whether the list is read to its end. Default: unless pagination asks for a page.
---@field all? boolean

---@class (exact) segment.list_functions.Result.functions
---@field id? string
---@field resource_type? "DESTINATION"|"INSERT_DESTINATION"|"INSERT_SOURCE"|"INSERT_TRANSFORMATION"|"SOURCE"
---@field created_at? string
---@field created_by? string
---The name that is shown.
---@field display_name? string
---What it is for, for people.
---@field description? string
---Address of its logo.
---@field logo_url? string
---@field catalog_id? string

---@class (exact) segment.list_functions.Result.pagination
---@field current string
---@field next? string|nil
---@field previous? string|nil
---@field total_entries? number

---@class (exact) segment.list_functions.Result : segment.Failure
---@field functions segment.list_functions.Result.functions[]
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination segment.list_functions.Result.pagination

---@class (exact) segment.create_function.Parameters.settings
---Its name in the code.
---@field name string
---Its name for people.
---@field label string
---What it is for.
---@field description string
---What kind of value it takes.
---@field type "ARRAY"|"BOOLEAN"|"STRING"|"TEXT_MAP"
---Whether it must be given.
---@field required boolean
---Whether its value is a secret.
---@field sensitive boolean

---@class (exact) segment.create_function.Parameters
---The JavaScript code.
---@field code string
---The settings it offers to those who use it.
---@field settings? segment.create_function.Parameters.settings[]
---The name that is shown.
---@field displayName string
---Address of its logo.
---@field logoUrl? string
---The kind of function.
---@field resourceType "DESTINATION"|"INSERT_DESTINATION"|"INSERT_SOURCE"|"INSERT_TRANSFORMATION"|"SOURCE"
---What it is for, for people.
---@field description? string

---@class (exact) segment.create_function.Result.function.settings
---Its name in the code.
---@field name string
---Its name for people.
---@field label string
---What it is for.
---@field description string
---What kind of value it takes.
---@field type "ARRAY"|"BOOLEAN"|"STRING"|"TEXT_MAP"
---Whether it must be given.
---@field required boolean
---Whether its value is a secret.
---@field sensitive boolean

---@class (exact) segment.create_function.Result.function
---@field id? string
---@field resource_type? "DESTINATION"|"INSERT_DESTINATION"|"INSERT_SOURCE"|"INSERT_TRANSFORMATION"|"SOURCE"
---@field created_at? string
---@field created_by? string
---The JavaScript code.
---@field code? string
---@field deployed_at? string|nil
---Settings, by their names in the catalog.
---@field settings? segment.create_function.Result.function.settings[]
---The name that is shown.
---@field display_name? string
---What it is for, for people.
---@field description? string
---Address of its logo.
---@field logo_url? string
---@field preview_webhook_url? string
---@field batch_max_count? number
---@field catalog_id? string
---@field is_latest_version? boolean

---@class (exact) segment.create_function.Result : segment.Failure
---@field ["function"] segment.create_function.Result.function

---@class (exact) segment.delete_insert_function_instance.Parameters
---Id of the use of the insert function.
---@field instanceId string

---@class (exact) segment.delete_insert_function_instance.Result : segment.Failure
---Only those with this status.
---@field status "SUCCESS"

---@class (exact) segment.get_insert_function_instance.Parameters
---Id of the use of the insert function.
---@field instanceId string

---@class (exact) segment.get_insert_function_instance.Result.insert_function_instance
---@field id string
---A name for people.
---@field name? string
---The space, by the id of its integration.
---@field integration_id string
---@field class_id string
---Whether it is on.
---@field enabled boolean
---@field created_at string
---@field updated_at string
---Settings, by their names in the catalog.
---@field settings table<string, any>
---@field encrypted_settings table<string, any>

---@class (exact) segment.get_insert_function_instance.Result : segment.Failure
---@field insert_function_instance segment.get_insert_function_instance.Result.insert_function_instance

---@class (exact) segment.update_insert_function_instance.Parameters
---Id of the use of the insert function.
---@field instanceId string
---Whether it runs; false pauses it.
---@field enabled? boolean
---A name for people.
---@field name? string
---Values for the settings of the function.
---@field settings table<string, any>

---@class (exact) segment.update_insert_function_instance.Result.insert_function_instance
---@field id string
---A name for people.
---@field name? string
---The space, by the id of its integration.
---@field integration_id string
---@field class_id string
---Whether it is on.
---@field enabled boolean
---@field created_at string
---@field updated_at string
---Settings, by their names in the catalog.
---@field settings table<string, any>
---@field encrypted_settings table<string, any>

---@class (exact) segment.update_insert_function_instance.Result : segment.Failure
---@field insert_function_instance segment.update_insert_function_instance.Result.insert_function_instance

---@class (exact) segment.list_insert_function_instances.Parameters.pagination
---The next of the page before.
---@field cursor? string
---Entries a page, at most 1000.
---@field count integer

---@class (exact) segment.list_insert_function_instances.Parameters
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.list_insert_function_instances.Parameters.pagination
---Id of the function.
---@field functionId string
---Whether the list is read to its end. Default: unless pagination asks for a page.
---@field all? boolean

---@class (exact) segment.list_insert_function_instances.Result.instances
---@field id string
---A name for people.
---@field name? string
---The space, by the id of its integration.
---@field integration_id string
---@field class_id string
---Whether it is on.
---@field enabled boolean
---@field created_at string
---@field updated_at string
---Settings, by their names in the catalog.
---@field settings table<string, any>
---@field encrypted_settings table<string, any>

---@class (exact) segment.list_insert_function_instances.Result.pagination
---@field current string
---@field next? string|nil
---@field previous? string|nil
---@field total_entries? number

---@class (exact) segment.list_insert_function_instances.Result : segment.Failure
---@field instances segment.list_insert_function_instances.Result.instances[]
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination segment.list_insert_function_instances.Result.pagination

---@class (exact) segment.create_insert_function_instance.Parameters
---Id of the function.
---@field functionId string
---Id of the destination it is put in front of.
---@field integrationId string
---Whether it runs from the start.
---@field enabled? boolean
---A name for people.
---@field name string
---Values for the settings of the function.
---@field settings table<string, any>

---@class (exact) segment.create_insert_function_instance.Result.insert_function_instance
---@field id string
---A name for people.
---@field name? string
---The space, by the id of its integration.
---@field integration_id string
---@field class_id string
---Whether it is on.
---@field enabled boolean
---@field created_at string
---@field updated_at string
---Settings, by their names in the catalog.
---@field settings table<string, any>
---@field encrypted_settings table<string, any>

---@class (exact) segment.create_insert_function_instance.Result : segment.Failure
---@field insert_function_instance segment.create_insert_function_instance.Result.insert_function_instance

---@class (exact) segment.remove_users_from_user_group.Parameters
---Id of the group.
---@field userGroupId string
---E-mail addresses of those to take out.
---@field emails string[]

---@class (exact) segment.remove_users_from_user_group.Result : segment.Failure
---Only those with this status.
---@field status "SUCCESS"

---@class (exact) segment.replace_users_in_user_group.Parameters
---Id of the group.
---@field userGroupId string
---E-mail addresses of the members.
---@field emails string[]

---@class (exact) segment.replace_users_in_user_group.Result.user_group.permissions.resources.labels
---What it tells, such as environment.
---@field key string
---What it says, such as production.
---@field value string
---What it is for, for people.
---@field description? string

---@class (exact) segment.replace_users_in_user_group.Result.user_group.permissions.resources
---The resource.
---@field id string
---What it is.
---@field type "FUNCTION"|"SOURCE"|"SPACE"|"WAREHOUSE"|"WORKSPACE"
---Only for sources with these labels.
---@field labels? segment.replace_users_in_user_group.Result.user_group.permissions.resources.labels[]

---@class (exact) segment.replace_users_in_user_group.Result.user_group.permissions.labels
---What it tells, such as environment.
---@field key string
---What it says, such as production.
---@field value string
---What it is for, for people.
---@field description? string

---@class (exact) segment.replace_users_in_user_group.Result.user_group.permissions
---@field role_name string
---@field role_id string
---@field resources segment.replace_users_in_user_group.Result.user_group.permissions.resources[]
---The labels, by key and value.
---@field labels? segment.replace_users_in_user_group.Result.user_group.permissions.labels[]

---@class (exact) segment.replace_users_in_user_group.Result.user_group
---@field member_count number
---Roles and the resources they are for.
---@field permissions? segment.replace_users_in_user_group.Result.user_group.permissions[]
---@field id string
---A name for people.
---@field name string

---@class (exact) segment.replace_users_in_user_group.Result : segment.Failure
---@field user_group segment.replace_users_in_user_group.Result.user_group

---@class (exact) segment.list_invites_from_user_group.Parameters.pagination
---The next of the page before.
---@field cursor? string
---Entries a page, at most 1000.
---@field count integer

---@class (exact) segment.list_invites_from_user_group.Parameters
---Id of the group.
---@field userGroupId string
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.list_invites_from_user_group.Parameters.pagination
---Whether the list is read to its end. Default: unless pagination asks for a page.
---@field all? boolean

---@class (exact) segment.list_invites_from_user_group.Result.pagination
---@field current string
---@field next? string|nil
---@field previous? string|nil
---@field total_entries? number

---@class (exact) segment.list_invites_from_user_group.Result : segment.Failure
---E-mail addresses of the members.
---@field emails string[]
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination segment.list_invites_from_user_group.Result.pagination

---@class (exact) segment.add_permissions_to_user_group.Parameters.permissions.resources.labels
---What it tells, such as environment.
---@field key string
---What it says, such as production.
---@field value string
---What it is for, for people.
---@field description? string

---@class (exact) segment.add_permissions_to_user_group.Parameters.permissions.resources
---The resource.
---@field id string
---What it is.
---@field type "FUNCTION"|"SOURCE"|"SPACE"|"WAREHOUSE"|"WORKSPACE"
---Only for sources with these labels.
---@field labels? segment.add_permissions_to_user_group.Parameters.permissions.resources.labels[]

---@class (exact) segment.add_permissions_to_user_group.Parameters.permissions
---The role.
---@field roleId string
---What it is for.
---@field resources segment.add_permissions_to_user_group.Parameters.permissions.resources[]

---@class (exact) segment.add_permissions_to_user_group.Parameters
---Id of the group.
---@field userGroupId string
---Roles and the resources they are for.
---@field permissions segment.add_permissions_to_user_group.Parameters.permissions[]

---@class (exact) segment.add_permissions_to_user_group.Result.permissions.resources.labels
---What it tells, such as environment.
---@field key string
---What it says, such as production.
---@field value string
---What it is for, for people.
---@field description? string

---@class (exact) segment.add_permissions_to_user_group.Result.permissions.resources
---The resource.
---@field id string
---What it is.
---@field type "FUNCTION"|"SOURCE"|"SPACE"|"WAREHOUSE"|"WORKSPACE"
---Only for sources with these labels.
---@field labels? segment.add_permissions_to_user_group.Result.permissions.resources.labels[]

---@class (exact) segment.add_permissions_to_user_group.Result.permissions
---@field role_id string
---@field role_name string
---@field resources segment.add_permissions_to_user_group.Result.permissions.resources[]

---@class (exact) segment.add_permissions_to_user_group.Result : segment.Failure
---Roles and the resources they are for.
---@field permissions segment.add_permissions_to_user_group.Result.permissions[]

---@class (exact) segment.replace_permissions_for_user_group.Parameters.permissions.resources.labels
---What it tells, such as environment.
---@field key string
---What it says, such as production.
---@field value string
---What it is for, for people.
---@field description? string

---@class (exact) segment.replace_permissions_for_user_group.Parameters.permissions.resources
---The resource.
---@field id string
---What it is.
---@field type "FUNCTION"|"SOURCE"|"SPACE"|"WAREHOUSE"|"WORKSPACE"
---Only for sources with these labels.
---@field labels? segment.replace_permissions_for_user_group.Parameters.permissions.resources.labels[]

---@class (exact) segment.replace_permissions_for_user_group.Parameters.permissions
---The role.
---@field roleId string
---What it is for.
---@field resources segment.replace_permissions_for_user_group.Parameters.permissions.resources[]

---@class (exact) segment.replace_permissions_for_user_group.Parameters
---Id of the group.
---@field userGroupId string
---Roles and the resources they are for.
---@field permissions segment.replace_permissions_for_user_group.Parameters.permissions[]

---@class (exact) segment.replace_permissions_for_user_group.Result.permissions.resources.labels
---What it tells, such as environment.
---@field key string
---What it says, such as production.
---@field value string
---What it is for, for people.
---@field description? string

---@class (exact) segment.replace_permissions_for_user_group.Result.permissions.resources
---The resource.
---@field id string
---What it is.
---@field type "FUNCTION"|"SOURCE"|"SPACE"|"WAREHOUSE"|"WORKSPACE"
---Only for sources with these labels.
---@field labels? segment.replace_permissions_for_user_group.Result.permissions.resources.labels[]

---@class (exact) segment.replace_permissions_for_user_group.Result.permissions
---@field role_id string
---@field role_name string
---@field resources segment.replace_permissions_for_user_group.Result.permissions.resources[]

---@class (exact) segment.replace_permissions_for_user_group.Result : segment.Failure
---Roles and the resources they are for.
---@field permissions segment.replace_permissions_for_user_group.Result.permissions[]

---@class (exact) segment.list_users_from_user_group.Parameters.pagination
---The next of the page before.
---@field cursor? string
---Entries a page, at most 1000.
---@field count integer

---@class (exact) segment.list_users_from_user_group.Parameters
---Id of the group.
---@field userGroupId string
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.list_users_from_user_group.Parameters.pagination
---Whether the list is read to its end. Default: unless pagination asks for a page.
---@field all? boolean

---@class (exact) segment.list_users_from_user_group.Result.users
---@field id string
---A name for people.
---@field name string
---@field email string

---@class (exact) segment.list_users_from_user_group.Result.pagination
---@field current string
---@field next? string|nil
---@field previous? string|nil
---@field total_entries? number

---@class (exact) segment.list_users_from_user_group.Result : segment.Failure
---@field users segment.list_users_from_user_group.Result.users[]
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination segment.list_users_from_user_group.Result.pagination

---@class (exact) segment.add_users_to_user_group.Parameters
---Id of the group.
---@field userGroupId string
---E-mail addresses of the members.
---@field emails string[]

---@class (exact) segment.add_users_to_user_group.Result.user_group.permissions.resources.labels
---What it tells, such as environment.
---@field key string
---What it says, such as production.
---@field value string
---What it is for, for people.
---@field description? string

---@class (exact) segment.add_users_to_user_group.Result.user_group.permissions.resources
---The resource.
---@field id string
---What it is.
---@field type "FUNCTION"|"SOURCE"|"SPACE"|"WAREHOUSE"|"WORKSPACE"
---Only for sources with these labels.
---@field labels? segment.add_users_to_user_group.Result.user_group.permissions.resources.labels[]

---@class (exact) segment.add_users_to_user_group.Result.user_group.permissions.labels
---What it tells, such as environment.
---@field key string
---What it says, such as production.
---@field value string
---What it is for, for people.
---@field description? string

---@class (exact) segment.add_users_to_user_group.Result.user_group.permissions
---@field role_name string
---@field role_id string
---@field resources segment.add_users_to_user_group.Result.user_group.permissions.resources[]
---The labels, by key and value.
---@field labels? segment.add_users_to_user_group.Result.user_group.permissions.labels[]

---@class (exact) segment.add_users_to_user_group.Result.user_group
---@field member_count number
---Roles and the resources they are for.
---@field permissions? segment.add_users_to_user_group.Result.user_group.permissions[]
---@field id string
---A name for people.
---@field name string

---@class (exact) segment.add_users_to_user_group.Result : segment.Failure
---@field user_group segment.add_users_to_user_group.Result.user_group

---@class (exact) segment.delete_user_group.Parameters
---Id of the group.
---@field userGroupId string

---@class (exact) segment.delete_user_group.Result : segment.Failure
---Only those with this status.
---@field status "SUCCESS"

---@class (exact) segment.get_user_group.Parameters
---Id of the group.
---@field userGroupId string

---@class (exact) segment.get_user_group.Result.user_group.permissions.resources.labels
---What it tells, such as environment.
---@field key string
---What it says, such as production.
---@field value string
---What it is for, for people.
---@field description? string

---@class (exact) segment.get_user_group.Result.user_group.permissions.resources
---The resource.
---@field id string
---What it is.
---@field type "FUNCTION"|"SOURCE"|"SPACE"|"WAREHOUSE"|"WORKSPACE"
---Only for sources with these labels.
---@field labels? segment.get_user_group.Result.user_group.permissions.resources.labels[]

---@class (exact) segment.get_user_group.Result.user_group.permissions.labels
---What it tells, such as environment.
---@field key string
---What it says, such as production.
---@field value string
---What it is for, for people.
---@field description? string

---@class (exact) segment.get_user_group.Result.user_group.permissions
---@field role_name string
---@field role_id string
---@field resources segment.get_user_group.Result.user_group.permissions.resources[]
---The labels, by key and value.
---@field labels? segment.get_user_group.Result.user_group.permissions.labels[]

---@class (exact) segment.get_user_group.Result.user_group
---@field member_count number
---Roles and the resources they are for.
---@field permissions? segment.get_user_group.Result.user_group.permissions[]
---@field id string
---A name for people.
---@field name string

---@class (exact) segment.get_user_group.Result : segment.Failure
---@field user_group segment.get_user_group.Result.user_group

---@class (exact) segment.update_user_group.Parameters
---Id of the group.
---@field userGroupId string
---A name for people.
---@field name string

---@class (exact) segment.update_user_group.Result.user_group.permissions.resources.labels
---What it tells, such as environment.
---@field key string
---What it says, such as production.
---@field value string
---What it is for, for people.
---@field description? string

---@class (exact) segment.update_user_group.Result.user_group.permissions.resources
---The resource.
---@field id string
---What it is.
---@field type "FUNCTION"|"SOURCE"|"SPACE"|"WAREHOUSE"|"WORKSPACE"
---Only for sources with these labels.
---@field labels? segment.update_user_group.Result.user_group.permissions.resources.labels[]

---@class (exact) segment.update_user_group.Result.user_group.permissions.labels
---What it tells, such as environment.
---@field key string
---What it says, such as production.
---@field value string
---What it is for, for people.
---@field description? string

---@class (exact) segment.update_user_group.Result.user_group.permissions
---@field role_name string
---@field role_id string
---@field resources segment.update_user_group.Result.user_group.permissions.resources[]
---The labels, by key and value.
---@field labels? segment.update_user_group.Result.user_group.permissions.labels[]

---@class (exact) segment.update_user_group.Result.user_group
---@field member_count number
---Roles and the resources they are for.
---@field permissions? segment.update_user_group.Result.user_group.permissions[]
---@field id string
---A name for people.
---@field name string

---@class (exact) segment.update_user_group.Result : segment.Failure
---@field user_group segment.update_user_group.Result.user_group

---@class (exact) segment.list_user_groups.Parameters.pagination
---The next of the page before.
---@field cursor? string
---Entries a page, at most 1000.
---@field count integer

---@class (exact) segment.list_user_groups.Parameters
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.list_user_groups.Parameters.pagination
---Whether the list is read to its end. Default: unless pagination asks for a page.
---@field all? boolean

---@class (exact) segment.list_user_groups.Result.user_groups.permissions.resources.labels
---What it tells, such as environment.
---@field key string
---What it says, such as production.
---@field value string
---What it is for, for people.
---@field description? string

---@class (exact) segment.list_user_groups.Result.user_groups.permissions.resources
---The resource.
---@field id string
---What it is.
---@field type "FUNCTION"|"SOURCE"|"SPACE"|"WAREHOUSE"|"WORKSPACE"
---Only for sources with these labels.
---@field labels? segment.list_user_groups.Result.user_groups.permissions.resources.labels[]

---@class (exact) segment.list_user_groups.Result.user_groups.permissions.labels
---What it tells, such as environment.
---@field key string
---What it says, such as production.
---@field value string
---What it is for, for people.
---@field description? string

---@class (exact) segment.list_user_groups.Result.user_groups.permissions
---@field role_name string
---@field role_id string
---@field resources segment.list_user_groups.Result.user_groups.permissions.resources[]
---The labels, by key and value.
---@field labels? segment.list_user_groups.Result.user_groups.permissions.labels[]

---@class (exact) segment.list_user_groups.Result.user_groups
---@field member_count number
---Roles and the resources they are for.
---@field permissions? segment.list_user_groups.Result.user_groups.permissions[]
---@field id string
---A name for people.
---@field name string

---@class (exact) segment.list_user_groups.Result.pagination
---@field current string
---@field next? string|nil
---@field previous? string|nil
---@field total_entries? number

---@class (exact) segment.list_user_groups.Result : segment.Failure
---@field user_groups segment.list_user_groups.Result.user_groups[]
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination segment.list_user_groups.Result.pagination

---@class (exact) segment.create_user_group.Parameters
---A name for people.
---@field name string

---@class (exact) segment.create_user_group.Result.user_group.permissions.resources.labels
---What it tells, such as environment.
---@field key string
---What it says, such as production.
---@field value string
---What it is for, for people.
---@field description? string

---@class (exact) segment.create_user_group.Result.user_group.permissions.resources
---The resource.
---@field id string
---What it is.
---@field type "FUNCTION"|"SOURCE"|"SPACE"|"WAREHOUSE"|"WORKSPACE"
---Only for sources with these labels.
---@field labels? segment.create_user_group.Result.user_group.permissions.resources.labels[]

---@class (exact) segment.create_user_group.Result.user_group.permissions.labels
---What it tells, such as environment.
---@field key string
---What it says, such as production.
---@field value string
---What it is for, for people.
---@field description? string

---@class (exact) segment.create_user_group.Result.user_group.permissions
---@field role_name string
---@field role_id string
---@field resources segment.create_user_group.Result.user_group.permissions.resources[]
---The labels, by key and value.
---@field labels? segment.create_user_group.Result.user_group.permissions.labels[]

---@class (exact) segment.create_user_group.Result.user_group
---@field member_count number
---Roles and the resources they are for.
---@field permissions? segment.create_user_group.Result.user_group.permissions[]
---@field id string
---A name for people.
---@field name string

---@class (exact) segment.create_user_group.Result : segment.Failure
---@field user_group segment.create_user_group.Result.user_group

---@class (exact) segment.list_roles.Parameters.pagination
---The next of the page before.
---@field cursor? string
---Entries a page, at most 1000.
---@field count integer

---@class (exact) segment.list_roles.Parameters
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.list_roles.Parameters.pagination
---Whether the list is read to its end. Default: unless pagination asks for a page.
---@field all? boolean

---@class (exact) segment.list_roles.Result.roles
---@field id string
---A name for people.
---@field name string
---What it is for, for people.
---@field description string

---@class (exact) segment.list_roles.Result.pagination
---@field current string
---@field next? string|nil
---@field previous? string|nil
---@field total_entries? number

---@class (exact) segment.list_roles.Result : segment.Failure
---@field roles segment.list_roles.Result.roles[]
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination segment.list_roles.Result.pagination

---@class (exact) segment.delete_invites.Parameters
---E-mail addresses of those who are invited.
---@field emails string[]

---@class (exact) segment.delete_invites.Result : segment.Failure
---Only those with this status.
---@field status "SUCCESS"

---@class (exact) segment.list_invites.Parameters.pagination
---The next of the page before.
---@field cursor? string
---Entries a page, at most 1000.
---@field count integer

---@class (exact) segment.list_invites.Parameters
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.list_invites.Parameters.pagination
---Whether the list is read to its end. Default: unless pagination asks for a page.
---@field all? boolean

---@class (exact) segment.list_invites.Result.pagination
---@field current string
---@field next? string|nil
---@field previous? string|nil
---@field total_entries? number

---@class (exact) segment.list_invites.Result : segment.Failure
---@field invites string[]
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination segment.list_invites.Result.pagination

---@class (exact) segment.create_invites.Parameters.invites.permissions.resources
---The resource.
---@field id string
---What it is.
---@field type "FUNCTION"|"SOURCE"|"SPACE"|"WAREHOUSE"|"WORKSPACE"

---@class (exact) segment.create_invites.Parameters.invites.permissions.labels
---What it tells, such as environment.
---@field key string
---What it says, such as production.
---@field value string
---What it is for, for people.
---@field description? string

---@class (exact) segment.create_invites.Parameters.invites.permissions
---The role.
---@field roleId string
---What it is for.
---@field resources? segment.create_invites.Parameters.invites.permissions.resources[]
---Only for sources with these labels.
---@field labels? segment.create_invites.Parameters.invites.permissions.labels[]

---@class (exact) segment.create_invites.Parameters.invites
---E-mail address.
---@field email string
---What they may do.
---@field permissions? segment.create_invites.Parameters.invites.permissions[]

---@class (exact) segment.create_invites.Parameters
---E-mail addresses, and what each may do after joining.
---@field invites segment.create_invites.Parameters.invites[]

---@class (exact) segment.create_invites.Result : segment.Failure
---E-mail addresses of the members.
---@field emails string[]

---@class (exact) segment.list_user_groups_from_user.Parameters.pagination
---The next of the page before.
---@field cursor? string
---Entries a page, at most 1000.
---@field count integer

---@class (exact) segment.list_user_groups_from_user.Parameters
---Id of the user.
---@field userId string
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.list_user_groups_from_user.Parameters.pagination
---Whether the list is read to its end. Default: unless pagination asks for a page.
---@field all? boolean

---@class (exact) segment.list_user_groups_from_user.Result.groups
---@field id string
---A name for people.
---@field name string

---@class (exact) segment.list_user_groups_from_user.Result.pagination
---@field current string
---@field next? string|nil
---@field previous? string|nil
---@field total_entries? number

---@class (exact) segment.list_user_groups_from_user.Result : segment.Failure
---@field groups segment.list_user_groups_from_user.Result.groups[]
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination segment.list_user_groups_from_user.Result.pagination

---@class (exact) segment.add_permissions_to_user.Parameters.permissions.resources.labels
---What it tells, such as environment.
---@field key string
---What it says, such as production.
---@field value string
---What it is for, for people.
---@field description? string

---@class (exact) segment.add_permissions_to_user.Parameters.permissions.resources
---The resource.
---@field id string
---What it is.
---@field type "FUNCTION"|"SOURCE"|"SPACE"|"WAREHOUSE"|"WORKSPACE"
---Only for sources with these labels.
---@field labels? segment.add_permissions_to_user.Parameters.permissions.resources.labels[]

---@class (exact) segment.add_permissions_to_user.Parameters.permissions
---The role.
---@field roleId string
---What it is for.
---@field resources segment.add_permissions_to_user.Parameters.permissions.resources[]

---@class (exact) segment.add_permissions_to_user.Parameters
---Id of the user.
---@field userId string
---Roles and the resources they are for.
---@field permissions segment.add_permissions_to_user.Parameters.permissions[]

---@class (exact) segment.add_permissions_to_user.Result.permissions.resources.labels
---What it tells, such as environment.
---@field key string
---What it says, such as production.
---@field value string
---What it is for, for people.
---@field description? string

---@class (exact) segment.add_permissions_to_user.Result.permissions.resources
---The resource.
---@field id string
---What it is.
---@field type "FUNCTION"|"SOURCE"|"SPACE"|"WAREHOUSE"|"WORKSPACE"
---Only for sources with these labels.
---@field labels? segment.add_permissions_to_user.Result.permissions.resources.labels[]

---@class (exact) segment.add_permissions_to_user.Result.permissions
---@field role_id string
---@field role_name string
---@field resources segment.add_permissions_to_user.Result.permissions.resources[]

---@class (exact) segment.add_permissions_to_user.Result : segment.Failure
---Roles and the resources they are for.
---@field permissions segment.add_permissions_to_user.Result.permissions[]

---@class (exact) segment.replace_permissions_for_user.Parameters.permissions.resources.labels
---What it tells, such as environment.
---@field key string
---What it says, such as production.
---@field value string
---What it is for, for people.
---@field description? string

---@class (exact) segment.replace_permissions_for_user.Parameters.permissions.resources
---The resource.
---@field id string
---What it is.
---@field type "FUNCTION"|"SOURCE"|"SPACE"|"WAREHOUSE"|"WORKSPACE"
---Only for sources with these labels.
---@field labels? segment.replace_permissions_for_user.Parameters.permissions.resources.labels[]

---@class (exact) segment.replace_permissions_for_user.Parameters.permissions
---The role.
---@field roleId string
---What it is for.
---@field resources segment.replace_permissions_for_user.Parameters.permissions.resources[]

---@class (exact) segment.replace_permissions_for_user.Parameters
---Id of the user.
---@field userId string
---Roles and the resources they are for.
---@field permissions segment.replace_permissions_for_user.Parameters.permissions[]

---@class (exact) segment.replace_permissions_for_user.Result.permissions.resources.labels
---What it tells, such as environment.
---@field key string
---What it says, such as production.
---@field value string
---What it is for, for people.
---@field description? string

---@class (exact) segment.replace_permissions_for_user.Result.permissions.resources
---The resource.
---@field id string
---What it is.
---@field type "FUNCTION"|"SOURCE"|"SPACE"|"WAREHOUSE"|"WORKSPACE"
---Only for sources with these labels.
---@field labels? segment.replace_permissions_for_user.Result.permissions.resources.labels[]

---@class (exact) segment.replace_permissions_for_user.Result.permissions
---@field role_id string
---@field role_name string
---@field resources segment.replace_permissions_for_user.Result.permissions.resources[]

---@class (exact) segment.replace_permissions_for_user.Result : segment.Failure
---Roles and the resources they are for.
---@field permissions segment.replace_permissions_for_user.Result.permissions[]

---@class (exact) segment.get_user.Parameters
---Id of the user.
---@field userId string

---@class (exact) segment.get_user.Result.user.permissions.resources.labels
---What it tells, such as environment.
---@field key string
---What it says, such as production.
---@field value string
---What it is for, for people.
---@field description? string

---@class (exact) segment.get_user.Result.user.permissions.resources
---The resource.
---@field id string
---What it is.
---@field type "FUNCTION"|"SOURCE"|"SPACE"|"WAREHOUSE"|"WORKSPACE"
---Only for sources with these labels.
---@field labels? segment.get_user.Result.user.permissions.resources.labels[]

---@class (exact) segment.get_user.Result.user.permissions.labels
---What it tells, such as environment.
---@field key string
---What it says, such as production.
---@field value string
---What it is for, for people.
---@field description? string

---@class (exact) segment.get_user.Result.user.permissions
---@field role_name string
---@field role_id string
---@field resources segment.get_user.Result.user.permissions.resources[]
---The labels, by key and value.
---@field labels? segment.get_user.Result.user.permissions.labels[]

---@class (exact) segment.get_user.Result.user
---@field id string
---A name for people.
---@field name string
---@field email string
---Roles and the resources they are for.
---@field permissions? segment.get_user.Result.user.permissions[]

---@class (exact) segment.get_user.Result : segment.Failure
---@field user segment.get_user.Result.user

---@class (exact) segment.delete_users.Parameters
---Ids of the users.
---@field userIds string[]

---@class (exact) segment.delete_users.Result : segment.Failure
---Only those with this status.
---@field status "SUCCESS"

---@class (exact) segment.list_users.Parameters.pagination
---The next of the page before.
---@field cursor? string
---Entries a page, at most 1000.
---@field count integer

---@class (exact) segment.list_users.Parameters
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.list_users.Parameters.pagination
---Whether the list is read to its end. Default: unless pagination asks for a page.
---@field all? boolean

---@class (exact) segment.list_users.Result.users.permissions.resources.labels
---What it tells, such as environment.
---@field key string
---What it says, such as production.
---@field value string
---What it is for, for people.
---@field description? string

---@class (exact) segment.list_users.Result.users.permissions.resources
---The resource.
---@field id string
---What it is.
---@field type "FUNCTION"|"SOURCE"|"SPACE"|"WAREHOUSE"|"WORKSPACE"
---Only for sources with these labels.
---@field labels? segment.list_users.Result.users.permissions.resources.labels[]

---@class (exact) segment.list_users.Result.users.permissions.labels
---What it tells, such as environment.
---@field key string
---What it says, such as production.
---@field value string
---What it is for, for people.
---@field description? string

---@class (exact) segment.list_users.Result.users.permissions
---@field role_name string
---@field role_id string
---@field resources segment.list_users.Result.users.permissions.resources[]
---The labels, by key and value.
---@field labels? segment.list_users.Result.users.permissions.labels[]

---@class (exact) segment.list_users.Result.users
---@field id string
---A name for people.
---@field name string
---@field email string
---Roles and the resources they are for.
---@field permissions? segment.list_users.Result.users.permissions[]

---@class (exact) segment.list_users.Result.pagination
---@field current string
---@field next? string|nil
---@field previous? string|nil
---@field total_entries? number

---@class (exact) segment.list_users.Result : segment.Failure
---@field users segment.list_users.Result.users[]
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination segment.list_users.Result.pagination

---@class (exact) segment.delete_label.Parameters
---Key of the label.
---@field key string
---Value of the label.
---@field value string

---@class (exact) segment.delete_label.Result : segment.Failure
---Only those with this status.
---@field status "SUCCESS"

---@class (exact) segment.list_labels.Parameters
---Whether the list is read to its end. Default: unless pagination asks for a page.
---@field all? boolean

---@class (exact) segment.list_labels.Result.labels
---What it tells, such as environment.
---@field key string
---What it says, such as production.
---@field value string
---What it is for, for people.
---@field description? string

---@class (exact) segment.list_labels.Result : segment.Failure
---The labels, by key and value.
---@field labels segment.list_labels.Result.labels[]

---@class (exact) segment.create_label.Parameters.label
---What it tells, such as environment.
---@field key string
---What it says, such as production.
---@field value string
---What it is for, for people.
---@field description? string

---@class (exact) segment.create_label.Parameters
---Key, value and, if wanted, a description.
---@field label segment.create_label.Parameters.label

---@class (exact) segment.create_label.Result.label
---What it tells, such as environment.
---@field key string
---What it says, such as production.
---@field value string
---What it is for, for people.
---@field description? string

---@class (exact) segment.create_label.Result : segment.Failure
---@field label segment.create_label.Result.label

---@class (exact) segment.create_live_plugin.Parameters
---Id of the source.
---@field sourceId string
---The JavaScript code, in place of what is published.
---@field code string

---@class (exact) segment.create_live_plugin.Result.live_plugin
---@field id string
---Id of the source.
---@field source_id string
---@field created_at string
---@field created_by string
---@field download_url string
---@field version number
---The JavaScript code.
---@field code? string|nil

---@class (exact) segment.create_live_plugin.Result : segment.Failure
---@field live_plugin segment.create_live_plugin.Result.live_plugin

---@class (exact) segment.delete_live_plugin_code.Parameters
---Id of the source.
---@field sourceId string

---@class (exact) segment.delete_live_plugin_code.Result : segment.Failure
---Only those with this status.
---@field status "SUCCESS"

---@class (exact) segment.get_latest_from_live_plugins.Parameters
---Id of the source.
---@field sourceId string

---@class (exact) segment.get_latest_from_live_plugins.Result.live_plugin
---@field id string
---Id of the source.
---@field source_id string
---@field created_at string
---@field created_by string
---@field download_url string
---@field version number
---The JavaScript code.
---@field code? string|nil

---@class (exact) segment.get_latest_from_live_plugins.Result : segment.Failure
---@field live_plugin segment.get_latest_from_live_plugins.Result.live_plugin

---@class (exact) segment.get_daily_workspace_mtu_usage.Parameters.pagination
---The next of the page before.
---@field cursor? string
---Entries a page, at most 1000.
---@field count integer

---@class (exact) segment.get_daily_workspace_mtu_usage.Parameters
---First day of the month: 2026-01-01.
---@field period string
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.get_daily_workspace_mtu_usage.Parameters.pagination
---Whether the list is read to its end. Default: unless pagination asks for a page.
---@field all? boolean

---@class (exact) segment.get_daily_workspace_mtu_usage.Result.daily_workspace_mtu_usage
---@field period_start number
---@field period_end number
---@field anonymous string
---@field anonymous_identified string
---@field identified string
---@field never_identified string
---@field timestamp string

---@class (exact) segment.get_daily_workspace_mtu_usage.Result.pagination
---@field current string
---@field next? string|nil
---@field previous? string|nil
---@field total_entries? number

---@class (exact) segment.get_daily_workspace_mtu_usage.Result : segment.Failure
---@field daily_workspace_mtu_usage segment.get_daily_workspace_mtu_usage.Result.daily_workspace_mtu_usage[]
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination segment.get_daily_workspace_mtu_usage.Result.pagination

---@class (exact) segment.get_daily_per_source_mtu_usage.Parameters.pagination
---The next of the page before.
---@field cursor? string
---Entries a page, at most 1000.
---@field count integer

---@class (exact) segment.get_daily_per_source_mtu_usage.Parameters
---First day of the month: 2026-01-01.
---@field period string
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.get_daily_per_source_mtu_usage.Parameters.pagination
---Whether the list is read to its end. Default: unless pagination asks for a page.
---@field all? boolean

---@class (exact) segment.get_daily_per_source_mtu_usage.Result.daily_per_source_mtu_usage
---Id of the source.
---@field source_id string
---@field period_start number
---@field period_end number
---@field anonymous string
---@field anonymous_identified string
---@field identified string
---@field never_identified string
---@field timestamp string

---@class (exact) segment.get_daily_per_source_mtu_usage.Result.pagination
---@field current string
---@field next? string|nil
---@field previous? string|nil
---@field total_entries? number

---@class (exact) segment.get_daily_per_source_mtu_usage.Result : segment.Failure
---@field daily_per_source_mtu_usage segment.get_daily_per_source_mtu_usage.Result.daily_per_source_mtu_usage[]
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination segment.get_daily_per_source_mtu_usage.Result.pagination

---@class (exact) segment.list_selective_syncs_from_space.Parameters.pagination
---The next of the page before.
---@field cursor? string
---Entries a page, at most 1000.
---@field count integer

---@class (exact) segment.list_selective_syncs_from_space.Parameters
---Id of the space.
---@field spaceId string
---Id of the warehouse.
---@field warehouseId string
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.list_selective_syncs_from_space.Parameters.pagination
---Whether the list is read to its end. Default: unless pagination asks for a page.
---@field all? boolean

---@class (exact) segment.list_selective_syncs_from_space.Result.items
---@field collection string
---Id of the warehouse.
---@field warehouse_id string
---Whether it is on.
---@field enabled boolean
---@field properties table<string, any>

---@class (exact) segment.list_selective_syncs_from_space.Result.pagination
---@field current string
---@field next? string|nil
---@field previous? string|nil
---@field total_entries? number

---@class (exact) segment.list_selective_syncs_from_space.Result : segment.Failure
---@field items segment.list_selective_syncs_from_space.Result.items[]
---@field enable_event_tables? boolean
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination segment.list_selective_syncs_from_space.Result.pagination

---@class (exact) segment.update_selective_sync_for_space.Parameters.syncOverrides
---The table.
---@field collection string
---Whether it is loaded.
---@field enabled boolean
---The column; left out, the whole table.
---@field property? string

---@class (exact) segment.update_selective_sync_for_space.Parameters
---Id of the space.
---@field spaceId string
---Id of the warehouse.
---@field warehouseId string
---The tables and columns to turn on or off.
---@field syncOverrides? segment.update_selective_sync_for_space.Parameters.syncOverrides[]
---Whether each event gets a table of its own.
---@field enableEventTables? boolean

---@class (exact) segment.update_selective_sync_for_space.Result : segment.Failure
---Only those with this status.
---@field status "UNCHANGED"|"UPDATED"

---@class (exact) segment.remove_profiles_warehouse_from_space.Parameters
---Id of the space.
---@field spaceId string
---Id of the warehouse.
---@field warehouseId string

---@class (exact) segment.remove_profiles_warehouse_from_space.Result : segment.Failure
---Only those with this status.
---@field status "SUCCESS"

---@class (exact) segment.update_profiles_warehouse.Parameters
---Id of the space.
---@field spaceId string
---Id of the warehouse.
---@field warehouseId string
---A name for people.
---@field name? string
---Whether it is loaded; false pauses it.
---@field enabled? boolean
---Settings, by their names in the catalog.
---@field settings table<string, any>
---Name of the schema in the database.
---@field schemaName? string

---@class (exact) segment.update_profiles_warehouse.Result.profiles_warehouse.metadata.logos
---@field default string
---@field mark? string|nil
---@field alt? string|nil

---@class (exact) segment.update_profiles_warehouse.Result.profiles_warehouse.metadata.options
---A name for people.
---@field name string
---@field type string
---@field required boolean
---What it is for, for people.
---@field description? string
---@field default_value? any|nil
---@field label? string

---@class (exact) segment.update_profiles_warehouse.Result.profiles_warehouse.metadata
---@field id string
---A name for people.
---@field name string
---@field slug string
---What it is for, for people.
---@field description string
---@field logos segment.update_profiles_warehouse.Result.profiles_warehouse.metadata.logos
---@field options segment.update_profiles_warehouse.Result.profiles_warehouse.metadata.options[]

---@class (exact) segment.update_profiles_warehouse.Result.profiles_warehouse
---@field id string
---Id of the space.
---@field space_id string
---@field metadata segment.update_profiles_warehouse.Result.profiles_warehouse.metadata
---@field workspace_id string
---Whether it is on.
---@field enabled boolean
---Settings, by their names in the catalog.
---@field settings table<string, any>
---Name of the schema in the database.
---@field schema_name? string

---@class (exact) segment.update_profiles_warehouse.Result : segment.Failure
---@field profiles_warehouse segment.update_profiles_warehouse.Result.profiles_warehouse

---@class (exact) segment.list_profiles_warehouse_in_space.Parameters.pagination
---The next of the page before.
---@field cursor? string
---Entries a page, at most 1000.
---@field count integer

---@class (exact) segment.list_profiles_warehouse_in_space.Parameters
---Id of the space.
---@field spaceId string
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.list_profiles_warehouse_in_space.Parameters.pagination
---Whether the list is read to its end. Default: unless pagination asks for a page.
---@field all? boolean

---@class (exact) segment.list_profiles_warehouse_in_space.Result.profiles_warehouses.metadata.logos
---@field default string
---@field mark? string|nil
---@field alt? string|nil

---@class (exact) segment.list_profiles_warehouse_in_space.Result.profiles_warehouses.metadata.options
---A name for people.
---@field name string
---@field type string
---@field required boolean
---What it is for, for people.
---@field description? string
---@field default_value? any|nil
---@field label? string

---@class (exact) segment.list_profiles_warehouse_in_space.Result.profiles_warehouses.metadata
---@field id string
---A name for people.
---@field name string
---@field slug string
---What it is for, for people.
---@field description string
---@field logos segment.list_profiles_warehouse_in_space.Result.profiles_warehouses.metadata.logos
---@field options segment.list_profiles_warehouse_in_space.Result.profiles_warehouses.metadata.options[]

---@class (exact) segment.list_profiles_warehouse_in_space.Result.profiles_warehouses
---@field id string
---Id of the space.
---@field space_id string
---@field metadata segment.list_profiles_warehouse_in_space.Result.profiles_warehouses.metadata
---@field workspace_id string
---Whether it is on.
---@field enabled boolean
---Settings, by their names in the catalog.
---@field settings table<string, any>
---Name of the schema in the database.
---@field schema_name? string

---@class (exact) segment.list_profiles_warehouse_in_space.Result.pagination
---@field current string
---@field next? string|nil
---@field previous? string|nil
---@field total_entries? number

---@class (exact) segment.list_profiles_warehouse_in_space.Result : segment.Failure
---@field profiles_warehouses segment.list_profiles_warehouse_in_space.Result.profiles_warehouses[]
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.list_profiles_warehouse_in_space.Result.pagination

---@class (exact) segment.create_profiles_warehouse.Parameters
---Id of the space.
---@field spaceId string
---The kind of warehouse, by its id in the catalog.
---@field metadataId string
---A name for people.
---@field name? string
---Whether it is on.
---@field enabled? boolean
---Settings, by their names in the catalog.
---@field settings table<string, any>
---Name of the schema in the database.
---@field schemaName? string

---@class (exact) segment.create_profiles_warehouse.Result.profiles_warehouse.metadata.logos
---@field default string
---@field mark? string|nil
---@field alt? string|nil

---@class (exact) segment.create_profiles_warehouse.Result.profiles_warehouse.metadata.options
---A name for people.
---@field name string
---@field type string
---@field required boolean
---What it is for, for people.
---@field description? string
---@field default_value? any|nil
---@field label? string

---@class (exact) segment.create_profiles_warehouse.Result.profiles_warehouse.metadata
---@field id string
---A name for people.
---@field name string
---@field slug string
---What it is for, for people.
---@field description string
---@field logos segment.create_profiles_warehouse.Result.profiles_warehouse.metadata.logos
---@field options segment.create_profiles_warehouse.Result.profiles_warehouse.metadata.options[]

---@class (exact) segment.create_profiles_warehouse.Result.profiles_warehouse
---@field id string
---Id of the space.
---@field space_id string
---@field metadata segment.create_profiles_warehouse.Result.profiles_warehouse.metadata
---@field workspace_id string
---Whether it is on.
---@field enabled boolean
---Settings, by their names in the catalog.
---@field settings table<string, any>
---Name of the schema in the database.
---@field schema_name? string

---@class (exact) segment.create_profiles_warehouse.Result : segment.Failure
---@field profiles_warehouse segment.create_profiles_warehouse.Result.profiles_warehouse

---@class (exact) segment.list_reverse_etl_sync_statuses.Parameters
---Id of the model.
---@field modelId string
---Id of the mapping.
---@field subscriptionId string
---Entries a page, at most 100. Default 10.
---@field count? number
---The next of the page before.
---@field cursor? string
---Whether the list is read to its end. Default: unless pagination asks for a page.
---@field all? boolean

---@class (exact) segment.list_reverse_etl_sync_statuses.Result.sync_statuses.extract_phase
---@field added_count string
---@field updated_count string
---@field deleted_count string
---@field extract_count string
---@field error_code string
---@field started_at string
---@field finished_at string

---@class (exact) segment.list_reverse_etl_sync_statuses.Result.sync_statuses.load_phase
---@field deliver_success_count string
---@field deliver_failure_count string
---@field error_code string
---@field started_at string
---@field finished_at string

---@class (exact) segment.list_reverse_etl_sync_statuses.Result.sync_statuses
---Id of the run.
---@field sync_id string
---Id of the model.
---@field model_id string
---Id of the source.
---@field source_id string
---@field sync_status string
---@field duration string
---@field started_at string
---@field finished_at? string
---@field extract_phase? segment.list_reverse_etl_sync_statuses.Result.sync_statuses.extract_phase
---@field load_phase? segment.list_reverse_etl_sync_statuses.Result.sync_statuses.load_phase
---@field error? string
---@field error_code? string

---@class (exact) segment.list_reverse_etl_sync_statuses.Result.pagination
---@field current string
---@field next? string|nil
---@field previous? string|nil
---@field total_entries? number

---@class (exact) segment.list_reverse_etl_sync_statuses.Result : segment.Failure
---@field sync_statuses segment.list_reverse_etl_sync_statuses.Result.sync_statuses[]
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.list_reverse_etl_sync_statuses.Result.pagination

---@class (exact) segment.cancel_reverse_etl_sync_for_model.Parameters
---Id of the model.
---@field modelId string
---Id of the run.
---@field syncId string
---Why, as a number of Segment.
---@field reasonForCanceling? number

---@class (exact) segment.cancel_reverse_etl_sync_for_model.Result : segment.Failure
---Id of the model.
---@field model_id string
---Id of the run.
---@field sync_id string
---@field error_code? string
---@field error_message? string
---Only those with this status.
---@field status? string

---@class (exact) segment.get_reverse_etl_sync_status.Parameters
---Id of the model.
---@field modelId string
---Id of the run.
---@field syncId string

---@class (exact) segment.get_reverse_etl_sync_status.Result.reverse_etl_sync_status.extract_phase
---@field added_count string
---@field updated_count string
---@field deleted_count string
---@field extract_count string
---@field error_code string
---@field started_at string
---@field finished_at string

---@class (exact) segment.get_reverse_etl_sync_status.Result.reverse_etl_sync_status.load_phase
---@field deliver_success_count string
---@field deliver_failure_count string
---@field error_code string
---@field started_at string
---@field finished_at string

---@class (exact) segment.get_reverse_etl_sync_status.Result.reverse_etl_sync_status
---Id of the run.
---@field sync_id string
---Id of the model.
---@field model_id string
---Id of the source.
---@field source_id string
---@field sync_status string
---@field duration string
---@field started_at string
---@field finished_at? string
---@field extract_phase? segment.get_reverse_etl_sync_status.Result.reverse_etl_sync_status.extract_phase
---@field load_phase? segment.get_reverse_etl_sync_status.Result.reverse_etl_sync_status.load_phase
---@field error? string
---@field error_code? string

---@class (exact) segment.get_reverse_etl_sync_status.Result : segment.Failure
---@field reverse_etl_sync_status segment.get_reverse_etl_sync_status.Result.reverse_etl_sync_status

---@class (exact) segment.delete_reverse_etl_model.Parameters
---Id of the model.
---@field modelId string

---@class (exact) segment.delete_reverse_etl_model.Result : segment.Failure
---Only those with this status.
---@field status "SUCCESS"

---@class (exact) segment.get_reverse_etl_model.Parameters
---Id of the model.
---@field modelId string

---@class (exact) segment.get_reverse_etl_model.Result.reverse_etl_model
---@field id string
---Id of the source.
---@field source_id string
---A name for people.
---@field name string
---What it is for, for people.
---@field description string
---Whether it is on.
---@field enabled boolean
---The SQL query.
---@field query string
---Column that tells one row from another.
---@field query_identifier_column string

---@class (exact) segment.get_reverse_etl_model.Result : segment.Failure
---@field reverse_etl_model segment.get_reverse_etl_model.Result.reverse_etl_model

---@class (exact) segment.update_reverse_etl_model.Parameters
---Id of the model.
---@field modelId string
---A name for people.
---@field name? string
---What it is for, for people.
---@field description? string
---Whether it is on; false pauses it.
---@field enabled? boolean
---The SQL query.
---@field query? string
---Column that tells one row from another.
---@field queryIdentifierColumn? string

---@class (exact) segment.update_reverse_etl_model.Result.reverse_etl_model
---@field id string
---Id of the source.
---@field source_id string
---A name for people.
---@field name string
---What it is for, for people.
---@field description string
---Whether it is on.
---@field enabled boolean
---The SQL query.
---@field query string
---Column that tells one row from another.
---@field query_identifier_column string

---@class (exact) segment.update_reverse_etl_model.Result : segment.Failure
---@field reverse_etl_model segment.update_reverse_etl_model.Result.reverse_etl_model

---@class (exact) segment.list_reverse_etl_models.Parameters.pagination
---The next of the page before.
---@field cursor? string
---Entries a page, at most 1000.
---@field count integer

---@class (exact) segment.list_reverse_etl_models.Parameters
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.list_reverse_etl_models.Parameters.pagination
---Whether the list is read to its end. Default: unless pagination asks for a page.
---@field all? boolean

---@class (exact) segment.list_reverse_etl_models.Result.models
---@field id string
---Id of the source.
---@field source_id string
---A name for people.
---@field name string
---What it is for, for people.
---@field description string
---Whether it is on.
---@field enabled boolean
---The SQL query.
---@field query string
---Column that tells one row from another.
---@field query_identifier_column string

---@class (exact) segment.list_reverse_etl_models.Result.pagination
---@field current string
---@field next? string|nil
---@field previous? string|nil
---@field total_entries? number

---@class (exact) segment.list_reverse_etl_models.Result : segment.Failure
---@field models segment.list_reverse_etl_models.Result.models[]
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination segment.list_reverse_etl_models.Result.pagination

---@class (exact) segment.create_reverse_etl_model.Parameters
---Id of the source that stands for the warehouse.
---@field sourceId string
---A name for people.
---@field name string
---What it is for, for people.
---@field description string
---Whether it is on.
---@field enabled boolean
---The SQL query.
---@field query string
---Column that tells one row from another.
---@field queryIdentifierColumn string

---@class (exact) segment.create_reverse_etl_model.Result.reverse_etl_model
---@field id string
---Id of the source.
---@field source_id string
---A name for people.
---@field name string
---What it is for, for people.
---@field description string
---Whether it is on.
---@field enabled boolean
---The SQL query.
---@field query string
---Column that tells one row from another.
---@field query_identifier_column string

---@class (exact) segment.create_reverse_etl_model.Result : segment.Failure
---@field reverse_etl_model segment.create_reverse_etl_model.Result.reverse_etl_model

---@class (exact) segment.create_reverse_etl_manual_sync.Parameters
---Id of the source that stands for the warehouse.
---@field sourceId string
---Id of the model.
---@field modelId string
---Id of the mapping.
---@field subscriptionId string

---@class (exact) segment.create_reverse_etl_manual_sync.Result.reverse_etl_manual_sync
---@field started_at string
---Id of the run.
---@field sync_id string

---@class (exact) segment.create_reverse_etl_manual_sync.Result : segment.Failure
---@field reverse_etl_manual_sync segment.create_reverse_etl_manual_sync.Result.reverse_etl_manual_sync

---@class (exact) segment.get_advanced_sync_schedule.Parameters
---Id of the warehouse.
---@field warehouseId string

---@class (exact) segment.get_advanced_sync_schedule.Result.schedule.times
---The hour, from 0 to 23.
---@field hour_of_day number
---Whether the warehouse is loaded then.
---@field enabled boolean

---@class (exact) segment.get_advanced_sync_schedule.Result.schedule
---@field times? segment.get_advanced_sync_schedule.Result.schedule.times[]
---@field timezone? string

---@class (exact) segment.get_advanced_sync_schedule.Result : segment.Failure
---Whether it is on.
---@field enabled boolean
---@field schedule? segment.get_advanced_sync_schedule.Result.schedule

---@class (exact) segment.replace_advanced_sync_schedule.Parameters.schedule.times
---The hour, from 0 to 23.
---@field hourOfDay number
---Whether the warehouse is loaded then.
---@field enabled boolean

---@class (exact) segment.replace_advanced_sync_schedule.Parameters.schedule
---The hours, each on or off.
---@field times segment.replace_advanced_sync_schedule.Parameters.schedule.times[]
---Time zone: America/New_York.
---@field timezone string

---@class (exact) segment.replace_advanced_sync_schedule.Parameters
---Id of the warehouse.
---@field warehouseId string
---Whether the hours are kept to.
---@field enabled boolean
---The hours, and their time zone.
---@field schedule? segment.replace_advanced_sync_schedule.Parameters.schedule

---@class (exact) segment.replace_advanced_sync_schedule.Result.schedule.times
---The hour, from 0 to 23.
---@field hour_of_day number
---Whether the warehouse is loaded then.
---@field enabled boolean

---@class (exact) segment.replace_advanced_sync_schedule.Result.schedule
---@field times? segment.replace_advanced_sync_schedule.Result.schedule.times[]
---@field timezone? string

---@class (exact) segment.replace_advanced_sync_schedule.Result : segment.Failure
---Whether it is on.
---@field enabled boolean
---@field schedule? segment.replace_advanced_sync_schedule.Result.schedule

---@class (exact) segment.list_selective_syncs_from_source.Parameters.pagination
---The next of the page before.
---@field cursor? string
---Entries a page, at most 1000.
---@field count integer

---@class (exact) segment.list_selective_syncs_from_source.Parameters
---Id of the warehouse.
---@field warehouseId string
---Id of the source.
---@field sourceId string
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.list_selective_syncs_from_source.Parameters.pagination
---Whether the list is read to its end. Default: unless pagination asks for a page.
---@field all? boolean

---@class (exact) segment.list_selective_syncs_from_source.Result.items
---Id of the source.
---@field source_id string
---@field collection string
---Id of the warehouse.
---@field warehouse_id string
---Whether it is on.
---@field enabled boolean
---@field properties table<string, any>

---@class (exact) segment.list_selective_syncs_from_source.Result.pagination
---@field current string
---@field next? string|nil
---@field previous? string|nil
---@field total_entries? number

---@class (exact) segment.list_selective_syncs_from_source.Result : segment.Failure
---@field items segment.list_selective_syncs_from_source.Result.items[]
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination segment.list_selective_syncs_from_source.Result.pagination

---@class (exact) segment.list_syncs_from_warehouse_and_source.Parameters.pagination
---The next of the page before.
---@field cursor? string
---Entries a page, at most 1000.
---@field count integer

---@class (exact) segment.list_syncs_from_warehouse_and_source.Parameters
---Id of the warehouse.
---@field warehouseId string
---Id of the source.
---@field sourceId string
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.list_syncs_from_warehouse_and_source.Parameters.pagination
---Whether the list is read to its end. Default: unless pagination asks for a page.
---@field all? boolean

---@class (exact) segment.list_syncs_from_warehouse_and_source.Result.reports.notices
---@field level string
---@field message string
---@field created_at string

---@class (exact) segment.list_syncs_from_warehouse_and_source.Result.reports
---Id of the source.
---@field source_id string
---@field start string
---@field ["end"] string|nil
---Only those with this status.
---@field status string
---@field duration number
---@field human_duration string
---@field count number
---@field notices segment.list_syncs_from_warehouse_and_source.Result.reports.notices[]

---@class (exact) segment.list_syncs_from_warehouse_and_source.Result.pagination
---@field current string
---@field next? string|nil
---@field previous? string|nil
---@field total_entries? number

---@class (exact) segment.list_syncs_from_warehouse_and_source.Result : segment.Failure
---@field reports segment.list_syncs_from_warehouse_and_source.Result.reports[]
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination segment.list_syncs_from_warehouse_and_source.Result.pagination

---@class (exact) segment.update_selective_sync_for_warehouse.Parameters.syncOverrides
---The source.
---@field sourceId string
---The table; left out, the whole source.
---@field collection? string
---Whether it is loaded.
---@field enabled boolean
---The column; left out, the whole table.
---@field property? string

---@class (exact) segment.update_selective_sync_for_warehouse.Parameters
---Id of the warehouse.
---@field warehouseId string
---The tables and columns to turn on or off.
---@field syncOverrides segment.update_selective_sync_for_warehouse.Parameters.syncOverrides[]

---@class (exact) segment.update_selective_sync_for_warehouse.Result : segment.Failure
---Only those with this status.
---@field status "UNCHANGED"|"UPDATED"
---@field warnings string[]

---@class (exact) segment.list_syncs_from_warehouse.Parameters.pagination
---The next of the page before.
---@field cursor? string
---Entries a page, at most 1000.
---@field count integer

---@class (exact) segment.list_syncs_from_warehouse.Parameters
---Id of the warehouse.
---@field warehouseId string
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.list_syncs_from_warehouse.Parameters.pagination
---Whether the list is read to its end. Default: unless pagination asks for a page.
---@field all? boolean

---@class (exact) segment.list_syncs_from_warehouse.Result.reports.notices
---@field level string
---@field message string
---@field created_at string

---@class (exact) segment.list_syncs_from_warehouse.Result.reports
---Id of the source.
---@field source_id string
---@field start string
---@field ["end"] string|nil
---Only those with this status.
---@field status string
---@field duration number
---@field human_duration string
---@field count number
---@field notices segment.list_syncs_from_warehouse.Result.reports.notices[]

---@class (exact) segment.list_syncs_from_warehouse.Result.pagination
---@field current string
---@field next? string|nil
---@field previous? string|nil
---@field total_entries? number

---@class (exact) segment.list_syncs_from_warehouse.Result : segment.Failure
---@field reports segment.list_syncs_from_warehouse.Result.reports[]
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination segment.list_syncs_from_warehouse.Result.pagination

---@class (exact) segment.list_connected_destinations_from_source.Parameters.pagination
---The next of the page before.
---@field cursor? string
---Entries a page, at most 1000.
---@field count integer

---@class (exact) segment.list_connected_destinations_from_source.Parameters
---Id of the source.
---@field sourceId string
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.list_connected_destinations_from_source.Parameters.pagination
---Whether the list is read to its end. Default: unless pagination asks for a page.
---@field all? boolean

---@class (exact) segment.list_connected_destinations_from_source.Result.destinations.metadata.logos
---@field default string
---@field mark? string|nil
---@field alt? string|nil

---@class (exact) segment.list_connected_destinations_from_source.Result.destinations.metadata.options
---A name for people.
---@field name string
---@field type string
---@field required boolean
---What it is for, for people.
---@field description? string
---@field default_value? any|nil
---@field label? string

---@class (exact) segment.list_connected_destinations_from_source.Result.destinations.metadata.components
---@field type "ANDROID"|"BROWSER"|"IOS"|"SERVER"
---The JavaScript code.
---@field code string
---@field owner? "PARTNER"|"SEGMENT"

---@class (exact) segment.list_connected_destinations_from_source.Result.destinations.metadata.supported_features
---@field cloud_mode_instances? "0"|"1"|"MULTIPLE"|"NONE"|"SINGLE"
---@field device_mode_instances? "0"|"1"|"NONE"|"SINGLE"
---@field replay? boolean
---@field browser_unbundling? boolean
---@field browser_unbundling_public? boolean

---@class (exact) segment.list_connected_destinations_from_source.Result.destinations.metadata.supported_methods
---@field pageview? boolean
---@field identify? boolean
---@field alias? boolean
---@field track? boolean
---@field group? boolean

---@class (exact) segment.list_connected_destinations_from_source.Result.destinations.metadata.supported_platforms
---@field browser? boolean
---@field server? boolean
---@field mobile? boolean
---@field warehouse? boolean
---@field cloud_app_object? boolean
---@field linked_audiences? boolean

---@class (exact) segment.list_connected_destinations_from_source.Result.destinations.metadata.actions.fields
---@field id string
---@field sort_order number
---@field field_key string
---@field label string
---@field type "BOOLEAN"|"DATETIME"|"HIDDEN"|"INTEGER"|"NUMBER"|"OBJECT"|"PASSWORD"|"STRING"|"TEXT"
---What it is for, for people.
---@field description string
---@field placeholder? string
---@field default_value? any|nil
---@field required boolean
---@field multiple boolean
---@field choices? any|nil
---@field dynamic boolean
---@field allow_null boolean
---@field hidden? boolean

---@class (exact) segment.list_connected_destinations_from_source.Result.destinations.metadata.actions
---@field id string
---@field slug string
---A name for people.
---@field name string
---What it is for, for people.
---@field description string
---@field platform "CLOUD"|"MOBILE"|"WEB"
---@field hidden boolean
---@field default_trigger string|nil
---@field fields segment.list_connected_destinations_from_source.Result.destinations.metadata.actions.fields[]

---@class (exact) segment.list_connected_destinations_from_source.Result.destinations.metadata.presets
---@field action_id string
---A name for people.
---@field name string
---@field fields table<string, any>
---@field trigger string

---@class (exact) segment.list_connected_destinations_from_source.Result.destinations.metadata.contacts
---A name for people.
---@field name? string
---@field email string
---@field role? string
---@field is_primary? boolean

---@class (exact) segment.list_connected_destinations_from_source.Result.destinations.metadata
---@field id string
---A name for people.
---@field name string
---What it is for, for people.
---@field description string
---@field slug string
---@field logos segment.list_connected_destinations_from_source.Result.destinations.metadata.logos
---@field options segment.list_connected_destinations_from_source.Result.destinations.metadata.options[]
---Only those with this status.
---@field status "DEPRECATED"|"PRIVATE_BETA"|"PRIVATE_BUILDING"|"PRIVATE_SUBMITTED"|"PUBLIC"|"PUBLIC_BETA"|"UNAVAILABLE"
---@field previous_names string[]
---@field categories string[]
---@field website string
---@field components segment.list_connected_destinations_from_source.Result.destinations.metadata.components[]
---@field supported_features segment.list_connected_destinations_from_source.Result.destinations.metadata.supported_features
---@field supported_methods segment.list_connected_destinations_from_source.Result.destinations.metadata.supported_methods
---@field supported_platforms segment.list_connected_destinations_from_source.Result.destinations.metadata.supported_platforms
---What happens to the events, in this order.
---@field actions segment.list_connected_destinations_from_source.Result.destinations.metadata.actions[]
---@field presets segment.list_connected_destinations_from_source.Result.destinations.metadata.presets[]
---@field contacts? segment.list_connected_destinations_from_source.Result.destinations.metadata.contacts[]
---@field partner_owned? boolean
---@field supported_regions? string[]
---@field region_endpoints? string[]
---@field multi_instance_supported_version? string

---@class (exact) segment.list_connected_destinations_from_source.Result.destinations
---@field id string
---A name for people.
---@field name? string
---Whether it is on.
---@field enabled boolean
---@field metadata segment.list_connected_destinations_from_source.Result.destinations.metadata
---Id of the source.
---@field source_id string
---Settings, by their names in the catalog.
---@field settings table<string, any>

---@class (exact) segment.list_connected_destinations_from_source.Result.pagination
---@field current string
---@field next? string|nil
---@field previous? string|nil
---@field total_entries? number

---@class (exact) segment.list_connected_destinations_from_source.Result : segment.Failure
---@field destinations segment.list_connected_destinations_from_source.Result.destinations[]
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination segment.list_connected_destinations_from_source.Result.pagination

---@class (exact) segment.list_connected_warehouses_from_source.Parameters.pagination
---The next of the page before.
---@field cursor? string
---Entries a page, at most 1000.
---@field count integer

---@class (exact) segment.list_connected_warehouses_from_source.Parameters
---Id of the source.
---@field sourceId string
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.list_connected_warehouses_from_source.Parameters.pagination
---Whether the list is read to its end. Default: unless pagination asks for a page.
---@field all? boolean

---@class (exact) segment.list_connected_warehouses_from_source.Result.warehouses.metadata.logos
---@field default string
---@field mark? string|nil
---@field alt? string|nil

---@class (exact) segment.list_connected_warehouses_from_source.Result.warehouses.metadata.options
---A name for people.
---@field name string
---@field type string
---@field required boolean
---What it is for, for people.
---@field description? string
---@field default_value? any|nil
---@field label? string

---@class (exact) segment.list_connected_warehouses_from_source.Result.warehouses.metadata
---@field id string
---A name for people.
---@field name string
---@field slug string
---What it is for, for people.
---@field description string
---@field logos segment.list_connected_warehouses_from_source.Result.warehouses.metadata.logos
---@field options segment.list_connected_warehouses_from_source.Result.warehouses.metadata.options[]

---@class (exact) segment.list_connected_warehouses_from_source.Result.warehouses
---@field id string
---@field metadata segment.list_connected_warehouses_from_source.Result.warehouses.metadata
---@field workspace_id string
---Whether it is on.
---@field enabled boolean
---Settings, by their names in the catalog.
---@field settings table<string, any>

---@class (exact) segment.list_connected_warehouses_from_source.Result.pagination
---@field current string
---@field next? string|nil
---@field previous? string|nil
---@field total_entries? number

---@class (exact) segment.list_connected_warehouses_from_source.Result : segment.Failure
---@field warehouses segment.list_connected_warehouses_from_source.Result.warehouses[]
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination segment.list_connected_warehouses_from_source.Result.pagination

---@class (exact) segment.add_labels_to_source.Parameters.labels
---What it tells, such as environment.
---@field key string
---What it says, such as production.
---@field value string
---What it is for, for people.
---@field description? string

---@class (exact) segment.add_labels_to_source.Parameters
---Id of the source.
---@field sourceId string
---The labels to add, by key and value.
---@field labels segment.add_labels_to_source.Parameters.labels[]

---@class (exact) segment.add_labels_to_source.Result.labels
---What it tells, such as environment.
---@field key string
---What it says, such as production.
---@field value string
---What it is for, for people.
---@field description? string

---@class (exact) segment.add_labels_to_source.Result : segment.Failure
---The labels, by key and value.
---@field labels segment.add_labels_to_source.Result.labels[]

---@class (exact) segment.replace_labels_in_source.Parameters.labels
---What it tells, such as environment.
---@field key string
---What it says, such as production.
---@field value string
---What it is for, for people.
---@field description? string

---@class (exact) segment.replace_labels_in_source.Parameters
---Id of the source.
---@field sourceId string
---The labels, by key and value.
---@field labels segment.replace_labels_in_source.Parameters.labels[]

---@class (exact) segment.replace_labels_in_source.Result.labels
---What it tells, such as environment.
---@field key string
---What it says, such as production.
---@field value string
---What it is for, for people.
---@field description? string

---@class (exact) segment.replace_labels_in_source.Result : segment.Failure
---The labels, by key and value.
---@field labels segment.replace_labels_in_source.Result.labels[]

---@class (exact) segment.list_schema_settings_in_source.Parameters
---Id of the source.
---@field sourceId string

---@class (exact) segment.list_schema_settings_in_source.Result.settings.track
---Whether events that the plan does not name pass.
---@field allow_unplanned_events? boolean
---Whether properties that the plan does not name pass.
---@field allow_unplanned_event_properties? boolean
---Whether events that violate the plan pass.
---@field allow_event_on_violations? boolean
---Whether properties that violate the plan pass.
---@field allow_properties_on_violations? boolean
---What happens to a call that violates the plan.
---@field common_event_on_violations? "ALLOW"|"BLOCK"|"OMIT_PROPERTIES"

---@class (exact) segment.list_schema_settings_in_source.Result.settings.identify
---Whether traits that the plan does not name pass.
---@field allow_unplanned_traits? boolean
---Whether traits that violate the plan pass.
---@field allow_traits_on_violations? boolean
---What happens to a call that violates the plan.
---@field common_event_on_violations? "ALLOW"|"BLOCK"|"OMIT_TRAITS"

---@class (exact) segment.list_schema_settings_in_source.Result.settings.group
---Whether traits that the plan does not name pass.
---@field allow_unplanned_traits? boolean
---Whether traits that violate the plan pass.
---@field allow_traits_on_violations? boolean
---What happens to a call that violates the plan.
---@field common_event_on_violations? "ALLOW"|"BLOCK"|"OMIT_TRAITS"

---@class (exact) segment.list_schema_settings_in_source.Result.settings
---@field track? segment.list_schema_settings_in_source.Result.settings.track
---@field identify? segment.list_schema_settings_in_source.Result.settings.identify
---@field group? segment.list_schema_settings_in_source.Result.settings.group
---@field forwarding_violations_to? string
---@field forwarding_blocked_events_to? string

---@class (exact) segment.list_schema_settings_in_source.Result : segment.Failure
---Id of the source.
---@field source_id string
---Settings, by their names in the catalog.
---@field settings segment.list_schema_settings_in_source.Result.settings

---@class (exact) segment.update_schema_settings_in_source.Parameters.track
---Whether events that the plan does not name pass.
---@field allowUnplannedEvents? boolean
---Whether properties that the plan does not name pass.
---@field allowUnplannedEventProperties? boolean
---Whether events that violate the plan pass.
---@field allowEventOnViolations? boolean
---Whether properties that violate the plan pass.
---@field allowPropertiesOnViolations? boolean
---What happens to a call that violates the plan.
---@field commonEventOnViolations? "ALLOW"|"BLOCK"|"OMIT_PROPERTIES"

---@class (exact) segment.update_schema_settings_in_source.Parameters.identify
---Whether traits that the plan does not name pass.
---@field allowUnplannedTraits? boolean
---Whether traits that violate the plan pass.
---@field allowTraitsOnViolations? boolean
---What happens to a call that violates the plan.
---@field commonEventOnViolations? "ALLOW"|"BLOCK"|"OMIT_TRAITS"

---@class (exact) segment.update_schema_settings_in_source.Parameters.group
---Whether traits that the plan does not name pass.
---@field allowUnplannedTraits? boolean
---Whether traits that violate the plan pass.
---@field allowTraitsOnViolations? boolean
---What happens to a call that violates the plan.
---@field commonEventOnViolations? "ALLOW"|"BLOCK"|"OMIT_TRAITS"

---@class (exact) segment.update_schema_settings_in_source.Parameters
---Id of the source.
---@field sourceId string
---What happens to track calls.
---@field track? segment.update_schema_settings_in_source.Parameters.track
---What happens to identify calls.
---@field identify? segment.update_schema_settings_in_source.Parameters.identify
---What happens to group calls.
---@field group? segment.update_schema_settings_in_source.Parameters.group
---Source that is sent what violates the plan.
---@field forwardingViolationsTo? string
---Source that is sent what is blocked.
---@field forwardingBlockedEventsTo? string

---@class (exact) segment.update_schema_settings_in_source.Result.settings.track
---Whether events that the plan does not name pass.
---@field allow_unplanned_events? boolean
---Whether properties that the plan does not name pass.
---@field allow_unplanned_event_properties? boolean
---Whether events that violate the plan pass.
---@field allow_event_on_violations? boolean
---Whether properties that violate the plan pass.
---@field allow_properties_on_violations? boolean
---What happens to a call that violates the plan.
---@field common_event_on_violations? "ALLOW"|"BLOCK"|"OMIT_PROPERTIES"

---@class (exact) segment.update_schema_settings_in_source.Result.settings.identify
---Whether traits that the plan does not name pass.
---@field allow_unplanned_traits? boolean
---Whether traits that violate the plan pass.
---@field allow_traits_on_violations? boolean
---What happens to a call that violates the plan.
---@field common_event_on_violations? "ALLOW"|"BLOCK"|"OMIT_TRAITS"

---@class (exact) segment.update_schema_settings_in_source.Result.settings.group
---Whether traits that the plan does not name pass.
---@field allow_unplanned_traits? boolean
---Whether traits that violate the plan pass.
---@field allow_traits_on_violations? boolean
---What happens to a call that violates the plan.
---@field common_event_on_violations? "ALLOW"|"BLOCK"|"OMIT_TRAITS"

---@class (exact) segment.update_schema_settings_in_source.Result.settings
---@field track? segment.update_schema_settings_in_source.Result.settings.track
---@field identify? segment.update_schema_settings_in_source.Result.settings.identify
---@field group? segment.update_schema_settings_in_source.Result.settings.group
---@field forwarding_violations_to? string
---@field forwarding_blocked_events_to? string

---@class (exact) segment.update_schema_settings_in_source.Result : segment.Failure
---Id of the source.
---@field source_id string
---Settings, by their names in the catalog.
---@field settings segment.update_schema_settings_in_source.Result.settings

---@class (exact) segment.remove_write_key_from_source.Parameters
---Id of the source.
---@field sourceId string
---The write key to withdraw.
---@field writeKey string

---@class (exact) segment.remove_write_key_from_source.Result : segment.Failure
---Only those with this status.
---@field status "SUCCESS"

---@class (exact) segment.create_write_key_for_source.Parameters
---Id of the source.
---@field sourceId string

---@class (exact) segment.create_write_key_for_source.Result.source.metadata.logos
---@field default string
---@field mark? string|nil
---@field alt? string|nil

---@class (exact) segment.create_write_key_for_source.Result.source.metadata.options
---A name for people.
---@field name string
---@field type string
---@field required boolean
---What it is for, for people.
---@field description? string
---@field default_value? any|nil
---@field label? string

---@class (exact) segment.create_write_key_for_source.Result.source.metadata
---@field id string
---A name for people.
---@field name string
---@field slug string
---What it is for, for people.
---@field description string
---@field logos segment.create_write_key_for_source.Result.source.metadata.logos
---@field options segment.create_write_key_for_source.Result.source.metadata.options[]
---@field categories string[]
---@field is_cloud_event_source boolean
---Only those with this status.
---@field status "DEPRECATED"|"PRIVATE_BETA"|"PRIVATE_BUILDING"|"PRIVATE_SUBMITTED"|"PUBLIC"|"PUBLIC_BETA"|"UNAVAILABLE"
---@field partner_owned? boolean

---@class (exact) segment.create_write_key_for_source.Result.source.labels
---What it tells, such as environment.
---@field key string
---What it says, such as production.
---@field value string
---What it is for, for people.
---@field description? string

---@class (exact) segment.create_write_key_for_source.Result.source
---@field id string
---@field slug string
---A name for people.
---@field name? string
---@field metadata segment.create_write_key_for_source.Result.source.metadata
---@field workspace_id string
---Whether it is on.
---@field enabled boolean
---@field write_keys string[]
---Settings, by their names in the catalog.
---@field settings? table<string, any>
---The labels, by key and value.
---@field labels segment.create_write_key_for_source.Result.source.labels[]

---@class (exact) segment.create_write_key_for_source.Result : segment.Failure
---@field source segment.create_write_key_for_source.Result.source

---@class (exact) segment.delete_source.Parameters
---Id of the source.
---@field sourceId string

---@class (exact) segment.delete_source.Result : segment.Failure
---Only those with this status.
---@field status "SUCCESS"

---@class (exact) segment.update_source.Parameters
---Id of the source.
---@field sourceId string
---A name for people.
---@field name? string
---Whether it takes events; false pauses it.
---@field enabled? boolean
---Its name in addresses.
---@field slug? string
---Settings, by their names in the catalog.
---@field settings? table<string, any>

---@class (exact) segment.update_source.Result.source.metadata.logos
---@field default string
---@field mark? string|nil
---@field alt? string|nil

---@class (exact) segment.update_source.Result.source.metadata.options
---A name for people.
---@field name string
---@field type string
---@field required boolean
---What it is for, for people.
---@field description? string
---@field default_value? any|nil
---@field label? string

---@class (exact) segment.update_source.Result.source.metadata
---@field id string
---A name for people.
---@field name string
---@field slug string
---What it is for, for people.
---@field description string
---@field logos segment.update_source.Result.source.metadata.logos
---@field options segment.update_source.Result.source.metadata.options[]
---@field categories string[]
---@field is_cloud_event_source boolean
---Only those with this status.
---@field status "DEPRECATED"|"PRIVATE_BETA"|"PRIVATE_BUILDING"|"PRIVATE_SUBMITTED"|"PUBLIC"|"PUBLIC_BETA"|"UNAVAILABLE"
---@field partner_owned? boolean

---@class (exact) segment.update_source.Result.source.labels
---What it tells, such as environment.
---@field key string
---What it says, such as production.
---@field value string
---What it is for, for people.
---@field description? string

---@class (exact) segment.update_source.Result.source
---@field id string
---@field slug string
---A name for people.
---@field name? string
---@field metadata segment.update_source.Result.source.metadata
---@field workspace_id string
---Whether it is on.
---@field enabled boolean
---@field write_keys string[]
---Settings, by their names in the catalog.
---@field settings? table<string, any>
---The labels, by key and value.
---@field labels segment.update_source.Result.source.labels[]

---@class (exact) segment.update_source.Result : segment.Failure
---@field source segment.update_source.Result.source

---@class (exact) segment.create_source.Parameters
---Its name in addresses.
---@field slug string
---Whether it takes events from the start.
---@field enabled boolean
---The kind of source, by its id in the catalog.
---@field metadataId string
---Settings, by their names in the catalog.
---@field settings? table<string, any>
---Whether it stays unconnected; else every warehouse is connected to it.
---@field disconnectAllWarehouses? boolean

---@class (exact) segment.create_source.Result.source.metadata.logos
---@field default string
---@field mark? string|nil
---@field alt? string|nil

---@class (exact) segment.create_source.Result.source.metadata.options
---A name for people.
---@field name string
---@field type string
---@field required boolean
---What it is for, for people.
---@field description? string
---@field default_value? any|nil
---@field label? string

---@class (exact) segment.create_source.Result.source.metadata
---@field id string
---A name for people.
---@field name string
---@field slug string
---What it is for, for people.
---@field description string
---@field logos segment.create_source.Result.source.metadata.logos
---@field options segment.create_source.Result.source.metadata.options[]
---@field categories string[]
---@field is_cloud_event_source boolean
---Only those with this status.
---@field status "DEPRECATED"|"PRIVATE_BETA"|"PRIVATE_BUILDING"|"PRIVATE_SUBMITTED"|"PUBLIC"|"PUBLIC_BETA"|"UNAVAILABLE"
---@field partner_owned? boolean

---@class (exact) segment.create_source.Result.source.labels
---What it tells, such as environment.
---@field key string
---What it says, such as production.
---@field value string
---What it is for, for people.
---@field description? string

---@class (exact) segment.create_source.Result.source
---@field id string
---@field slug string
---A name for people.
---@field name? string
---@field metadata segment.create_source.Result.source.metadata
---@field workspace_id string
---Whether it is on.
---@field enabled boolean
---@field write_keys string[]
---Settings, by their names in the catalog.
---@field settings? table<string, any>
---The labels, by key and value.
---@field labels segment.create_source.Result.source.labels[]

---@class (exact) segment.create_source.Result : segment.Failure
---@field source segment.create_source.Result.source

---@class (exact) segment.delete_filter_by_id.Parameters
---Id of the filter.
---@field id string

---@class (exact) segment.delete_filter_by_id.Result : segment.Failure
---@field deleted boolean

---@class (exact) segment.get_filter_by_id.Parameters
---Id of the filter.
---@field id string

---@class (exact) segment.get_filter_by_id.Result.filter
---@field id string
---@field workspace_id string
---The space, by the id of its integration.
---@field integration_id string
---Whether it is on.
---@field enabled? boolean
---A name for people.
---@field name? string
---What it is for, for people.
---@field description? string
---Which events it is for, as a condition in FQL: type = "track".
---@field ["if"]? string
---Whether the events it is for are dropped.
---@field drop? boolean
---@field created_at string
---@field updated_at string

---@class (exact) segment.get_filter_by_id.Result : segment.Failure
---@field filter segment.get_filter_by_id.Result.filter

---@class (exact) segment.update_filter_by_id.Parameters
---Id of the filter.
---@field id string
---The space, by the id of its integration.
---@field integrationId string
---Whether it is applied; false pauses it.
---@field enabled? boolean
---A name for people.
---@field name? string
---What it is for, for people.
---@field description? string
---Which events it is for, as a condition in FQL: type = "track".
---@field ["if"]? string
---Whether the events it is for are dropped.
---@field drop? boolean

---@class (exact) segment.update_filter_by_id.Result.filter
---@field id string
---@field workspace_id string
---The space, by the id of its integration.
---@field integration_id string
---Whether it is on.
---@field enabled? boolean
---A name for people.
---@field name? string
---What it is for, for people.
---@field description? string
---Which events it is for, as a condition in FQL: type = "track".
---@field ["if"]? string
---Whether the events it is for are dropped.
---@field drop? boolean
---@field created_at string
---@field updated_at string

---@class (exact) segment.update_filter_by_id.Result : segment.Failure
---@field filter segment.update_filter_by_id.Result.filter

---@class (exact) segment.list_filters_for_space.Parameters.pagination
---The next of the page before.
---@field cursor? number
---Entries a page, at most 10.
---@field count number

---@class (exact) segment.list_filters_for_space.Parameters
---The space, by the id of its integration.
---@field integrationId string
---Which page: count, at most 10, and cursor, the next of the page before, a number.
---@field pagination? segment.list_filters_for_space.Parameters.pagination
---Whether the list is read to its end. Default: unless pagination asks for a page.
---@field all? boolean

---@class (exact) segment.list_filters_for_space.Result.filters
---@field id string
---@field workspace_id string
---The space, by the id of its integration.
---@field integration_id string
---Whether it is on.
---@field enabled? boolean
---A name for people.
---@field name? string
---What it is for, for people.
---@field description? string
---Which events it is for, as a condition in FQL: type = "track".
---@field ["if"]? string
---Whether the events it is for are dropped.
---@field drop? boolean
---@field created_at string
---@field updated_at string

---@class (exact) segment.list_filters_for_space.Result.pagination
---@field current? number
---@field next? number
---@field total_entries? number

---@class (exact) segment.list_filters_for_space.Result : segment.Failure
---@field filters? segment.list_filters_for_space.Result.filters[]
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.list_filters_for_space.Result.pagination

---@class (exact) segment.create_filter_for_space.Parameters
---The space, by the id of its integration.
---@field integrationId string
---Whether it is on.
---@field enabled? boolean
---A name for people.
---@field name string
---What it is for, for people.
---@field description? string
---Which events it is for, as a condition in FQL: type = "track".
---@field ["if"] string
---Whether the events it is for are dropped.
---@field drop? boolean

---@class (exact) segment.create_filter_for_space.Result.filter
---@field id string
---@field workspace_id string
---The space, by the id of its integration.
---@field integration_id string
---Whether it is on.
---@field enabled? boolean
---A name for people.
---@field name? string
---What it is for, for people.
---@field description? string
---Which events it is for, as a condition in FQL: type = "track".
---@field ["if"]? string
---Whether the events it is for are dropped.
---@field drop? boolean
---@field created_at string
---@field updated_at string

---@class (exact) segment.create_filter_for_space.Result : segment.Failure
---@field filter segment.create_filter_for_space.Result.filter

---@class (exact) segment.list_sample_values_from_entity_property.Parameters
---Id of the space.
---@field spaceId string
---The entity, by its slug.
---@field entitySlug string
---Name of the property.
---@field propertyName string
---Whether the list is read to its end. Default: unless pagination asks for a page.
---@field all? boolean

---@class (exact) segment.list_sample_values_from_entity_property.Result : segment.Failure
---@field sample_values string[]

---@class (exact) segment.list_properties_from_entity.Parameters.pagination
---The next of the page before.
---@field cursor? string
---Entries a page, at most 1000.
---@field count integer

---@class (exact) segment.list_properties_from_entity.Parameters
---Id of the space.
---@field spaceId string
---The entity, by its slug.
---@field entitySlug string
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.list_properties_from_entity.Parameters.pagination
---Whether some values come with each entry.
---@field includeSampleValues? boolean
---How many values come with each entry.
---@field samplesCount? number
---Whether the list is read to its end. Default: unless pagination asks for a page.
---@field all? boolean

---@class (exact) segment.list_properties_from_entity.Result.entity_properties
---A name for people.
---@field name string
---@field primary_key boolean
---@field data_type string
---@field samples? string[]

---@class (exact) segment.list_properties_from_entity.Result.pagination
---@field next? string|nil
---@field current string
---@field total_entries? number

---@class (exact) segment.list_properties_from_entity.Result : segment.Failure
---@field entity_properties segment.list_properties_from_entity.Result.entity_properties[]
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination segment.list_properties_from_entity.Result.pagination

---@class (exact) segment.list_entity_paths.Parameters.pagination
---The next of the page before.
---@field cursor? string
---Entries a page, at most 1000.
---@field count integer

---@class (exact) segment.list_entity_paths.Parameters
---Id of the space.
---@field spaceId string
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.list_entity_paths.Parameters.pagination
---Only entries whose name contains this.
---@field search? string
---Whether the list is read to its end. Default: unless pagination asks for a page.
---@field all? boolean

---@class (exact) segment.list_entity_paths.Result.entity_paths
---@field id string
---@field entity_name string
---@field path_name string
---The entity, by its slug.
---@field entity_slug string
---@field relationship_slugs string[]
---@field child_relationship_slugs string[]
---@field parent_relationship_slug_path string

---@class (exact) segment.list_entity_paths.Result.pagination
---@field current string
---@field next? string|nil
---@field previous? string|nil
---@field total_entries? number

---@class (exact) segment.list_entity_paths.Result : segment.Failure
---@field entity_paths segment.list_entity_paths.Result.entity_paths[]
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination segment.list_entity_paths.Result.pagination

---@class (exact) segment.list_sample_values_from_event_property.Parameters
---Id of the space.
---@field spaceId string
---Name of the event.
---@field eventName string
---Name of the property.
---@field propertyName string
---Whether it is a property or part of the context.
---@field propertyType "CONTEXT"|"PROPERTY"
---Whether the list is read to its end. Default: unless pagination asks for a page.
---@field all? boolean

---@class (exact) segment.list_sample_values_from_event_property.Result : segment.Failure
---@field sample_values string[]

---@class (exact) segment.list_properties_from_event.Parameters.pagination
---The next of the page before.
---@field cursor? string
---Entries a page, at most 1000.
---@field count integer

---@class (exact) segment.list_properties_from_event.Parameters
---Id of the space.
---@field spaceId string
---Name of the event.
---@field eventName string
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.list_properties_from_event.Parameters.pagination
---What to sort by.
---@field sortBy? "lastSeenAt"|"name"
---In which direction to sort.
---@field sortDir? "asc"|"desc"
---Only entries whose name contains this.
---@field search? string
---Whether some values come with each entry.
---@field includeSampleValues? boolean
---How many values come with each entry.
---@field samplesCount? number
---Whether the list is read to its end. Default: unless pagination asks for a page.
---@field all? boolean

---@class (exact) segment.list_properties_from_event.Result.event_properties
---A name for people.
---@field name string
---@field type "CONTEXT"|"PROPERTY"
---@field event_name string
---@field last_seen_at string
---@field samples? string[]

---@class (exact) segment.list_properties_from_event.Result.pagination
---@field current string
---@field next? string|nil
---@field previous? string|nil
---@field total_entries? number

---@class (exact) segment.list_properties_from_event.Result : segment.Failure
---@field event_properties segment.list_properties_from_event.Result.event_properties[]
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination segment.list_properties_from_event.Result.pagination

---@class (exact) segment.list_events.Parameters.pagination
---The next of the page before.
---@field cursor? string
---Entries a page, at most 1000.
---@field count integer

---@class (exact) segment.list_events.Parameters
---Id of the space.
---@field spaceId string
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.list_events.Parameters.pagination
---What to sort by.
---@field sortBy? "lastSeenAt"|"name"
---In which direction to sort.
---@field sortDir? "asc"|"desc"
---Only entries whose name contains this.
---@field search? string
---Whether the list is read to its end. Default: unless pagination asks for a page.
---@field all? boolean

---@class (exact) segment.list_events.Result.events
---A name for people.
---@field name string
---@field type "ALIAS"|"GROUP"|"IDENTIFY"|"PAGE"|"SCREEN"|"TRACK"
---@field last_seen_at string

---@class (exact) segment.list_events.Result.pagination
---@field current string
---@field next? string|nil
---@field previous? string|nil
---@field total_entries? number

---@class (exact) segment.list_events.Result : segment.Failure
---@field events segment.list_events.Result.events[]
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination segment.list_events.Result.pagination

---@class (exact) segment.list_sample_values_from_trait.Parameters
---Id of the space.
---@field spaceId string
---Key of the trait.
---@field traitKey string
---Whose trait.
---@field collection? "accounts"|"users"
---Whether the list is read to its end. Default: unless pagination asks for a page.
---@field all? boolean

---@class (exact) segment.list_sample_values_from_trait.Result : segment.Failure
---@field sample_values string[]

---@class (exact) segment.list_traits.Parameters.pagination
---The next of the page before.
---@field cursor? string
---Entries a page, at most 1000.
---@field count integer

---@class (exact) segment.list_traits.Parameters
---Id of the space.
---@field spaceId string
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.list_traits.Parameters.pagination
---What to sort by.
---@field sortBy? "lastSeenAt"|"trait"
---In which direction to sort.
---@field sortDir? "asc"|"desc"
---Only entries whose name contains this.
---@field search? string
---Whose traits.
---@field collection? "accounts"|"users"
---Whether some values come with each entry.
---@field includeSampleValues? boolean
---How many values come with each entry.
---@field samplesCount? number
---Whether the list is read to its end. Default: unless pagination asks for a page.
---@field all? boolean

---@class (exact) segment.list_traits.Result.traits
---@field trait string
---@field type "AUDIENCE"|"COMPUTED"|"CUSTOM"|"SQL"
---@field last_seen_at string
---@field samples? string[]

---@class (exact) segment.list_traits.Result.pagination
---@field next? string|nil
---@field current string
---@field total_entries? number

---@class (exact) segment.list_traits.Result : segment.Failure
---@field traits segment.list_traits.Result.traits[]
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination segment.list_traits.Result.pagination

---@class (exact) segment.batch_query_messaging_subscriptions.Parameters.subscriptions
---The address, phone number or device token.
---@field key string
---The channel.
---@field type "ANDROID_PUSH"|"EMAIL"|"IOS_PUSH"|"SMS"|"WHATSAPP"

---@class (exact) segment.batch_query_messaging_subscriptions.Parameters
---Id of the space.
---@field spaceId string
---The addresses or phone numbers, each with its channel.
---@field subscriptions segment.batch_query_messaging_subscriptions.Parameters.subscriptions[]

---@class (exact) segment.batch_query_messaging_subscriptions.Result.successes.groups
---A name for people.
---@field name string
---Only those with this status.
---@field status "DID_NOT_SUBSCRIBE"|"SUBSCRIBED"|"UNSUBSCRIBED"
---@field id string
---@field updated_at? string

---@class (exact) segment.batch_query_messaging_subscriptions.Result.successes
---@field key string
---@field type "ANDROID_PUSH"|"EMAIL"|"IOS_PUSH"|"SMS"|"WHATSAPP"
---Only those with this status.
---@field status? "DID_NOT_SUBSCRIBE"|"SUBSCRIBED"|"UNSUBSCRIBED"
---@field groups? segment.batch_query_messaging_subscriptions.Result.successes.groups[]
---@field updated_at? string

---@class (exact) segment.batch_query_messaging_subscriptions.Result.failures.errors
---The JavaScript code.
---@field code string
---@field message string

---@class (exact) segment.batch_query_messaging_subscriptions.Result.failures
---@field key string
---@field type string
---@field errors segment.batch_query_messaging_subscriptions.Result.failures.errors[]

---@class (exact) segment.batch_query_messaging_subscriptions.Result.errors
---The JavaScript code.
---@field code string
---@field message string

---@class (exact) segment.batch_query_messaging_subscriptions.Result.pagination
---@field current string
---@field next? string|nil
---@field previous? string|nil
---@field total_entries? number

---@class (exact) segment.batch_query_messaging_subscriptions.Result : segment.Failure
---@field successes segment.batch_query_messaging_subscriptions.Result.successes[]
---@field failures segment.batch_query_messaging_subscriptions.Result.failures[]
---@field errors segment.batch_query_messaging_subscriptions.Result.errors[]
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.batch_query_messaging_subscriptions.Result.pagination

---@class (exact) segment.replace_messaging_subscriptions.Parameters.subscriptions.groups
---Name of the group of messages.
---@field name string
---Whether they want them.
---@field status "DID_NOT_SUBSCRIBE"|"SUBSCRIBED"|"UNSUBSCRIBED"

---@class (exact) segment.replace_messaging_subscriptions.Parameters.subscriptions
---The address, phone number or device token.
---@field key string
---The channel.
---@field type "ANDROID_PUSH"|"EMAIL"|"IOS_PUSH"|"SMS"|"WHATSAPP"
---Whether they want messages.
---@field status? "DID_NOT_SUBSCRIBE"|"SUBSCRIBED"|"UNSUBSCRIBED"
---The same for each group of messages.
---@field groups? segment.replace_messaging_subscriptions.Parameters.subscriptions.groups[]

---@class (exact) segment.replace_messaging_subscriptions.Parameters
---Id of the space.
---@field spaceId string
---The addresses or phone numbers, each with its channel and status.
---@field subscriptions segment.replace_messaging_subscriptions.Parameters.subscriptions[]

---@class (exact) segment.replace_messaging_subscriptions.Result.successes.errors
---The JavaScript code.
---@field code string
---@field message string

---@class (exact) segment.replace_messaging_subscriptions.Result.successes.groups
---A name for people.
---@field name string
---Only those with this status.
---@field status "DID_NOT_SUBSCRIBE"|"SUBSCRIBED"|"UNSUBSCRIBED"
---@field id string

---@class (exact) segment.replace_messaging_subscriptions.Result.successes
---@field key string
---@field type "ANDROID_PUSH"|"EMAIL"|"IOS_PUSH"|"SMS"|"WHATSAPP"
---Only those with this status.
---@field status? "DID_NOT_SUBSCRIBE"|"SUBSCRIBED"|"UNSUBSCRIBED"
---@field errors? segment.replace_messaging_subscriptions.Result.successes.errors[]
---@field groups? segment.replace_messaging_subscriptions.Result.successes.groups[]

---@class (exact) segment.replace_messaging_subscriptions.Result.failures.errors
---The JavaScript code.
---@field code string
---@field message string

---@class (exact) segment.replace_messaging_subscriptions.Result.failures.groups
---A name for people.
---@field name string
---Only those with this status.
---@field status "DID_NOT_SUBSCRIBE"|"SUBSCRIBED"|"UNSUBSCRIBED"
---@field id string

---@class (exact) segment.replace_messaging_subscriptions.Result.failures
---@field key string
---@field type "ANDROID_PUSH"|"EMAIL"|"IOS_PUSH"|"SMS"|"WHATSAPP"
---Only those with this status.
---@field status? "DID_NOT_SUBSCRIBE"|"SUBSCRIBED"|"UNSUBSCRIBED"
---@field errors? segment.replace_messaging_subscriptions.Result.failures.errors[]
---@field groups? segment.replace_messaging_subscriptions.Result.failures.groups[]

---@class (exact) segment.replace_messaging_subscriptions.Result.pagination
---@field current string
---@field next? string|nil
---@field previous? string|nil
---@field total_entries? number

---@class (exact) segment.replace_messaging_subscriptions.Result : segment.Failure
---@field successes segment.replace_messaging_subscriptions.Result.successes[]
---@field failures segment.replace_messaging_subscriptions.Result.failures[]
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.replace_messaging_subscriptions.Result.pagination

---@class (exact) segment.get_space.Parameters
---Id of the space.
---@field spaceId string

---@class (exact) segment.get_space.Result.space
---@field id string
---A name for people.
---@field name string
---@field slug string

---@class (exact) segment.get_space.Result : segment.Failure
---@field space segment.get_space.Result.space|nil

---@class (exact) segment.list_spaces.Parameters.pagination
---The next of the page before.
---@field cursor? string
---Entries a page, at most 1000.
---@field count integer

---@class (exact) segment.list_spaces.Parameters
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.list_spaces.Parameters.pagination
---Whether the list is read to its end. Default: unless pagination asks for a page.
---@field all? boolean

---@class (exact) segment.list_spaces.Result.spaces
---@field id string
---A name for people.
---@field name string
---@field slug string

---@class (exact) segment.list_spaces.Result.pagination
---@field current string
---@field next? string|nil
---@field previous? string|nil
---@field total_entries? number

---@class (exact) segment.list_spaces.Result : segment.Failure
---@field spaces segment.list_spaces.Result.spaces[]
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination segment.list_spaces.Result.pagination

---@class (exact) segment.echo.Parameters
---What is sent back.
---@field message string
---How long to wait before the answer, in milliseconds.
---@field delay? number
---Whether to fail.
---@field triggerError? boolean
---Whether to fail with several errors.
---@field triggerMultipleErrors? boolean
---Whether to fail with a server error.
---@field triggerUnexpectedError? boolean
---The HTTP status to answer with.
---@field statusCode? number

---@class (exact) segment.echo.Result : segment.Failure
---@field method "get"|"post"
---@field message string
---@field headers table<string, any>

---@class (exact) segment.remove_rules_from_tracking_plan.Parameters.rules
---The type of call.
---@field type "COMMON"|"GROUP"|"IDENTIFY"|"PAGE"|"SCREEN"|"TRACK"
---Name of the event.
---@field key? string
---Version of the rule.
---@field version number

---@class (exact) segment.remove_rules_from_tracking_plan.Parameters
---Id of the tracking plan.
---@field trackingPlanId string
---The rules, by type, key and version.
---@field rules segment.remove_rules_from_tracking_plan.Parameters.rules[]

---@class (exact) segment.remove_rules_from_tracking_plan.Result : segment.Failure
---Only those with this status.
---@field status "SUCCESS"

---@class (exact) segment.list_rules_from_tracking_plan.Parameters.pagination
---The next of the page before.
---@field cursor? string
---Entries a page, at most 1000.
---@field count integer

---@class (exact) segment.list_rules_from_tracking_plan.Parameters
---Id of the tracking plan.
---@field trackingPlanId string
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.list_rules_from_tracking_plan.Parameters.pagination
---Whether the list is read to its end. Default: unless pagination asks for a page.
---@field all? boolean

---@class (exact) segment.list_rules_from_tracking_plan.Result.rules
---@field type "COMMON"|"GROUP"|"IDENTIFY"|"PAGE"|"SCREEN"|"TRACK"
---@field key? string
---@field json_schema any|nil
---@field version number
---@field created_at? string
---@field updated_at? string
---@field deprecated_at? string

---@class (exact) segment.list_rules_from_tracking_plan.Result.pagination
---@field current string
---@field next? string|nil
---@field previous? string|nil
---@field total_entries? number

---@class (exact) segment.list_rules_from_tracking_plan.Result : segment.Failure
---@field rules segment.list_rules_from_tracking_plan.Result.rules[]
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination segment.list_rules_from_tracking_plan.Result.pagination

---@class (exact) segment.update_rules_in_tracking_plan.Parameters.rules
---The name that the event gets.
---@field newKey? string
---The type of call.
---@field type "COMMON"|"GROUP"|"IDENTIFY"|"PAGE"|"SCREEN"|"TRACK"
---Name of the event.
---@field key? string
---What the call must look like.
---@field jsonSchema any|nil
---Version of the rule.
---@field version number

---@class (exact) segment.update_rules_in_tracking_plan.Parameters
---Id of the tracking plan.
---@field trackingPlanId string
---The rules to add or change, at most 200; newKey renames one.
---@field rules segment.update_rules_in_tracking_plan.Parameters.rules[]

---@class (exact) segment.update_rules_in_tracking_plan.Result : segment.Failure
---Only those with this status.
---@field status "SUCCESS"

---@class (exact) segment.replace_rules_in_tracking_plan.Parameters.rules
---The type of call.
---@field type "COMMON"|"GROUP"|"IDENTIFY"|"PAGE"|"SCREEN"|"TRACK"
---Name of the event.
---@field key? string
---What the call must look like.
---@field jsonSchema any|nil
---Version of the rule.
---@field version number

---@class (exact) segment.replace_rules_in_tracking_plan.Parameters
---Id of the tracking plan.
---@field trackingPlanId string
---The rules, at most 200.
---@field rules segment.replace_rules_in_tracking_plan.Parameters.rules[]

---@class (exact) segment.replace_rules_in_tracking_plan.Result : segment.Failure
---Only those with this status.
---@field status "SUCCESS"

---@class (exact) segment.remove_source_from_tracking_plan.Parameters
---Id of the tracking plan.
---@field trackingPlanId string
---Id of the source to free.
---@field sourceId string

---@class (exact) segment.remove_source_from_tracking_plan.Result : segment.Failure
---Only those with this status.
---@field status "SUCCESS"

---@class (exact) segment.list_sources_from_tracking_plan.Parameters.pagination
---The next of the page before.
---@field cursor? string
---Entries a page, at most 1000.
---@field count integer

---@class (exact) segment.list_sources_from_tracking_plan.Parameters
---Id of the tracking plan.
---@field trackingPlanId string
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.list_sources_from_tracking_plan.Parameters.pagination
---Whether the list is read to its end. Default: unless pagination asks for a page.
---@field all? boolean

---@class (exact) segment.list_sources_from_tracking_plan.Result.sources.metadata.logos
---@field default string
---@field mark? string|nil
---@field alt? string|nil

---@class (exact) segment.list_sources_from_tracking_plan.Result.sources.metadata.options
---A name for people.
---@field name string
---@field type string
---@field required boolean
---What it is for, for people.
---@field description? string
---@field default_value? any|nil
---@field label? string

---@class (exact) segment.list_sources_from_tracking_plan.Result.sources.metadata
---@field id string
---A name for people.
---@field name string
---@field slug string
---What it is for, for people.
---@field description string
---@field logos segment.list_sources_from_tracking_plan.Result.sources.metadata.logos
---@field options segment.list_sources_from_tracking_plan.Result.sources.metadata.options[]
---@field categories string[]
---@field is_cloud_event_source boolean
---Only those with this status.
---@field status "DEPRECATED"|"PRIVATE_BETA"|"PRIVATE_BUILDING"|"PRIVATE_SUBMITTED"|"PUBLIC"|"PUBLIC_BETA"|"UNAVAILABLE"
---@field partner_owned? boolean

---@class (exact) segment.list_sources_from_tracking_plan.Result.sources.labels
---What it tells, such as environment.
---@field key string
---What it says, such as production.
---@field value string
---What it is for, for people.
---@field description? string

---@class (exact) segment.list_sources_from_tracking_plan.Result.sources
---@field id string
---@field slug string
---A name for people.
---@field name? string
---@field metadata segment.list_sources_from_tracking_plan.Result.sources.metadata
---@field workspace_id string
---Whether it is on.
---@field enabled boolean
---@field write_keys string[]
---Settings, by their names in the catalog.
---@field settings? table<string, any>
---The labels, by key and value.
---@field labels segment.list_sources_from_tracking_plan.Result.sources.labels[]

---@class (exact) segment.list_sources_from_tracking_plan.Result.pagination
---@field current string
---@field next? string|nil
---@field previous? string|nil
---@field total_entries? number

---@class (exact) segment.list_sources_from_tracking_plan.Result : segment.Failure
---@field sources segment.list_sources_from_tracking_plan.Result.sources[]
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination segment.list_sources_from_tracking_plan.Result.pagination

---@class (exact) segment.add_source_to_tracking_plan.Parameters
---Id of the tracking plan.
---@field trackingPlanId string
---Id of the source to hold to it.
---@field sourceId string

---@class (exact) segment.add_source_to_tracking_plan.Result : segment.Failure
---Only those with this status.
---@field status "SUCCESS"

---@class (exact) segment.delete_tracking_plan.Parameters
---Id of the tracking plan.
---@field trackingPlanId string

---@class (exact) segment.delete_tracking_plan.Result : segment.Failure
---Only those with this status.
---@field status "SUCCESS"

---@class (exact) segment.get_tracking_plan.Parameters
---Id of the tracking plan.
---@field trackingPlanId string

---@class (exact) segment.get_tracking_plan.Result.tracking_plan
---@field id string
---A name for people.
---@field name? string
---@field slug? string
---What it is for, for people.
---@field description? string
---@field type "ENGAGE"|"LIVE"|"PROPERTY_LIBRARY"|"RULE_LIBRARY"|"TEMPLATE"
---@field updated_at? string
---@field created_at? string

---@class (exact) segment.get_tracking_plan.Result : segment.Failure
---@field tracking_plan segment.get_tracking_plan.Result.tracking_plan

---@class (exact) segment.update_tracking_plan.Parameters
---Id of the tracking plan.
---@field trackingPlanId string
---A name for people.
---@field name? string
---What it is for, for people.
---@field description? string

---@class (exact) segment.update_tracking_plan.Result : segment.Failure
---Only those with this status.
---@field status "SUCCESS"

---@class (exact) segment.list_tracking_plans.Parameters.pagination
---The next of the page before.
---@field cursor? string
---Entries a page, at most 1000.
---@field count integer

---@class (exact) segment.list_tracking_plans.Parameters
---Only plans of this type. LIVE is the type that sources are held to.
---@field type? "ENGAGE"|"LIVE"|"PROPERTY_LIBRARY"|"RULE_LIBRARY"|"TEMPLATE"
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.list_tracking_plans.Parameters.pagination
---Whether the list is read to its end. Default: unless pagination asks for a page.
---@field all? boolean

---@class (exact) segment.list_tracking_plans.Result.tracking_plans
---@field id string
---A name for people.
---@field name? string
---@field slug? string
---What it is for, for people.
---@field description? string
---@field type "ENGAGE"|"LIVE"|"PROPERTY_LIBRARY"|"RULE_LIBRARY"|"TEMPLATE"
---@field updated_at? string
---@field created_at? string

---@class (exact) segment.list_tracking_plans.Result.pagination
---@field current string
---@field next? string|nil
---@field previous? string|nil
---@field total_entries? number

---@class (exact) segment.list_tracking_plans.Result : segment.Failure
---@field tracking_plans segment.list_tracking_plans.Result.tracking_plans[]
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination segment.list_tracking_plans.Result.pagination

---@class (exact) segment.create_tracking_plan.Parameters
---A name for people.
---@field name string
---What it is for, for people.
---@field description? string
---The type of plan. LIVE is the type that sources are held to.
---@field type "ENGAGE"|"LIVE"|"PROPERTY_LIBRARY"|"RULE_LIBRARY"|"TEMPLATE"

---@class (exact) segment.create_tracking_plan.Result.tracking_plan
---@field id string
---A name for people.
---@field name? string
---@field slug? string
---What it is for, for people.
---@field description? string
---@field type "ENGAGE"|"LIVE"|"PROPERTY_LIBRARY"|"RULE_LIBRARY"|"TEMPLATE"
---@field updated_at? string
---@field created_at? string

---@class (exact) segment.create_tracking_plan.Result : segment.Failure
---@field tracking_plan segment.create_tracking_plan.Result.tracking_plan

---@class (exact) segment.delete_transformation.Parameters
---Id of the transformation.
---@field transformationId string

---@class (exact) segment.delete_transformation.Result : segment.Failure
---Only those with this status.
---@field status "SUCCESS"

---@class (exact) segment.get_transformation.Parameters
---Id of the transformation.
---@field transformationId string

---@class (exact) segment.get_transformation.Result.transformation.property_renames
---The name it has.
---@field old_name string
---The name it gets.
---@field new_name string

---@class (exact) segment.get_transformation.Result.transformation.property_value_transformations
---The properties.
---@field property_paths string[]
---The value they get.
---@field property_value string

---@class (exact) segment.get_transformation.Result.transformation.fql_defined_properties
---The expression.
---@field fql string
---The property that gets its value.
---@field property_name string

---@class (exact) segment.get_transformation.Result.transformation.hash_properties_configuration
---The hash, such as sha256.
---@field algorithm string
---A secret key, for an HMAC.
---@field key? string
---How the hash is written.
---@field encoding? "BASE16"|"BASE64"|"BASE64URL"|"HEX"
---The properties.
---@field paths string[]

---@class (exact) segment.get_transformation.Result.transformation
---@field id string
---A name for people.
---@field name string
---Id of the source.
---@field source_id string
---The kind of destination, by its id in the catalog.
---@field destination_metadata_id? string
---Whether it is on.
---@field enabled boolean
---Which events it is for, as a condition in FQL: type = "track".
---@field ["if"] string
---Whether the events it is for are dropped.
---@field drop? boolean
---The name that the events get.
---@field new_event_name? string
---Properties to rename.
---@field property_renames? segment.get_transformation.Result.transformation.property_renames[]
---Properties to set to a value.
---@field property_value_transformations? segment.get_transformation.Result.transformation.property_value_transformations[]
---Properties whose values are computed by FQL.
---@field fql_defined_properties? segment.get_transformation.Result.transformation.fql_defined_properties[]
---Properties to keep; all others are removed.
---@field allow_properties? string[]
---Properties whose values are replaced by a hash.
---@field hash_properties_configuration? segment.get_transformation.Result.transformation.hash_properties_configuration

---@class (exact) segment.get_transformation.Result : segment.Failure
---@field transformation segment.get_transformation.Result.transformation

---@class (exact) segment.update_transformation.Parameters.propertyRenames
---The name it has.
---@field oldName string
---The name it gets.
---@field newName string

---@class (exact) segment.update_transformation.Parameters.propertyValueTransformations
---The properties.
---@field propertyPaths string[]
---The value they get.
---@field propertyValue string

---@class (exact) segment.update_transformation.Parameters.fqlDefinedProperties
---The expression.
---@field fql string
---The property that gets its value.
---@field propertyName string

---@class (exact) segment.update_transformation.Parameters.hashPropertiesConfiguration
---The hash, such as sha256.
---@field algorithm string
---A secret key, for an HMAC.
---@field key? string
---How the hash is written.
---@field encoding? "BASE16"|"BASE64"|"BASE64URL"|"HEX"
---The properties.
---@field paths string[]

---@class (exact) segment.update_transformation.Parameters
---Id of the transformation.
---@field transformationId string
---A name for people.
---@field name? string
---Id of the source whose events it takes.
---@field sourceId? string
---Only on the way to this kind of destination.
---@field destinationMetadataId? string
---Whether it is applied; false pauses it.
---@field enabled? boolean
---Which events it is for, as a condition in FQL: type = "track".
---@field ["if"]? string
---Whether the events it is for are dropped.
---@field drop? boolean
---The name that the events get.
---@field newEventName? string
---Properties to rename.
---@field propertyRenames? segment.update_transformation.Parameters.propertyRenames[]
---Properties to set to a value.
---@field propertyValueTransformations? segment.update_transformation.Parameters.propertyValueTransformations[]
---Properties whose values are computed by FQL.
---@field fqlDefinedProperties? segment.update_transformation.Parameters.fqlDefinedProperties[]
---Properties to keep; all others are removed.
---@field allowProperties? string[]
---Properties whose values are replaced by a hash.
---@field hashPropertiesConfiguration? segment.update_transformation.Parameters.hashPropertiesConfiguration

---@class (exact) segment.update_transformation.Result.transformation.property_renames
---The name it has.
---@field old_name string
---The name it gets.
---@field new_name string

---@class (exact) segment.update_transformation.Result.transformation.property_value_transformations
---The properties.
---@field property_paths string[]
---The value they get.
---@field property_value string

---@class (exact) segment.update_transformation.Result.transformation.fql_defined_properties
---The expression.
---@field fql string
---The property that gets its value.
---@field property_name string

---@class (exact) segment.update_transformation.Result.transformation.hash_properties_configuration
---The hash, such as sha256.
---@field algorithm string
---A secret key, for an HMAC.
---@field key? string
---How the hash is written.
---@field encoding? "BASE16"|"BASE64"|"BASE64URL"|"HEX"
---The properties.
---@field paths string[]

---@class (exact) segment.update_transformation.Result.transformation
---@field id string
---A name for people.
---@field name string
---Id of the source.
---@field source_id string
---The kind of destination, by its id in the catalog.
---@field destination_metadata_id? string
---Whether it is on.
---@field enabled boolean
---Which events it is for, as a condition in FQL: type = "track".
---@field ["if"] string
---Whether the events it is for are dropped.
---@field drop? boolean
---The name that the events get.
---@field new_event_name? string
---Properties to rename.
---@field property_renames? segment.update_transformation.Result.transformation.property_renames[]
---Properties to set to a value.
---@field property_value_transformations? segment.update_transformation.Result.transformation.property_value_transformations[]
---Properties whose values are computed by FQL.
---@field fql_defined_properties? segment.update_transformation.Result.transformation.fql_defined_properties[]
---Properties to keep; all others are removed.
---@field allow_properties? string[]
---Properties whose values are replaced by a hash.
---@field hash_properties_configuration? segment.update_transformation.Result.transformation.hash_properties_configuration

---@class (exact) segment.update_transformation.Result : segment.Failure
---@field transformation segment.update_transformation.Result.transformation

---@class (exact) segment.list_transformations.Parameters.pagination
---The next of the page before.
---@field cursor? string
---Entries a page, at most 1000.
---@field count integer

---@class (exact) segment.list_transformations.Parameters
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.list_transformations.Parameters.pagination
---Whether the list is read to its end. Default: unless pagination asks for a page.
---@field all? boolean

---@class (exact) segment.list_transformations.Result.transformations.property_renames
---The name it has.
---@field old_name string
---The name it gets.
---@field new_name string

---@class (exact) segment.list_transformations.Result.transformations.property_value_transformations
---The properties.
---@field property_paths string[]
---The value they get.
---@field property_value string

---@class (exact) segment.list_transformations.Result.transformations.fql_defined_properties
---The expression.
---@field fql string
---The property that gets its value.
---@field property_name string

---@class (exact) segment.list_transformations.Result.transformations.hash_properties_configuration
---The hash, such as sha256.
---@field algorithm string
---A secret key, for an HMAC.
---@field key? string
---How the hash is written.
---@field encoding? "BASE16"|"BASE64"|"BASE64URL"|"HEX"
---The properties.
---@field paths string[]

---@class (exact) segment.list_transformations.Result.transformations
---@field id string
---A name for people.
---@field name string
---Id of the source.
---@field source_id string
---The kind of destination, by its id in the catalog.
---@field destination_metadata_id? string
---Whether it is on.
---@field enabled boolean
---Which events it is for, as a condition in FQL: type = "track".
---@field ["if"] string
---Whether the events it is for are dropped.
---@field drop? boolean
---The name that the events get.
---@field new_event_name? string
---Properties to rename.
---@field property_renames? segment.list_transformations.Result.transformations.property_renames[]
---Properties to set to a value.
---@field property_value_transformations? segment.list_transformations.Result.transformations.property_value_transformations[]
---Properties whose values are computed by FQL.
---@field fql_defined_properties? segment.list_transformations.Result.transformations.fql_defined_properties[]
---Properties to keep; all others are removed.
---@field allow_properties? string[]
---Properties whose values are replaced by a hash.
---@field hash_properties_configuration? segment.list_transformations.Result.transformations.hash_properties_configuration

---@class (exact) segment.list_transformations.Result.pagination
---@field current string
---@field next? string|nil
---@field previous? string|nil
---@field total_entries? number

---@class (exact) segment.list_transformations.Result : segment.Failure
---@field transformations segment.list_transformations.Result.transformations[]
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination segment.list_transformations.Result.pagination

---@class (exact) segment.create_transformation.Parameters.propertyRenames
---The name it has.
---@field oldName string
---The name it gets.
---@field newName string

---@class (exact) segment.create_transformation.Parameters.propertyValueTransformations
---The properties.
---@field propertyPaths string[]
---The value they get.
---@field propertyValue string

---@class (exact) segment.create_transformation.Parameters.fqlDefinedProperties
---The expression.
---@field fql string
---The property that gets its value.
---@field propertyName string

---@class (exact) segment.create_transformation.Parameters.hashPropertiesConfiguration
---The hash, such as sha256.
---@field algorithm string
---A secret key, for an HMAC.
---@field key? string
---How the hash is written.
---@field encoding? "BASE16"|"BASE64"|"BASE64URL"|"HEX"
---The properties.
---@field paths string[]

---@class (exact) segment.create_transformation.Parameters
---A name for people.
---@field name string
---Id of the source whose events it takes.
---@field sourceId string
---Only on the way to this kind of destination.
---@field destinationMetadataId? string
---Whether it is on.
---@field enabled boolean
---Which events it is for, as a condition in FQL: type = "track".
---@field ["if"] string
---Whether the events it is for are dropped.
---@field drop? boolean
---The name that the events get.
---@field newEventName? string
---Properties to rename.
---@field propertyRenames? segment.create_transformation.Parameters.propertyRenames[]
---Properties to set to a value.
---@field propertyValueTransformations? segment.create_transformation.Parameters.propertyValueTransformations[]
---Properties whose values are computed by FQL.
---@field fqlDefinedProperties? segment.create_transformation.Parameters.fqlDefinedProperties[]
---Properties to keep; all others are removed.
---@field allowProperties? string[]
---Properties whose values are replaced by a hash.
---@field hashPropertiesConfiguration? segment.create_transformation.Parameters.hashPropertiesConfiguration

---@class (exact) segment.create_transformation.Result.transformation.property_renames
---The name it has.
---@field old_name string
---The name it gets.
---@field new_name string

---@class (exact) segment.create_transformation.Result.transformation.property_value_transformations
---The properties.
---@field property_paths string[]
---The value they get.
---@field property_value string

---@class (exact) segment.create_transformation.Result.transformation.fql_defined_properties
---The expression.
---@field fql string
---The property that gets its value.
---@field property_name string

---@class (exact) segment.create_transformation.Result.transformation.hash_properties_configuration
---The hash, such as sha256.
---@field algorithm string
---A secret key, for an HMAC.
---@field key? string
---How the hash is written.
---@field encoding? "BASE16"|"BASE64"|"BASE64URL"|"HEX"
---The properties.
---@field paths string[]

---@class (exact) segment.create_transformation.Result.transformation
---@field id string
---A name for people.
---@field name string
---Id of the source.
---@field source_id string
---The kind of destination, by its id in the catalog.
---@field destination_metadata_id? string
---Whether it is on.
---@field enabled boolean
---Which events it is for, as a condition in FQL: type = "track".
---@field ["if"] string
---Whether the events it is for are dropped.
---@field drop? boolean
---The name that the events get.
---@field new_event_name? string
---Properties to rename.
---@field property_renames? segment.create_transformation.Result.transformation.property_renames[]
---Properties to set to a value.
---@field property_value_transformations? segment.create_transformation.Result.transformation.property_value_transformations[]
---Properties whose values are computed by FQL.
---@field fql_defined_properties? segment.create_transformation.Result.transformation.fql_defined_properties[]
---Properties to keep; all others are removed.
---@field allow_properties? string[]
---Properties whose values are replaced by a hash.
---@field hash_properties_configuration? segment.create_transformation.Result.transformation.hash_properties_configuration

---@class (exact) segment.create_transformation.Result : segment.Failure
---@field transformation segment.create_transformation.Result.transformation

---@class (exact) segment.create_validation_in_warehouse.Parameters
---The kind of warehouse, by its id in the catalog.
---@field metadataId string
---Settings, by their names in the catalog.
---@field settings table<string, any>

---@class (exact) segment.create_validation_in_warehouse.Result : segment.Failure
---Only those with this status.
---@field status "CONNECTED"|"FAILED"

---@class (exact) segment.remove_source_connection_from_warehouse.Parameters
---Id of the warehouse.
---@field warehouseId string
---Id of the source.
---@field sourceId string

---@class (exact) segment.remove_source_connection_from_warehouse.Result : segment.Failure
---Only those with this status.
---@field status "SUCCESS"

---@class (exact) segment.add_connection_from_source_to_warehouse.Parameters
---Id of the warehouse.
---@field warehouseId string
---Id of the source.
---@field sourceId string

---@class (exact) segment.add_connection_from_source_to_warehouse.Result : segment.Failure
---Only those with this status.
---@field status "CONNECTED"|"NOT_CONNECTED"

---@class (exact) segment.list_connected_sources_from_warehouse.Parameters.pagination
---The next of the page before.
---@field cursor? string
---Entries a page, at most 1000.
---@field count integer

---@class (exact) segment.list_connected_sources_from_warehouse.Parameters
---Id of the warehouse.
---@field warehouseId string
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.list_connected_sources_from_warehouse.Parameters.pagination
---Whether the list is read to its end. Default: unless pagination asks for a page.
---@field all? boolean

---@class (exact) segment.list_connected_sources_from_warehouse.Result.sources.metadata.logos
---@field default string
---@field mark? string|nil
---@field alt? string|nil

---@class (exact) segment.list_connected_sources_from_warehouse.Result.sources.metadata.options
---A name for people.
---@field name string
---@field type string
---@field required boolean
---What it is for, for people.
---@field description? string
---@field default_value? any|nil
---@field label? string

---@class (exact) segment.list_connected_sources_from_warehouse.Result.sources.metadata
---@field id string
---A name for people.
---@field name string
---@field slug string
---What it is for, for people.
---@field description string
---@field logos segment.list_connected_sources_from_warehouse.Result.sources.metadata.logos
---@field options segment.list_connected_sources_from_warehouse.Result.sources.metadata.options[]
---@field categories string[]
---@field is_cloud_event_source boolean
---Only those with this status.
---@field status "DEPRECATED"|"PRIVATE_BETA"|"PRIVATE_BUILDING"|"PRIVATE_SUBMITTED"|"PUBLIC"|"PUBLIC_BETA"|"UNAVAILABLE"
---@field partner_owned? boolean

---@class (exact) segment.list_connected_sources_from_warehouse.Result.sources.labels
---What it tells, such as environment.
---@field key string
---What it says, such as production.
---@field value string
---What it is for, for people.
---@field description? string

---@class (exact) segment.list_connected_sources_from_warehouse.Result.sources
---@field id string
---@field slug string
---A name for people.
---@field name? string
---@field metadata segment.list_connected_sources_from_warehouse.Result.sources.metadata
---@field workspace_id string
---Whether it is on.
---@field enabled boolean
---@field write_keys string[]
---Settings, by their names in the catalog.
---@field settings? table<string, any>
---The labels, by key and value.
---@field labels segment.list_connected_sources_from_warehouse.Result.sources.labels[]

---@class (exact) segment.list_connected_sources_from_warehouse.Result.pagination
---@field current string
---@field next? string|nil
---@field previous? string|nil
---@field total_entries? number

---@class (exact) segment.list_connected_sources_from_warehouse.Result : segment.Failure
---@field sources segment.list_connected_sources_from_warehouse.Result.sources[]
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination segment.list_connected_sources_from_warehouse.Result.pagination

---@class (exact) segment.get_connection_state_from_warehouse.Parameters
---Id of the warehouse.
---@field warehouseId string

---@class (exact) segment.get_connection_state_from_warehouse.Result : segment.Failure
---@field connection_state "CONNECTED"|"FAILED"

---@class (exact) segment.delete_warehouse.Parameters
---Id of the warehouse.
---@field warehouseId string

---@class (exact) segment.delete_warehouse.Result : segment.Failure
---Only those with this status.
---@field status "SUCCESS"

---@class (exact) segment.get_warehouse.Parameters
---Id of the warehouse.
---@field warehouseId string

---@class (exact) segment.get_warehouse.Result.warehouse.metadata.logos
---@field default string
---@field mark? string|nil
---@field alt? string|nil

---@class (exact) segment.get_warehouse.Result.warehouse.metadata.options
---A name for people.
---@field name string
---@field type string
---@field required boolean
---What it is for, for people.
---@field description? string
---@field default_value? any|nil
---@field label? string

---@class (exact) segment.get_warehouse.Result.warehouse.metadata
---@field id string
---A name for people.
---@field name string
---@field slug string
---What it is for, for people.
---@field description string
---@field logos segment.get_warehouse.Result.warehouse.metadata.logos
---@field options segment.get_warehouse.Result.warehouse.metadata.options[]

---@class (exact) segment.get_warehouse.Result.warehouse
---@field id string
---@field metadata segment.get_warehouse.Result.warehouse.metadata
---@field workspace_id string
---Whether it is on.
---@field enabled boolean
---Settings, by their names in the catalog.
---@field settings table<string, any>

---@class (exact) segment.get_warehouse.Result : segment.Failure
---@field warehouse segment.get_warehouse.Result.warehouse

---@class (exact) segment.update_warehouse.Parameters
---Id of the warehouse.
---@field warehouseId string
---A name for people.
---@field name? string|nil
---Whether it is loaded; false pauses it.
---@field enabled? boolean
---Settings, by their names in the catalog.
---@field settings table<string, any>

---@class (exact) segment.update_warehouse.Result.warehouse.metadata.logos
---@field default string
---@field mark? string|nil
---@field alt? string|nil

---@class (exact) segment.update_warehouse.Result.warehouse.metadata.options
---A name for people.
---@field name string
---@field type string
---@field required boolean
---What it is for, for people.
---@field description? string
---@field default_value? any|nil
---@field label? string

---@class (exact) segment.update_warehouse.Result.warehouse.metadata
---@field id string
---A name for people.
---@field name string
---@field slug string
---What it is for, for people.
---@field description string
---@field logos segment.update_warehouse.Result.warehouse.metadata.logos
---@field options segment.update_warehouse.Result.warehouse.metadata.options[]

---@class (exact) segment.update_warehouse.Result.warehouse
---@field id string
---@field metadata segment.update_warehouse.Result.warehouse.metadata
---@field workspace_id string
---Whether it is on.
---@field enabled boolean
---Settings, by their names in the catalog.
---@field settings table<string, any>

---@class (exact) segment.update_warehouse.Result : segment.Failure
---@field warehouse segment.update_warehouse.Result.warehouse

---@class (exact) segment.list_warehouses.Parameters.pagination
---The next of the page before.
---@field cursor? string
---Entries a page, at most 1000.
---@field count integer

---@class (exact) segment.list_warehouses.Parameters
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination? segment.list_warehouses.Parameters.pagination
---Whether the list is read to its end. Default: unless pagination asks for a page.
---@field all? boolean

---@class (exact) segment.list_warehouses.Result.warehouses.metadata.logos
---@field default string
---@field mark? string|nil
---@field alt? string|nil

---@class (exact) segment.list_warehouses.Result.warehouses.metadata.options
---A name for people.
---@field name string
---@field type string
---@field required boolean
---What it is for, for people.
---@field description? string
---@field default_value? any|nil
---@field label? string

---@class (exact) segment.list_warehouses.Result.warehouses.metadata
---@field id string
---A name for people.
---@field name string
---@field slug string
---What it is for, for people.
---@field description string
---@field logos segment.list_warehouses.Result.warehouses.metadata.logos
---@field options segment.list_warehouses.Result.warehouses.metadata.options[]

---@class (exact) segment.list_warehouses.Result.warehouses
---@field id string
---@field metadata segment.list_warehouses.Result.warehouses.metadata
---@field workspace_id string
---Whether it is on.
---@field enabled boolean
---Settings, by their names in the catalog.
---@field settings table<string, any>

---@class (exact) segment.list_warehouses.Result.pagination
---@field current string
---@field next? string|nil
---@field previous? string|nil
---@field total_entries? number

---@class (exact) segment.list_warehouses.Result : segment.Failure
---@field warehouses segment.list_warehouses.Result.warehouses[]
---Which page: count, how many entries, and cursor, the next of the page before.
---@field pagination segment.list_warehouses.Result.pagination

---@class (exact) segment.create_warehouse.Parameters
---The kind of warehouse, by its id in the catalog.
---@field metadataId string
---A name for people.
---@field name? string
---Whether it is on.
---@field enabled? boolean
---Settings, by their names in the catalog.
---@field settings table<string, any>
---Whether it stays unconnected; else every source is loaded into it.
---@field disconnectAllSources? boolean

---@class (exact) segment.create_warehouse.Result.warehouse.metadata.logos
---@field default string
---@field mark? string|nil
---@field alt? string|nil

---@class (exact) segment.create_warehouse.Result.warehouse.metadata.options
---A name for people.
---@field name string
---@field type string
---@field required boolean
---What it is for, for people.
---@field description? string
---@field default_value? any|nil
---@field label? string

---@class (exact) segment.create_warehouse.Result.warehouse.metadata
---@field id string
---A name for people.
---@field name string
---@field slug string
---What it is for, for people.
---@field description string
---@field logos segment.create_warehouse.Result.warehouse.metadata.logos
---@field options segment.create_warehouse.Result.warehouse.metadata.options[]

---@class (exact) segment.create_warehouse.Result.warehouse
---@field id string
---@field metadata segment.create_warehouse.Result.warehouse.metadata
---@field workspace_id string
---Whether it is on.
---@field enabled boolean
---Settings, by their names in the catalog.
---@field settings table<string, any>

---@class (exact) segment.create_warehouse.Result : segment.Failure
---@field warehouse segment.create_warehouse.Result.warehouse

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
---@param parameters? segment.get_current_user.Parameters
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
---@param parameters? segment.verify_token.Parameters
---@return segment.verify_token.Result result
function app_integrations_segment_functions.verify_token(parameters) end

---Count the API calls of the workspace, day by day for one month.
---
---```lua
----- Count the API calls of the workspace, day by day for one month
---local result = app.integrations.segment.get_daily_workspace_api_calls_usage({
---  period = "2026-01-01"
---})
---
---for _, entry in ipairs(result.daily_workspace_api_calls_usage or {}) do
---  print(entry.api_calls)
---end
---```
---@param parameters segment.get_daily_workspace_api_calls_usage.Parameters
---@return segment.get_daily_workspace_api_calls_usage.Result result
function app_integrations_segment_functions.get_daily_workspace_api_calls_usage(parameters) end

---Count the API calls of each source, day by day for one month.
---
---```lua
----- Count the API calls of each source, day by day for one month
---local result = app.integrations.segment.get_daily_per_source_api_calls_usage({
---  period = "2026-01-01"
---})
---
---for _, entry in ipairs(result.daily_per_source_api_calls_usage or {}) do
---  print(entry.source_id)
---end
---```
---@param parameters segment.get_daily_per_source_api_calls_usage.Parameters
---@return segment.get_daily_per_source_api_calls_usage.Result result
function app_integrations_segment_functions.get_daily_per_source_api_calls_usage(parameters) end

---Tell which kinds of destinations an audience of a given type can be sent to.
---
---```lua
----- Tell which kinds of destinations an audience of a given type can be sent to
---local result = app.integrations.segment.list_supported_destinations({
---  spaceId = "space1",
---  audienceType = "USERS"
---})
---print(result.destinations)
---```
---@param parameters segment.list_supported_destinations.Parameters
---@return segment.list_supported_destinations.Result result
function app_integrations_segment_functions.list_supported_destinations(parameters) end

---Stop sending an audience by one activation and remove the activation.
---
---```lua
----- Stop sending an audience by one activation and remove the activation
---local result = app.integrations.segment.remove_activation_from_audience({
---  spaceId = "space1",
---  audienceId = "aud1",
---  id = "activation1"
---})
---print(result.status)
---```
---@param parameters segment.remove_activation_from_audience.Parameters
---@return segment.remove_activation_from_audience.Result result
function app_integrations_segment_functions.remove_activation_from_audience(parameters) end

---Return one activation of an audience: what is sent to a connected destination, and how.
---
---```lua
----- Return one activation of an audience
---local result = app.integrations.segment.get_activation_from_audience({
---  spaceId = "space1",
---  audienceId = "aud1",
---  id = "activation1"
---})
---print(result.activation.activation_name)
---```
---@param parameters segment.get_activation_from_audience.Parameters
---@return segment.get_activation_from_audience.Result result
function app_integrations_segment_functions.get_activation_from_audience(parameters) end

---Change or pause one activation of an audience.
---
---```lua
----- Change or pause one activation of an audience
---local result = app.integrations.segment.update_activation_for_audience({
---  spaceId = "space1",
---  audienceId = "aud1",
---  id = "activation1",
---  enabled = false
---})
---print(result.activation.activation_name)
---```
---@param parameters segment.update_activation_for_audience.Parameters
---@return segment.update_activation_for_audience.Result result
function app_integrations_segment_functions.update_activation_for_audience(parameters) end

---List the activations of an audience.
---
---```lua
----- List the activations of an audience
---local result = app.integrations.segment.list_activations_from_audience({
---  spaceId = "space1",
---  audienceId = "aud1"
---})
---
---for _, activation in ipairs(result.activations or {}) do
---  print(activation.activation_name)
---end
---```
---@param parameters segment.list_activations_from_audience.Parameters
---@return segment.list_activations_from_audience.Result result
function app_integrations_segment_functions.list_activations_from_audience(parameters) end

---Start sending an audience to a destination that it is connected to.
---
---```lua
----- Start sending an audience to a destination that it is connected to
---local result = app.integrations.segment.add_activation_to_audience({
---  spaceId = "space1",
---  audienceId = "aud1",
---  connectionId = "conn1",
---  performResync = false,
---  activationType = "AUDIENCE_MEMBERSHIP",
---  activationName = "Buyers to the webhook"
---})
---print(result.activation.activation_name)
---```
---@param parameters segment.add_activation_to_audience.Parameters
---@return segment.add_activation_to_audience.Result result
function app_integrations_segment_functions.add_activation_to_audience(parameters) end

---Disconnect a destination from an audience.
---
---```lua
----- Disconnect a destination from an audience
---local result = app.integrations.segment.remove_destination_from_audience({
---  spaceId = "space1",
---  audienceId = "aud1",
---  destinationId = "dest1"
---})
---print(result.status)
---```
---@param parameters segment.remove_destination_from_audience.Parameters
---@return segment.remove_destination_from_audience.Result result
function app_integrations_segment_functions.remove_destination_from_audience(parameters) end

---Change how people are matched, or other settings, where an audience meets a destination.
---
---```lua
----- Change how people are matched, or other settings, where an audience meets a destination
---local result = app.integrations.segment.update_destination_for_audience({
---  spaceId = "space1",
---  audienceId = "aud1",
---  destinationId = "dest1",
---  idSyncConfiguration = {
---    {
---      externalId = "email",
---      strategy = "FIRST"
---    }
---  }
---})
---
---for _, entry in ipairs(result.id_sync_configuration or {}) do
---  print(entry.external_id)
---end
---```
---@param parameters segment.update_destination_for_audience.Parameters
---@return segment.update_destination_for_audience.Result result
function app_integrations_segment_functions.update_destination_for_audience(parameters) end

---List the destinations that an audience is connected to.
---
---```lua
----- List the destinations that an audience is connected to
---local result = app.integrations.segment.list_destinations_from_audience({
---  spaceId = "space1",
---  audienceId = "aud1"
---})
---
---for _, connection in ipairs(result.connections or {}) do
---  print(connection.id)
---end
---```
---@param parameters segment.list_destinations_from_audience.Parameters
---@return segment.list_destinations_from_audience.Result result
function app_integrations_segment_functions.list_destinations_from_audience(parameters) end

---Connect an audience to a destination; an activation then starts sending.
---
---```lua
----- Connect an audience to a destination
---local result = app.integrations.segment.add_destination_to_audience({
---  spaceId = "space1",
---  audienceId = "aud1",
---  destination = {
---    id = "dest2",
---    type = "DESTINATION"
---  }
---})
---
---for _, entry in ipairs(result.id_sync_configuration or {}) do
---  print(entry.external_id)
---end
---```
---@param parameters segment.add_destination_to_audience.Parameters
---@return segment.add_destination_to_audience.Result result
function app_integrations_segment_functions.add_destination_to_audience(parameters) end

---Return a preview of an audience: its status and, when it has completed, its size and some members.
---
---```lua
----- Return a preview of an audience
---local result = app.integrations.segment.get_audience_preview({
---  spaceId = "space1",
---  id = "preview1"
---})
---print(result.audience_preview.status)
---```
---@param parameters segment.get_audience_preview.Parameters
---@return segment.get_audience_preview.Result result
function app_integrations_segment_functions.get_audience_preview(parameters) end

---Start computing who would be in an audience, without creating it. Ask for it with get_audience_preview.
---
---```lua
----- Start computing who would be in an audience, without creating it
---local result = app.integrations.segment.create_audience_preview({
---  spaceId = "space1",
---  definition = {
---    query = "event('Order Completed').count() >= 1"
---  },
---  audienceType = "USERS"
---})
---print(result.audience_preview.id)
---```
---@param parameters segment.create_audience_preview.Parameters
---@return segment.create_audience_preview.Result result
function app_integrations_segment_functions.create_audience_preview(parameters) end

---Compute an audience now instead of waiting for its schedule.
---
---```lua
----- Compute an audience now instead of waiting for its schedule
---local result = app.integrations.segment.force_execute_audience_run({
---  spaceId = "space1",
---  audienceId = "aud1"
---})
---print(result.run.id)
---```
---@param parameters segment.force_execute_audience_run.Parameters
---@return segment.force_execute_audience_run.Result result
function app_integrations_segment_functions.force_execute_audience_run(parameters) end

---List the audiences that are built on a given audience.
---
---```lua
----- List the audiences that are built on a given audience
---local result = app.integrations.segment.list_audience_consumers({
---  spaceId = "space1",
---  id = "aud1"
---})
---
---for _, audience in ipairs(result.audiences or {}) do
---  print(audience.name)
---end
---```
---@param parameters segment.list_audience_consumers.Parameters
---@return segment.list_audience_consumers.Result result
function app_integrations_segment_functions.list_audience_consumers(parameters) end

---Remove a schedule by which an audience is computed.
---
---```lua
----- Remove a schedule by which an audience is computed
---local result = app.integrations.segment.remove_audience_schedule_from_audience({
---  spaceId = "space1",
---  id = "aud1",
---  scheduleId = "schedule1"
---})
---print(result.status)
---```
---@param parameters segment.remove_audience_schedule_from_audience.Parameters
---@return segment.remove_audience_schedule_from_audience.Result result
function app_integrations_segment_functions.remove_audience_schedule_from_audience(parameters) end

---Return one schedule of an audience.
---
---```lua
----- Return one schedule of an audience
---local result = app.integrations.segment.get_audience_schedule({
---  spaceId = "space1",
---  id = "aud1",
---  scheduleId = "schedule1"
---})
---print(result.audience_schedule.id)
---```
---@param parameters segment.get_audience_schedule.Parameters
---@return segment.get_audience_schedule.Result result
function app_integrations_segment_functions.get_audience_schedule(parameters) end

---Change when an audience is computed.
---
---```lua
----- Change when an audience is computed
---local result = app.integrations.segment.update_audience_schedule_for_audience({
---  spaceId = "space1",
---  id = "aud1",
---  scheduleId = "schedule1",
---  strategy = "SPECIFIC_DAYS",
---  config = {
---    days = {
---      1,
---      3
---    },
---    hours = {
---      9
---    },
---    timezone = "UTC"
---  }
---})
---print(result.audience_schedule.id)
---```
---@param parameters segment.update_audience_schedule_for_audience.Parameters
---@return segment.update_audience_schedule_for_audience.Result result
function app_integrations_segment_functions.update_audience_schedule_for_audience(parameters) end

---List the schedules by which an audience is computed.
---
---```lua
----- List the schedules by which an audience is computed
---local result = app.integrations.segment.list_audience_schedules({
---  spaceId = "space1",
---  id = "aud1"
---})
---
---for _, schedule in ipairs(result.audience_schedules or {}) do
---  print(schedule.id)
---end
---```
---@param parameters segment.list_audience_schedules.Parameters
---@return segment.list_audience_schedules.Result result
function app_integrations_segment_functions.list_audience_schedules(parameters) end

---Add a schedule by which an audience is computed.
---
---```lua
----- Add a schedule by which an audience is computed
---local result = app.integrations.segment.add_audience_schedule_to_audience({
---  spaceId = "space1",
---  id = "aud1",
---  strategy = "PERIODIC",
---  config = {
---    interval = "12h"
---  }
---})
---print(result.audience_schedule.id)
---```
---@param parameters segment.add_audience_schedule_to_audience.Parameters
---@return segment.add_audience_schedule_to_audience.Result result
function app_integrations_segment_functions.add_audience_schedule_to_audience(parameters) end

---Delete an audience.
---
---```lua
----- Delete an audience
---local result = app.integrations.segment.remove_audience_from_space({
---  spaceId = "space1",
---  id = "aud1"
---})
---print(result.status)
---```
---@param parameters segment.remove_audience_from_space.Parameters
---@return segment.remove_audience_from_space.Result result
function app_integrations_segment_functions.remove_audience_from_space(parameters) end

---Return one audience: its definition, status and settings.
---
---```lua
----- Return one audience
---local result = app.integrations.segment.get_audience({
---  spaceId = "space1",
---  id = "aud1"
---})
---print(result.audience.name)
---```
---@param parameters segment.get_audience.Parameters
---@return segment.get_audience.Result result
function app_integrations_segment_functions.get_audience(parameters) end

---Change an audience: its name, definition, or whether it is computed (enabled).
---
---```lua
----- Change an audience
---local result = app.integrations.segment.update_audience_for_space({
---  spaceId = "space1",
---  id = "aud1",
---  enabled = false
---})
---print(result.audience.name)
---```
---@param parameters segment.update_audience_for_space.Parameters
---@return segment.update_audience_for_space.Result result
function app_integrations_segment_functions.update_audience_for_space(parameters) end

---List the audiences of a space, all or those that match a search.
---
---```lua
----- List the audiences of a space, all or those that match a search
---local result = app.integrations.segment.list_audiences({
---  spaceId = "space1"
---})
---
---for _, audience in ipairs(result.audiences or {}) do
---  print(audience.name)
---end
---```
---@param parameters segment.list_audiences.Parameters
---@return segment.list_audiences.Result result
function app_integrations_segment_functions.list_audiences(parameters) end

---Create an audience from a query.
---
---```lua
----- Create an audience from a query
---local result = app.integrations.segment.create_audience({
---  spaceId = "space1",
---  name = "Buyers of January",
---  definition = {
---    query = "event('Order Completed').count() >= 1"
---  },
---  audienceType = "USERS"
---})
---print(result.audience.name)
---```
---@param parameters segment.create_audience.Parameters
---@return segment.create_audience.Result result
function app_integrations_segment_functions.create_audience(parameters) end

---List who did what in the workspace, within a period or for one resource.
---
---```lua
----- List who did what in the workspace, within a period or for one resource
---local result = app.integrations.segment.list_audit_events({})
---
---for _, event in ipairs(result.events or {}) do
---  print(event.id)
---end
---```
---@param parameters? segment.list_audit_events.Parameters
---@return segment.list_audit_events.Result result
function app_integrations_segment_functions.list_audit_events(parameters) end

---Return one kind of destination of the catalog: its settings, actions and presets.
---
---```lua
----- Return one kind of destination of the catalog
---local result = app.integrations.segment.get_destination_metadata({
---  destinationMetadataId = "614a3c7d791c91c41bae7599"
---})
---print(result.destination_metadata.name)
---```
---@param parameters segment.get_destination_metadata.Parameters
---@return segment.get_destination_metadata.Result result
function app_integrations_segment_functions.get_destination_metadata(parameters) end

---List every kind of destination that can be connected.
---
---```lua
----- List every kind of destination that can be connected
---local result = app.integrations.segment.get_destinations_catalog({})
---
---for _, entry in ipairs(result.destinations_catalog or {}) do
---  print(entry.name)
---end
---```
---@param parameters? segment.get_destinations_catalog.Parameters
---@return segment.get_destinations_catalog.Result result
function app_integrations_segment_functions.get_destinations_catalog(parameters) end

---Return one kind of source of the catalog.
---
---```lua
----- Return one kind of source of the catalog
---local result = app.integrations.segment.get_source_metadata({
---  sourceMetadataId = "iUM16Md8P2"
---})
---print(result.source_metadata.name)
---```
---@param parameters segment.get_source_metadata.Parameters
---@return segment.get_source_metadata.Result result
function app_integrations_segment_functions.get_source_metadata(parameters) end

---List every kind of source that can be created.
---
---```lua
----- List every kind of source that can be created
---local result = app.integrations.segment.get_sources_catalog({})
---
---for _, entry in ipairs(result.sources_catalog or {}) do
---  print(entry.name)
---end
---```
---@param parameters? segment.get_sources_catalog.Parameters
---@return segment.get_sources_catalog.Result result
function app_integrations_segment_functions.get_sources_catalog(parameters) end

---Return one kind of warehouse of the catalog, with the settings it wants.
---
---```lua
----- Return one kind of warehouse of the catalog, with the settings it wants
---local result = app.integrations.segment.get_warehouse_metadata({
---  warehouseMetadataId = "55d3d3aea3c"
---})
---print(result.warehouse_metadata.name)
---```
---@param parameters segment.get_warehouse_metadata.Parameters
---@return segment.get_warehouse_metadata.Result result
function app_integrations_segment_functions.get_warehouse_metadata(parameters) end

---List every kind of warehouse that can be connected.
---
---```lua
----- List every kind of warehouse that can be connected
---local result = app.integrations.segment.get_warehouses_catalog({})
---
---for _, entry in ipairs(result.warehouses_catalog or {}) do
---  print(entry.name)
---end
---```
---@param parameters? segment.get_warehouses_catalog.Parameters
---@return segment.get_warehouses_catalog.Result result
function app_integrations_segment_functions.get_warehouses_catalog(parameters) end

---Delete a computed trait.
---
---```lua
----- Delete a computed trait
---local result = app.integrations.segment.remove_computed_trait_from_space({
---  spaceId = "space1",
---  id = "trait1"
---})
---print(result.status)
---```
---@param parameters segment.remove_computed_trait_from_space.Parameters
---@return segment.remove_computed_trait_from_space.Result result
function app_integrations_segment_functions.remove_computed_trait_from_space(parameters) end

---Return one computed trait.
---
---```lua
----- Return one computed trait
---local result = app.integrations.segment.get_computed_trait({
---  spaceId = "space1",
---  id = "trait1"
---})
---print(result.computed_trait.name)
---```
---@param parameters segment.get_computed_trait.Parameters
---@return segment.get_computed_trait.Result result
function app_integrations_segment_functions.get_computed_trait(parameters) end

---Change a computed trait: its name, definition, or whether it is computed (enabled).
---
---```lua
----- Change a computed trait
---local result = app.integrations.segment.update_computed_trait_for_space({
---  spaceId = "space1",
---  id = "trait1",
---  name = "Orders in all"
---})
---print(result.computed_trait.name)
---```
---@param parameters segment.update_computed_trait_for_space.Parameters
---@return segment.update_computed_trait_for_space.Result result
function app_integrations_segment_functions.update_computed_trait_for_space(parameters) end

---List the computed traits of a space.
---
---```lua
----- List the computed traits of a space
---local result = app.integrations.segment.list_computed_traits({
---  spaceId = "space1"
---})
---
---for _, trait in ipairs(result.computed_traits or {}) do
---  print(trait.name)
---end
---```
---@param parameters segment.list_computed_traits.Parameters
---@return segment.list_computed_traits.Result result
function app_integrations_segment_functions.list_computed_traits(parameters) end

---Create a trait that Segment computes from a query.
---
---```lua
----- Create a trait that Segment computes from a query
---local result = app.integrations.segment.create_computed_trait({
---  spaceId = "space1",
---  name = "Orders so far",
---  definition = {
---    type = "USERS",
---    query = "event('Order Completed').count()"
---  }
---})
---print(result.computed_trait.name)
---```
---@param parameters segment.create_computed_trait.Parameters
---@return segment.create_computed_trait.Result result
function app_integrations_segment_functions.create_computed_trait(parameters) end

---List the warehouses and sources that use a stored credential.
---
---```lua
----- List the warehouses and sources that use a stored credential
---local result = app.integrations.segment.list_credential_consumers({
---  credentialId = "cred1"
---})
---
---for _, warehous in ipairs(result.warehouses or {}) do
---  print(warehous.id)
---end
---```
---@param parameters segment.list_credential_consumers.Parameters
---@return segment.list_credential_consumers.Result result
function app_integrations_segment_functions.list_credential_consumers(parameters) end

---Delete a stored credential.
---
---```lua
----- Delete a stored credential
---local result = app.integrations.segment.delete_credential({
---  credentialId = "cred1"
---})
---print(result.status)
---```
---@param parameters segment.delete_credential.Parameters
---@return segment.delete_credential.Result result
function app_integrations_segment_functions.delete_credential(parameters) end

---Return one stored credential; what is secret in it is hidden.
---
---```lua
----- Return one stored credential
---local result = app.integrations.segment.get_credential({
---  credentialId = "cred1"
---})
---print(result.credential.name)
---```
---@param parameters segment.get_credential.Parameters
---@return segment.get_credential.Result result
function app_integrations_segment_functions.get_credential(parameters) end

---Rename a stored credential or replace what is in it.
---
---```lua
----- Rename a stored credential or replace what is in it
---local result = app.integrations.segment.update_credential({
---  credentialId = "cred1",
---  settings = {
---    username = "segment",
---    password = "the-new-one"
---  }
---})
---print(result.credential.name)
---```
---@param parameters segment.update_credential.Parameters
---@return segment.update_credential.Result result
function app_integrations_segment_functions.update_credential(parameters) end

---List the stored credentials of the workspace.
---
---```lua
----- List the stored credentials of the workspace
---local result = app.integrations.segment.list_credentials({})
---
---for _, credential in ipairs(result.credentials or {}) do
---  print(credential.name)
---end
---```
---@param parameters? segment.list_credentials.Parameters
---@return segment.list_credentials.Result result
function app_integrations_segment_functions.list_credentials(parameters) end

---Store a credential for sources and warehouses to use.
---
---```lua
----- Store a credential for sources and warehouses to use
---local result = app.integrations.segment.create_credential({
---  name = "Login of the shop",
---  settings = {
---    username = "segment",
---    password = "read-from-your-vault"
---  }
---})
---print(result.credential.name)
---```
---@param parameters segment.create_credential.Parameters
---@return segment.create_credential.Result result
function app_integrations_segment_functions.create_credential(parameters) end

---Return addresses, valid for a while, from which one hour of a collection can be downloaded.
---
---```lua
----- Return addresses, valid for a while, from which one hour of a collection can be downloaded
---local result = app.integrations.segment.create_download({
---  collectionId = "profiles",
---  hour = "2026-01-15T09"
---})
---print(result.download.urls)
---```
---@param parameters segment.create_download.Parameters
---@return segment.create_download.Result result
function app_integrations_segment_functions.create_download(parameters) end

---Start a sync of the dbt models of a source.
---
---```lua
----- Start a sync of the dbt models of a source
---local result = app.integrations.segment.create_dbt_model_sync_trigger({
---  sourceId = "abc123"
---})
---print(result.dbt_model_sync_trigger.status)
---```
---@param parameters segment.create_dbt_model_sync_trigger.Parameters
---@return segment.create_dbt_model_sync_trigger.Result result
function app_integrations_segment_functions.create_dbt_model_sync_trigger(parameters) end

---Erase objects that a cloud source has brought in. What is erased cannot be restored.
---
---```lua
----- Erase objects that a cloud source has brought in
---local result = app.integrations.segment.create_cloud_source_regulation({
---  sourceId = "abc123",
---  regulationType = "DELETE_ONLY",
---  subjectType = "OBJECT_ID",
---  subjectIds = {
---    "user-42"
---  },
---  collection = "contacts"
---})
---print(result.regulate_id)
---```
---@param parameters segment.create_cloud_source_regulation.Parameters
---@return segment.create_cloud_source_regulation.Result result
function app_integrations_segment_functions.create_cloud_source_regulation(parameters) end

---List the regulations (deletions and suppressions) of one source; at most the first 1,000.
---
---```lua
----- List the regulations (deletions and suppressions) of one source
---local result = app.integrations.segment.list_regulations_from_source({
---  sourceId = "abc123"
---})
---
---for _, regulation in ipairs(result.regulations or {}) do
---  print(regulation.status)
---end
---```
---@param parameters segment.list_regulations_from_source.Parameters
---@return segment.list_regulations_from_source.Result result
function app_integrations_segment_functions.list_regulations_from_source(parameters) end

---Erase people from one source, or stop collecting data about them. What is erased cannot be restored.
---
---```lua
----- Erase people from one source, or stop collecting data about them
---local result = app.integrations.segment.create_source_regulation({
---  sourceId = "abc123",
---  regulationType = "DELETE_ONLY",
---  subjectType = "USER_ID",
---  subjectIds = {
---    "user-42"
---  }
---})
---print(result.regulate_id)
---```
---@param parameters segment.create_source_regulation.Parameters
---@return segment.create_source_regulation.Result result
function app_integrations_segment_functions.create_source_regulation(parameters) end

---Return one regulation and how far it has come in each destination.
---
---```lua
----- Return one regulation and how far it has come in each destination
---local result = app.integrations.segment.get_regulation({
---  regulateId = "reg1"
---})
---print(result.regulation.id)
---```
---@param parameters segment.get_regulation.Parameters
---@return segment.get_regulation.Result result
function app_integrations_segment_functions.get_regulation(parameters) end

---List the regulations (deletions and suppressions) of the workspace.
---
---```lua
----- List the regulations (deletions and suppressions) of the workspace
---local result = app.integrations.segment.list_workspace_regulations({})
---
---for _, regulation in ipairs(result.regulations or {}) do
---  print(regulation.status)
---end
---```
---@param parameters? segment.list_workspace_regulations.Parameters
---@return segment.list_workspace_regulations.Result result
function app_integrations_segment_functions.list_workspace_regulations(parameters) end

---Erase people from the whole workspace, or stop collecting data about them. What is erased cannot be restored.
---
---```lua
----- Erase people from the whole workspace, or stop collecting data about them
---local result = app.integrations.segment.create_workspace_regulation({
---  regulationType = "SUPPRESS_WITH_DELETE",
---  subjectType = "USER_ID",
---  subjectIds = {
---    "user-42"
---  }
---})
---print(result.regulate_id)
---```
---@param parameters segment.create_workspace_regulation.Parameters
---@return segment.create_workspace_regulation.Result result
function app_integrations_segment_functions.create_workspace_regulation(parameters) end

---List the people about whom no data is collected.
---
---```lua
----- List the people about whom no data is collected
---local result = app.integrations.segment.list_suppressions({})
---
---for _, entry in ipairs(result.suppressed or {}) do
---  print(entry.subject_type)
---end
---```
---@param parameters? segment.list_suppressions.Parameters
---@return segment.list_suppressions.Result result
function app_integrations_segment_functions.list_suppressions(parameters) end

---Count the events that could not be delivered to a destination, over time.
---
---```lua
----- Count the events that could not be delivered to a destination, over time
---local result = app.integrations.segment.get_egress_failed_metrics({
---  sourceId = "abc123",
---  destinationConfigId = "dest1",
---  startTime = "2026-01-01T00:00:00Z",
---  endTime = "2026-02-01T00:00:00Z",
---  granularity = "DAY"
---})
---
---for _, entry in ipairs(result.dataset or {}) do
---  print(entry.total)
---end
---```
---@param parameters segment.get_egress_failed_metrics.Parameters
---@return segment.get_egress_failed_metrics.Result result
function app_integrations_segment_functions.get_egress_failed_metrics(parameters) end

---Count the events of a source that failed when they arrived, over time.
---
---```lua
----- Count the events of a source that failed when they arrived, over time
---local result = app.integrations.segment.get_ingress_failed_metrics({
---  sourceId = "abc123",
---  startTime = "2026-01-01T00:00:00Z",
---  endTime = "2026-02-01T00:00:00Z",
---  granularity = "DAY"
---})
---
---for _, entry in ipairs(result.dataset or {}) do
---  print(entry.total)
---end
---```
---@param parameters segment.get_ingress_failed_metrics.Parameters
---@return segment.get_ingress_failed_metrics.Result result
function app_integrations_segment_functions.get_ingress_failed_metrics(parameters) end

---Count the events that filters kept from a destination, over time.
---
---```lua
----- Count the events that filters kept from a destination, over time
---local result = app.integrations.segment.get_filtered_at_destination_metrics({
---  sourceId = "abc123",
---  destinationConfigId = "dest1",
---  startTime = "2026-01-01T00:00:00Z",
---  endTime = "2026-02-01T00:00:00Z",
---  granularity = "DAY"
---})
---
---for _, entry in ipairs(result.dataset or {}) do
---  print(entry.total)
---end
---```
---@param parameters segment.get_filtered_at_destination_metrics.Parameters
---@return segment.get_filtered_at_destination_metrics.Result result
function app_integrations_segment_functions.get_filtered_at_destination_metrics(parameters) end

---Count the events that were discarded at their source, over time.
---
---```lua
----- Count the events that were discarded at their source, over time
---local result = app.integrations.segment.get_filtered_at_source_metrics({
---  sourceId = "abc123",
---  startTime = "2026-01-01T00:00:00Z",
---  endTime = "2026-02-01T00:00:00Z",
---  granularity = "DAY"
---})
---
---for _, entry in ipairs(result.dataset or {}) do
---  print(entry.total)
---end
---```
---@param parameters segment.get_filtered_at_source_metrics.Parameters
---@return segment.get_filtered_at_source_metrics.Result result
function app_integrations_segment_functions.get_filtered_at_source_metrics(parameters) end

---Count the events that were delivered to a destination, over time.
---
---```lua
----- Count the events that were delivered to a destination, over time
---local result = app.integrations.segment.get_egress_success_metrics({
---  sourceId = "abc123",
---  destinationConfigId = "dest1",
---  startTime = "2026-01-01T00:00:00Z",
---  endTime = "2026-02-01T00:00:00Z",
---  granularity = "DAY"
---})
---
---for _, entry in ipairs(result.dataset or {}) do
---  print(entry.total)
---end
---```
---@param parameters segment.get_egress_success_metrics.Parameters
---@return segment.get_egress_success_metrics.Result result
function app_integrations_segment_functions.get_egress_success_metrics(parameters) end

---Count the events that a source received, over time.
---
---```lua
----- Count the events that a source received, over time
---local result = app.integrations.segment.get_ingress_success_metrics({
---  sourceId = "abc123",
---  startTime = "2026-01-01T00:00:00Z",
---  endTime = "2026-02-01T00:00:00Z",
---  granularity = "DAY"
---})
---
---for _, entry in ipairs(result.dataset or {}) do
---  print(entry.total)
---end
---```
---@param parameters segment.get_ingress_success_metrics.Parameters
---@return segment.get_ingress_success_metrics.Result result
function app_integrations_segment_functions.get_ingress_success_metrics(parameters) end

---Show what a filter would do to a given event. Nothing is changed.
---
---```lua
----- Show what a filter would do to a given event
---local result = app.integrations.segment.preview_destination_filter({
---  filter = {
---    ["if"] = "event = \"Order Completed\"",
---    actions = {
---      {
---        type = "DROP_PROPERTIES",
---        fields = {
---          properties = {
---            fields = {
---              "email"
---            }
---          }
---        }
---      }
---    }
---  },
---  payload = {
---    type = "track",
---    event = "Order Completed",
---    properties = {
---      total = 12.5,
---      email = "jane@example.com"
---    }
---  }
---})
---print(result.input_payload)
---```
---@param parameters segment.preview_destination_filter.Parameters
---@return segment.preview_destination_filter.Result result
function app_integrations_segment_functions.preview_destination_filter(parameters) end

---Delete a filter of a destination.
---
---```lua
----- Delete a filter of a destination
---local result = app.integrations.segment.remove_filter_from_destination({
---  destinationId = "dest1",
---  filterId = "filter1"
---})
---print(result.status)
---```
---@param parameters segment.remove_filter_from_destination.Parameters
---@return segment.remove_filter_from_destination.Result result
function app_integrations_segment_functions.remove_filter_from_destination(parameters) end

---Return one filter of a destination.
---
---```lua
----- Return one filter of a destination
---local result = app.integrations.segment.get_filter_in_destination({
---  destinationId = "dest1",
---  filterId = "filter1"
---})
---print(result.filter.title)
---```
---@param parameters segment.get_filter_in_destination.Parameters
---@return segment.get_filter_in_destination.Result result
function app_integrations_segment_functions.get_filter_in_destination(parameters) end

---Change, pause or resume a filter of a destination.
---
---```lua
----- Change, pause or resume a filter of a destination
---local result = app.integrations.segment.update_filter_for_destination({
---  destinationId = "dest1",
---  filterId = "filter1",
---  enabled = false
---})
---print(result.filter.title)
---```
---@param parameters segment.update_filter_for_destination.Parameters
---@return segment.update_filter_for_destination.Result result
function app_integrations_segment_functions.update_filter_for_destination(parameters) end

---List the filters of a destination.
---
---```lua
----- List the filters of a destination
---local result = app.integrations.segment.list_filters_from_destination({
---  destinationId = "dest1"
---})
---
---for _, filter in ipairs(result.filters or {}) do
---  print(filter.title)
---end
---```
---@param parameters segment.list_filters_from_destination.Parameters
---@return segment.list_filters_from_destination.Result result
function app_integrations_segment_functions.list_filters_from_destination(parameters) end

---Add a filter to a destination.
---
---```lua
----- Add a filter to a destination
---local result = app.integrations.segment.create_filter_for_destination({
---  destinationId = "dest1",
---  sourceId = "abc123",
---  ["if"] = "type = \"track\" and event = \"Order Completed\"",
---  actions = {
---    {
---      type = "DROP"
---    }
---  },
---  title = "No test orders",
---  enabled = true
---})
---print(result.filter.title)
---```
---@param parameters segment.create_filter_for_destination.Parameters
---@return segment.create_filter_for_destination.Result result
function app_integrations_segment_functions.create_filter_for_destination(parameters) end

---Sum up how many events of a source a destination was sent, and with which outcome.
---
---```lua
----- Sum up how many events of a source a destination was sent, and with which outcome
---local result = app.integrations.segment.list_delivery_metrics_summary({
---  destinationId = "dest1",
---  sourceId = "abc123"
---})
---print(result.delivery_metrics_summary.source_id)
---```
---@param parameters segment.list_delivery_metrics_summary.Parameters
---@return segment.list_delivery_metrics_summary.Result result
function app_integrations_segment_functions.list_delivery_metrics_summary(parameters) end

---Delete a mapping (subscription) of a destination.
---
---```lua
----- Delete a mapping (subscription) of a destination
---local result = app.integrations.segment.remove_subscription_from_destination({
---  destinationId = "dest1",
---  id = "sub1"
---})
---print(result.status)
---```
---@param parameters segment.remove_subscription_from_destination.Parameters
---@return segment.remove_subscription_from_destination.Result result
function app_integrations_segment_functions.remove_subscription_from_destination(parameters) end

---Return one mapping (subscription) of a destination.
---
---```lua
----- Return one mapping (subscription) of a destination
---local result = app.integrations.segment.get_subscription_from_destination({
---  destinationId = "dest1",
---  id = "sub1"
---})
---print(result.subscription.name)
---```
---@param parameters segment.get_subscription_from_destination.Parameters
---@return segment.get_subscription_from_destination.Result result
function app_integrations_segment_functions.get_subscription_from_destination(parameters) end

---Change, pause or resume a mapping (subscription) of a destination, or set its reverse ETL schedule.
---
---```lua
----- Change, pause or resume a mapping (subscription) of a destination, or set its reverse ETL schedule
---local result = app.integrations.segment.update_subscription_for_destination({
---  destinationId = "dest1",
---  id = "sub1",
---  input = {
---    enabled = false
---  }
---})
---print(result.subscription.name)
---```
---@param parameters segment.update_subscription_for_destination.Parameters
---@return segment.update_subscription_for_destination.Result result
function app_integrations_segment_functions.update_subscription_for_destination(parameters) end

---List the mappings (subscriptions) of a destination.
---
---```lua
----- List the mappings (subscriptions) of a destination
---local result = app.integrations.segment.list_subscriptions_from_destination({
---  destinationId = "dest1"
---})
---
---for _, subscription in ipairs(result.subscriptions or {}) do
---  print(subscription.name)
---end
---```
---@param parameters segment.list_subscriptions_from_destination.Parameters
---@return segment.list_subscriptions_from_destination.Result result
function app_integrations_segment_functions.list_subscriptions_from_destination(parameters) end

---Add a mapping (subscription) to a destination: which events start which action, with which fields.
---
---```lua
----- Add a mapping (subscription) to a destination
---local result = app.integrations.segment.create_destination_subscription({
---  destinationId = "dest1",
---  name = "Send orders",
---  actionId = "act1",
---  trigger = "type = \"track\" and event = \"Order Completed\"",
---  enabled = true
---})
---print(result.destination_subscription.name)
---```
---@param parameters segment.create_destination_subscription.Parameters
---@return segment.create_destination_subscription.Result result
function app_integrations_segment_functions.create_destination_subscription(parameters) end

---Delete a destination; its source keeps its other destinations.
---
---```lua
----- Delete a destination
---local result = app.integrations.segment.delete_destination({
---  destinationId = "dest1"
---})
---print(result.status)
---```
---@param parameters segment.delete_destination.Parameters
---@return segment.delete_destination.Result result
function app_integrations_segment_functions.delete_destination(parameters) end

---Return one destination with its settings.
---
---```lua
----- Return one destination with its settings
---local result = app.integrations.segment.get_destination({
---  destinationId = "dest1"
---})
---print(result.destination.id)
---```
---@param parameters segment.get_destination.Parameters
---@return segment.get_destination.Result result
function app_integrations_segment_functions.get_destination(parameters) end

---Rename a destination, pause or resume it (enabled), or change its settings.
---
---```lua
----- Rename a destination, pause or resume it (enabled), or change its settings
---local result = app.integrations.segment.update_destination({
---  destinationId = "dest1",
---  enabled = false
---})
---print(result.destination.id)
---```
---@param parameters segment.update_destination.Parameters
---@return segment.update_destination.Result result
function app_integrations_segment_functions.update_destination(parameters) end

---List the destinations of the workspace.
---
---```lua
----- List the destinations of the workspace
---local result = app.integrations.segment.list_destinations({})
---
---for _, destination in ipairs(result.destinations or {}) do
---  print(destination.id)
---end
---```
---@param parameters? segment.list_destinations.Parameters
---@return segment.list_destinations.Result result
function app_integrations_segment_functions.list_destinations(parameters) end

---Connect a source to a new destination.
---
---```lua
----- Connect a source to a new destination
---local result = app.integrations.segment.create_destination({
---  sourceId = "abc123",
---  metadataId = "614a3c7d791c91c41bae7599",
---  name = "Order webhook",
---  settings = {}
---})
---print(result.destination.id)
---```
---@param parameters segment.create_destination.Parameters
---@return segment.create_destination.Result result
function app_integrations_segment_functions.create_destination(parameters) end

---Count the events that the workspace received, over time, in all or by source, name, type or version.
---
---```lua
----- Count the events that the workspace received, over time, in all or by source, name, type or version
---local result = app.integrations.segment.get_events_volume_from_workspace({
---  granularity = "DAY",
---  startTime = "2026-01-01T00:00:00Z",
---  endTime = "2026-02-01T00:00:00Z"
---})
---
---for _, entry in ipairs(result.result or {}) do
---  print(entry.total)
---end
---```
---@param parameters segment.get_events_volume_from_workspace.Parameters
---@return segment.get_events_volume_from_workspace.Result result
function app_integrations_segment_functions.get_events_volume_from_workspace(parameters) end

---Deploy a function, so that its latest code runs. For a source function the id is sfn\_ and the id of its source.
---
---```lua
----- Deploy a function, so that its latest code runs
---local result = app.integrations.segment.create_function_deployment({
---  functionId = "fn1"
---})
---print(result.function_deployment.status)
---```
---@param parameters segment.create_function_deployment.Parameters
---@return segment.create_function_deployment.Result result
function app_integrations_segment_functions.create_function_deployment(parameters) end

---Return one version of the code of a function.
---
---```lua
----- Return one version of the code of a function
---local result = app.integrations.segment.get_function_version({
---  functionId = "fn1",
---  versionId = "version1"
---})
---print(result.version.id)
---```
---@param parameters segment.get_function_version.Parameters
---@return segment.get_function_version.Result result
function app_integrations_segment_functions.get_function_version(parameters) end

---List the versions of the code of a function.
---
---```lua
----- List the versions of the code of a function
---local result = app.integrations.segment.list_function_versions({
---  functionId = "fn1"
---})
---
---for _, version in ipairs(result.versions or {}) do
---  print(version.id)
---end
---```
---@param parameters segment.list_function_versions.Parameters
---@return segment.list_function_versions.Result result
function app_integrations_segment_functions.list_function_versions(parameters) end

---Make an earlier version of a function the current one.
---
---```lua
----- Make an earlier version of a function the current one
---local result = app.integrations.segment.restore_function_version({
---  functionId = "fn1",
---  versionId = "version1"
---})
---print(result.version.id)
---```
---@param parameters segment.restore_function_version.Parameters
---@return segment.restore_function_version.Result result
function app_integrations_segment_functions.restore_function_version(parameters) end

---Delete a function.
---
---```lua
----- Delete a function
---local result = app.integrations.segment.delete_function({
---  functionId = "fn1"
---})
---print(result.status)
---```
---@param parameters segment.delete_function.Parameters
---@return segment.delete_function.Result result
function app_integrations_segment_functions.delete_function(parameters) end

---Return one function with its code and settings.
---
---```lua
----- Return one function with its code and settings
---local result = app.integrations.segment.get_function({
---  functionId = "fn1"
---})
---print(result["function"].id)
---```
---@param parameters segment.get_function.Parameters
---@return segment.get_function.Result result
function app_integrations_segment_functions.get_function(parameters) end

---Change a function: its code, settings or name. Deploy it afterwards.
---
---```lua
----- Change a function
---local result = app.integrations.segment.update_function({
---  functionId = "fn1",
---  code = "async function onTrack(event) { return event; }"
---})
---print(result["function"].id)
---```
---@param parameters segment.update_function.Parameters
---@return segment.update_function.Result result
function app_integrations_segment_functions.update_function(parameters) end

---List the functions of one kind.
---
---```lua
----- List the functions of one kind
---local result = app.integrations.segment.list_functions({
---  resourceType = "DESTINATION"
---})
---
---for _, entry in ipairs(result.functions or {}) do
---  print(entry.id)
---end
---```
---@param parameters segment.list_functions.Parameters
---@return segment.list_functions.Result result
function app_integrations_segment_functions.list_functions(parameters) end

---Create a function from its code. Segment adds the name of the workspace to the name that is shown.
---
---```lua
----- Create a function from its code
---local result = app.integrations.segment.create_function({
---  code = "async function onTrack(event) { return event; }",
---  displayName = "Enrich orders",
---  resourceType = "DESTINATION"
---})
---print(result["function"].id)
---```
---@param parameters segment.create_function.Parameters
---@return segment.create_function.Result result
function app_integrations_segment_functions.create_function(parameters) end

---Take an insert function out from in front of a destination.
---
---```lua
----- Take an insert function out from in front of a destination
---local result = app.integrations.segment.delete_insert_function_instance({
---  instanceId = "instance1"
---})
---print(result.status)
---```
---@param parameters segment.delete_insert_function_instance.Parameters
---@return segment.delete_insert_function_instance.Result result
function app_integrations_segment_functions.delete_insert_function_instance(parameters) end

---Return one use of an insert function.
---
---```lua
----- Return one use of an insert function
---local result = app.integrations.segment.get_insert_function_instance({
---  instanceId = "instance1"
---})
---print(result.insert_function_instance.id)
---```
---@param parameters segment.get_insert_function_instance.Parameters
---@return segment.get_insert_function_instance.Result result
function app_integrations_segment_functions.get_insert_function_instance(parameters) end

---Change, pause or resume one use of an insert function.
---
---```lua
----- Change, pause or resume one use of an insert function
---local result = app.integrations.segment.update_insert_function_instance({
---  instanceId = "instance1",
---  enabled = false,
---  settings = {}
---})
---print(result.insert_function_instance.id)
---```
---@param parameters segment.update_insert_function_instance.Parameters
---@return segment.update_insert_function_instance.Result result
function app_integrations_segment_functions.update_insert_function_instance(parameters) end

---List where an insert function is used.
---
---```lua
----- List where an insert function is used
---local result = app.integrations.segment.list_insert_function_instances({
---  functionId = "fn1"
---})
---
---for _, instance in ipairs(result.instances or {}) do
---  print(instance.id)
---end
---```
---@param parameters segment.list_insert_function_instances.Parameters
---@return segment.list_insert_function_instances.Result result
function app_integrations_segment_functions.list_insert_function_instances(parameters) end

---Put an insert function in front of a destination.
---
---```lua
----- Put an insert function in front of a destination
---local result = app.integrations.segment.create_insert_function_instance({
---  functionId = "fn1",
---  integrationId = "dest1",
---  name = "Enrich orders",
---  settings = {}
---})
---print(result.insert_function_instance.id)
---```
---@param parameters segment.create_insert_function_instance.Parameters
---@return segment.create_insert_function_instance.Result result
function app_integrations_segment_functions.create_insert_function_instance(parameters) end

---Take members out of a group.
---
---```lua
----- Take members out of a group
---local result = app.integrations.segment.remove_users_from_user_group({
---  userGroupId = "group1",
---  emails = {
---    "jane@example.com"
---  }
---})
---print(result.status)
---```
---@param parameters segment.remove_users_from_user_group.Parameters
---@return segment.remove_users_from_user_group.Result result
function app_integrations_segment_functions.remove_users_from_user_group(parameters) end

---Make the given members the only ones of a group; an empty list empties it.
---
---```lua
----- Make the given members the only ones of a group
---local result = app.integrations.segment.replace_users_in_user_group({
---  userGroupId = "group1",
---  emails = {
---    "jane@example.com"
---  }
---})
---print(result.user_group.name)
---```
---@param parameters segment.replace_users_in_user_group.Parameters
---@return segment.replace_users_in_user_group.Result result
function app_integrations_segment_functions.replace_users_in_user_group(parameters) end

---List the people who are invited to a group and have not joined yet.
---
---```lua
----- List the people who are invited to a group and have not joined yet
---local result = app.integrations.segment.list_invites_from_user_group({
---  userGroupId = "group1"
---})
---
---for _, email in ipairs(result.emails or {}) do
---  print(email)
---end
---```
---@param parameters segment.list_invites_from_user_group.Parameters
---@return segment.list_invites_from_user_group.Result result
function app_integrations_segment_functions.list_invites_from_user_group(parameters) end

---Give permissions to all members of a group.
---
---```lua
----- Give permissions to all members of a group
---local result = app.integrations.segment.add_permissions_to_user_group({
---  userGroupId = "group1",
---  permissions = {
---    {
---      roleId = "role2",
---      resources = {
---        {
---          id = "abc123",
---          type = "SOURCE"
---        }
---      }
---    }
---  }
---})
---
---for _, permission in ipairs(result.permissions or {}) do
---  print(permission.role_id)
---end
---```
---@param parameters segment.add_permissions_to_user_group.Parameters
---@return segment.add_permissions_to_user_group.Result result
function app_integrations_segment_functions.add_permissions_to_user_group(parameters) end

---Make the given permissions the only ones of a group.
---
---```lua
----- Make the given permissions the only ones of a group
---local result = app.integrations.segment.replace_permissions_for_user_group({
---  userGroupId = "group1",
---  permissions = {
---    {
---      roleId = "role2",
---      resources = {
---        {
---          id = "abc123",
---          type = "SOURCE"
---        }
---      }
---    }
---  }
---})
---
---for _, permission in ipairs(result.permissions or {}) do
---  print(permission.role_id)
---end
---```
---@param parameters segment.replace_permissions_for_user_group.Parameters
---@return segment.replace_permissions_for_user_group.Result result
function app_integrations_segment_functions.replace_permissions_for_user_group(parameters) end

---List the members of a group.
---
---```lua
----- List the members of a group
---local result = app.integrations.segment.list_users_from_user_group({
---  userGroupId = "group1"
---})
---
---for _, user in ipairs(result.users or {}) do
---  print(user.name)
---end
---```
---@param parameters segment.list_users_from_user_group.Parameters
---@return segment.list_users_from_user_group.Result result
function app_integrations_segment_functions.list_users_from_user_group(parameters) end

---Add members to a group; those who are not in the workspace are invited.
---
---```lua
----- Add members to a group
---local result = app.integrations.segment.add_users_to_user_group({
---  userGroupId = "group1",
---  emails = {
---    "jane@example.com"
---  }
---})
---print(result.user_group.name)
---```
---@param parameters segment.add_users_to_user_group.Parameters
---@return segment.add_users_to_user_group.Result result
function app_integrations_segment_functions.add_users_to_user_group(parameters) end

---Delete a group; its members stay in the workspace.
---
---```lua
----- Delete a group
---local result = app.integrations.segment.delete_user_group({
---  userGroupId = "group1"
---})
---print(result.status)
---```
---@param parameters segment.delete_user_group.Parameters
---@return segment.delete_user_group.Result result
function app_integrations_segment_functions.delete_user_group(parameters) end

---Return one group.
---
---```lua
----- Return one group
---local result = app.integrations.segment.get_user_group({
---  userGroupId = "group1"
---})
---print(result.user_group.name)
---```
---@param parameters segment.get_user_group.Parameters
---@return segment.get_user_group.Result result
function app_integrations_segment_functions.get_user_group(parameters) end

---Rename a group.
---
---```lua
----- Rename a group
---local result = app.integrations.segment.update_user_group({
---  userGroupId = "group1",
---  name = "Analysts and scientists"
---})
---print(result.user_group.name)
---```
---@param parameters segment.update_user_group.Parameters
---@return segment.update_user_group.Result result
function app_integrations_segment_functions.update_user_group(parameters) end

---List the groups of the workspace.
---
---```lua
----- List the groups of the workspace
---local result = app.integrations.segment.list_user_groups({})
---
---for _, group in ipairs(result.user_groups or {}) do
---  print(group.name)
---end
---```
---@param parameters? segment.list_user_groups.Parameters
---@return segment.list_user_groups.Result result
function app_integrations_segment_functions.list_user_groups(parameters) end

---Create a group without members.
---
---```lua
----- Create a group without members
---local result = app.integrations.segment.create_user_group({
---  name = "Marketing"
---})
---print(result.user_group.name)
---```
---@param parameters segment.create_user_group.Parameters
---@return segment.create_user_group.Result result
function app_integrations_segment_functions.create_user_group(parameters) end

---List the roles that can be given to users and groups.
---
---```lua
----- List the roles that can be given to users and groups
---local result = app.integrations.segment.list_roles({})
---
---for _, role in ipairs(result.roles or {}) do
---  print(role.name)
---end
---```
---@param parameters? segment.list_roles.Parameters
---@return segment.list_roles.Result result
function app_integrations_segment_functions.list_roles(parameters) end

---Withdraw invitations to the workspace.
---
---```lua
----- Withdraw invitations to the workspace
---local result = app.integrations.segment.delete_invites({
---  emails = {
---    "jane@example.com"
---  }
---})
---print(result.status)
---```
---@param parameters segment.delete_invites.Parameters
---@return segment.delete_invites.Result result
function app_integrations_segment_functions.delete_invites(parameters) end

---List the e-mail addresses that are invited and have not joined yet.
---
---```lua
----- List the e-mail addresses that are invited and have not joined yet
---local result = app.integrations.segment.list_invites({})
---
---for _, invite in ipairs(result.invites or {}) do
---  print(invite)
---end
---```
---@param parameters? segment.list_invites.Parameters
---@return segment.list_invites.Result result
function app_integrations_segment_functions.list_invites(parameters) end

---Invite people to the workspace.
---
---```lua
----- Invite people to the workspace
---local result = app.integrations.segment.create_invites({
---  invites = {
---    {
---      email = "grace@example.com",
---      permissions = {
---        {
---          roleId = "role2"
---        }
---      }
---    }
---  }
---})
---
---for _, email in ipairs(result.emails or {}) do
---  print(email)
---end
---```
---@param parameters segment.create_invites.Parameters
---@return segment.create_invites.Result result
function app_integrations_segment_functions.create_invites(parameters) end

---List the groups that a user belongs to.
---
---```lua
----- List the groups that a user belongs to
---local result = app.integrations.segment.list_user_groups_from_user({
---  userId = "sgJDWk3K21k9LE8tLU5gHT"
---})
---
---for _, group in ipairs(result.groups or {}) do
---  print(group.name)
---end
---```
---@param parameters segment.list_user_groups_from_user.Parameters
---@return segment.list_user_groups_from_user.Result result
function app_integrations_segment_functions.list_user_groups_from_user(parameters) end

---Give permissions to a user.
---
---```lua
----- Give permissions to a user
---local result = app.integrations.segment.add_permissions_to_user({
---  userId = "sgJDWk3K21k9LE8tLU5gHT",
---  permissions = {
---    {
---      roleId = "role2",
---      resources = {
---        {
---          id = "abc123",
---          type = "SOURCE"
---        }
---      }
---    }
---  }
---})
---
---for _, permission in ipairs(result.permissions or {}) do
---  print(permission.role_id)
---end
---```
---@param parameters segment.add_permissions_to_user.Parameters
---@return segment.add_permissions_to_user.Result result
function app_integrations_segment_functions.add_permissions_to_user(parameters) end

---Make the given permissions the only ones of a user.
---
---```lua
----- Make the given permissions the only ones of a user
---local result = app.integrations.segment.replace_permissions_for_user({
---  userId = "sgJDWk3K21k9LE8tLU5gHT",
---  permissions = {
---    {
---      roleId = "role2",
---      resources = {
---        {
---          id = "abc123",
---          type = "SOURCE"
---        }
---      }
---    }
---  }
---})
---
---for _, permission in ipairs(result.permissions or {}) do
---  print(permission.role_id)
---end
---```
---@param parameters segment.replace_permissions_for_user.Parameters
---@return segment.replace_permissions_for_user.Result result
function app_integrations_segment_functions.replace_permissions_for_user(parameters) end

---Return one user and what they may do.
---
---```lua
----- Return one user and what they may do
---local result = app.integrations.segment.get_user({
---  userId = "sgJDWk3K21k9LE8tLU5gHT"
---})
---print(result.user.name)
---```
---@param parameters segment.get_user.Parameters
---@return segment.get_user.Result result
function app_integrations_segment_functions.get_user(parameters) end

---Remove users from the workspace.
---
---```lua
----- Remove users from the workspace
---local result = app.integrations.segment.delete_users({
---  userIds = {
---    "sgJDWk3K21k9LE8tLU5gHT"
---  }
---})
---print(result.status)
---```
---@param parameters segment.delete_users.Parameters
---@return segment.delete_users.Result result
function app_integrations_segment_functions.delete_users(parameters) end

---List the users (members) of the workspace.
---
---```lua
----- List the users (members) of the workspace
---local result = app.integrations.segment.list_users({})
---
---for _, user in ipairs(result.users or {}) do
---  print(user.name)
---end
---```
---@param parameters? segment.list_users.Parameters
---@return segment.list_users.Result result
function app_integrations_segment_functions.list_users(parameters) end

---Delete a label from the workspace and from the sources that bear it.
---
---```lua
----- Delete a label from the workspace and from the sources that bear it
---local result = app.integrations.segment.delete_label({
---  key = "environment",
---  value = "staging"
---})
---print(result.status)
---```
---@param parameters segment.delete_label.Parameters
---@return segment.delete_label.Result result
function app_integrations_segment_functions.delete_label(parameters) end

---List the labels of the workspace.
---
---```lua
----- List the labels of the workspace
---local result = app.integrations.segment.list_labels({})
---
---for _, label in ipairs(result.labels or {}) do
---  print(label.key)
---end
---```
---@param parameters? segment.list_labels.Parameters
---@return segment.list_labels.Result result
function app_integrations_segment_functions.list_labels(parameters) end

---Create a label.
---
---```lua
----- Create a label
---local result = app.integrations.segment.create_label({
---  label = {
---    key = "team",
---    value = "checkout",
---    description = "Who answers for it"
---  }
---})
---print(result.label.key)
---```
---@param parameters segment.create_label.Parameters
---@return segment.create_label.Result result
function app_integrations_segment_functions.create_label(parameters) end

---Publish a new version of the live plugin of a source.
---
---```lua
----- Publish a new version of the live plugin of a source
---local result = app.integrations.segment.create_live_plugin({
---  sourceId = "abc123",
---  code = "async function onTrack(event) { return event; }"
---})
---print(result.live_plugin.id)
---```
---@param parameters segment.create_live_plugin.Parameters
---@return segment.create_live_plugin.Result result
function app_integrations_segment_functions.create_live_plugin(parameters) end

---Remove the code of the live plugin of a source.
---
---```lua
----- Remove the code of the live plugin of a source
---local result = app.integrations.segment.delete_live_plugin_code({
---  sourceId = "abc123"
---})
---print(result.status)
---```
---@param parameters segment.delete_live_plugin_code.Parameters
---@return segment.delete_live_plugin_code.Result result
function app_integrations_segment_functions.delete_live_plugin_code(parameters) end

---Return the latest live plugin of a source.
---
---```lua
----- Return the latest live plugin of a source
---local result = app.integrations.segment.get_latest_from_live_plugins({
---  sourceId = "abc123"
---})
---print(result.live_plugin.id)
---```
---@param parameters segment.get_latest_from_live_plugins.Parameters
---@return segment.get_latest_from_live_plugins.Result result
function app_integrations_segment_functions.get_latest_from_live_plugins(parameters) end

---Count the users that the workspace tracked, day by day for one month.
---
---```lua
----- Count the users that the workspace tracked, day by day for one month
---local result = app.integrations.segment.get_daily_workspace_mtu_usage({
---  period = "2026-01-01"
---})
---
---for _, entry in ipairs(result.daily_workspace_mtu_usage or {}) do
---  print(entry.period_start)
---end
---```
---@param parameters segment.get_daily_workspace_mtu_usage.Parameters
---@return segment.get_daily_workspace_mtu_usage.Result result
function app_integrations_segment_functions.get_daily_workspace_mtu_usage(parameters) end

---Count the users that each source tracked, day by day for one month.
---
---```lua
----- Count the users that each source tracked, day by day for one month
---local result = app.integrations.segment.get_daily_per_source_mtu_usage({
---  period = "2026-01-01"
---})
---
---for _, entry in ipairs(result.daily_per_source_mtu_usage or {}) do
---  print(entry.source_id)
---end
---```
---@param parameters segment.get_daily_per_source_mtu_usage.Parameters
---@return segment.get_daily_per_source_mtu_usage.Result result
function app_integrations_segment_functions.get_daily_per_source_mtu_usage(parameters) end

---List which tables and columns a warehouse of a space receives.
---
---```lua
----- List which tables and columns a warehouse of a space receives
---local result = app.integrations.segment.list_selective_syncs_from_space({
---  spaceId = "space1",
---  warehouseId = "wh1"
---})
---
---for _, item in ipairs(result.items or {}) do
---  print(item.collection)
---end
---```
---@param parameters segment.list_selective_syncs_from_space.Parameters
---@return segment.list_selective_syncs_from_space.Result result
function app_integrations_segment_functions.list_selective_syncs_from_space(parameters) end

---Turn tables and columns of a warehouse of a space on or off.
---
---```lua
----- Turn tables and columns of a warehouse of a space on or off
---local result = app.integrations.segment.update_selective_sync_for_space({
---  spaceId = "space1",
---  warehouseId = "wh1",
---  syncOverrides = {
---    {
---      collection = "users",
---      property = "email",
---      enabled = false
---    }
---  }
---})
---print(result.status)
---```
---@param parameters segment.update_selective_sync_for_space.Parameters
---@return segment.update_selective_sync_for_space.Result result
function app_integrations_segment_functions.update_selective_sync_for_space(parameters) end

---Disconnect a warehouse from a space.
---
---```lua
----- Disconnect a warehouse from a space
---local result = app.integrations.segment.remove_profiles_warehouse_from_space({
---  spaceId = "space1",
---  warehouseId = "wh1"
---})
---print(result.status)
---```
---@param parameters segment.remove_profiles_warehouse_from_space.Parameters
---@return segment.remove_profiles_warehouse_from_space.Result result
function app_integrations_segment_functions.remove_profiles_warehouse_from_space(parameters) end

---Change a warehouse of a space: its name, settings, schema, or whether it is loaded (enabled).
---
---```lua
----- Change a warehouse of a space
---local result = app.integrations.segment.update_profiles_warehouse({
---  spaceId = "space1",
---  warehouseId = "wh1",
---  enabled = false,
---  settings = {
---    name = "Analytics",
---    host = "db.example.com",
---    database = "analytics",
---    user = "segment"
---  }
---})
---print(result.profiles_warehouse.id)
---```
---@param parameters segment.update_profiles_warehouse.Parameters
---@return segment.update_profiles_warehouse.Result result
function app_integrations_segment_functions.update_profiles_warehouse(parameters) end

---List the warehouses that receive the profiles of a space.
---
---```lua
----- List the warehouses that receive the profiles of a space
---local result = app.integrations.segment.list_profiles_warehouse_in_space({
---  spaceId = "space1"
---})
---
---for _, warehous in ipairs(result.profiles_warehouses or {}) do
---  print(warehous.id)
---end
---```
---@param parameters segment.list_profiles_warehouse_in_space.Parameters
---@return segment.list_profiles_warehouse_in_space.Result result
function app_integrations_segment_functions.list_profiles_warehouse_in_space(parameters) end

---Connect a warehouse to a space, to receive its profiles.
---
---```lua
----- Connect a warehouse to a space, to receive its profiles
---local result = app.integrations.segment.create_profiles_warehouse({
---  spaceId = "space1",
---  metadataId = "55d3d3aea3c",
---  name = "Profiles",
---  settings = {
---    name = "Analytics",
---    host = "db.example.com",
---    database = "analytics",
---    user = "segment"
---  }
---})
---print(result.profiles_warehouse.id)
---```
---@param parameters segment.create_profiles_warehouse.Parameters
---@return segment.create_profiles_warehouse.Result result
function app_integrations_segment_functions.create_profiles_warehouse(parameters) end

---List the runs of a model for one of its mappings, the latest first.
---
---```lua
----- List the runs of a model for one of its mappings, the latest first
---local result = app.integrations.segment.list_reverse_etl_sync_statuses({
---  modelId = "model1",
---  subscriptionId = "sub1"
---})
---
---for _, status in ipairs(result.sync_statuses or {}) do
---  print(status.sync_id)
---end
---```
---@param parameters segment.list_reverse_etl_sync_statuses.Parameters
---@return segment.list_reverse_etl_sync_statuses.Result result
function app_integrations_segment_functions.list_reverse_etl_sync_statuses(parameters) end

---Stop a run of a model.
---
---```lua
----- Stop a run of a model
---local result = app.integrations.segment.cancel_reverse_etl_sync_for_model({
---  modelId = "model1",
---  syncId = "sync1"
---})
---print(result.model_id)
---```
---@param parameters segment.cancel_reverse_etl_sync_for_model.Parameters
---@return segment.cancel_reverse_etl_sync_for_model.Result result
function app_integrations_segment_functions.cancel_reverse_etl_sync_for_model(parameters) end

---Return how far one run of a model has come.
---
---```lua
----- Return how far one run of a model has come
---local result = app.integrations.segment.get_reverse_etl_sync_status({
---  modelId = "model1",
---  syncId = "sync1"
---})
---print(result.reverse_etl_sync_status.sync_id)
---```
---@param parameters segment.get_reverse_etl_sync_status.Parameters
---@return segment.get_reverse_etl_sync_status.Result result
function app_integrations_segment_functions.get_reverse_etl_sync_status(parameters) end

---Delete a model.
---
---```lua
----- Delete a model
---local result = app.integrations.segment.delete_reverse_etl_model({
---  modelId = "model1"
---})
---print(result.status)
---```
---@param parameters segment.delete_reverse_etl_model.Parameters
---@return segment.delete_reverse_etl_model.Result result
function app_integrations_segment_functions.delete_reverse_etl_model(parameters) end

---Return one model: the query, and whether it is on.
---
---```lua
----- Return one model
---local result = app.integrations.segment.get_reverse_etl_model({
---  modelId = "model1"
---})
---print(result.reverse_etl_model.name)
---```
---@param parameters segment.get_reverse_etl_model.Parameters
---@return segment.get_reverse_etl_model.Result result
function app_integrations_segment_functions.get_reverse_etl_model(parameters) end

---Change a model: its query, name, or whether it is on. Its schedule belongs to the mappings.
---
---```lua
----- Change a model
---local result = app.integrations.segment.update_reverse_etl_model({
---  modelId = "model1",
---  enabled = false
---})
---print(result.reverse_etl_model.name)
---```
---@param parameters segment.update_reverse_etl_model.Parameters
---@return segment.update_reverse_etl_model.Result result
function app_integrations_segment_functions.update_reverse_etl_model(parameters) end

---List the models of the workspace.
---
---```lua
----- List the models of the workspace
---local result = app.integrations.segment.list_reverse_etl_models({})
---
---for _, model in ipairs(result.models or {}) do
---  print(model.name)
---end
---```
---@param parameters? segment.list_reverse_etl_models.Parameters
---@return segment.list_reverse_etl_models.Result result
function app_integrations_segment_functions.list_reverse_etl_models(parameters) end

---Create a model: a query on a warehouse whose rows are sent to destinations.
---
---```lua
----- Create a model
---local result = app.integrations.segment.create_reverse_etl_model({
---  sourceId = "abc123",
---  name = "Buyers",
---  description = "Everyone who has bought",
---  enabled = true,
---  query = "SELECT id, email, lifetime_value FROM customers",
---  queryIdentifierColumn = "id"
---})
---print(result.reverse_etl_model.name)
---```
---@param parameters segment.create_reverse_etl_model.Parameters
---@return segment.create_reverse_etl_model.Result result
function app_integrations_segment_functions.create_reverse_etl_model(parameters) end

---Start a run of a model for one of its mappings. Ask for it with get_reverse_etl_sync_status.
---
---```lua
----- Start a run of a model for one of its mappings
---local result = app.integrations.segment.create_reverse_etl_manual_sync({
---  sourceId = "abc123",
---  modelId = "model1",
---  subscriptionId = "sub1"
---})
---print(result.reverse_etl_manual_sync.started_at)
---```
---@param parameters segment.create_reverse_etl_manual_sync.Parameters
---@return segment.create_reverse_etl_manual_sync.Result result
function app_integrations_segment_functions.create_reverse_etl_manual_sync(parameters) end

---Return the hours at which a warehouse is loaded.
---
---```lua
----- Return the hours at which a warehouse is loaded
---local result = app.integrations.segment.get_advanced_sync_schedule({
---  warehouseId = "wh1"
---})
---print(result.enabled)
---```
---@param parameters segment.get_advanced_sync_schedule.Parameters
---@return segment.get_advanced_sync_schedule.Result result
function app_integrations_segment_functions.get_advanced_sync_schedule(parameters) end

---Set the hours at which a warehouse is loaded, in place of those before.
---
---```lua
----- Set the hours at which a warehouse is loaded, in place of those before
---local result = app.integrations.segment.replace_advanced_sync_schedule({
---  warehouseId = "wh1",
---  enabled = true,
---  schedule = {
---    times = {
---      {
---        hourOfDay = 3,
---        enabled = true
---      }
---    },
---    timezone = "UTC"
---  }
---})
---print(result.enabled)
---```
---@param parameters segment.replace_advanced_sync_schedule.Parameters
---@return segment.replace_advanced_sync_schedule.Result result
function app_integrations_segment_functions.replace_advanced_sync_schedule(parameters) end

---List which tables and columns of a source a warehouse receives.
---
---```lua
----- List which tables and columns of a source a warehouse receives
---local result = app.integrations.segment.list_selective_syncs_from_source({
---  warehouseId = "wh1",
---  sourceId = "abc123"
---})
---
---for _, item in ipairs(result.items or {}) do
---  print(item.source_id)
---end
---```
---@param parameters segment.list_selective_syncs_from_source.Parameters
---@return segment.list_selective_syncs_from_source.Result result
function app_integrations_segment_functions.list_selective_syncs_from_source(parameters) end

---List the last syncs of one source into a warehouse, with their errors.
---
---```lua
----- List the last syncs of one source into a warehouse, with their errors
---local result = app.integrations.segment.list_syncs_from_warehouse_and_source({
---  warehouseId = "wh1",
---  sourceId = "abc123"
---})
---
---for _, report in ipairs(result.reports or {}) do
---  print(report.status)
---end
---```
---@param parameters segment.list_syncs_from_warehouse_and_source.Parameters
---@return segment.list_syncs_from_warehouse_and_source.Result result
function app_integrations_segment_functions.list_syncs_from_warehouse_and_source(parameters) end

---Turn tables and columns of the sources of a warehouse on or off.
---
---```lua
----- Turn tables and columns of the sources of a warehouse on or off
---local result = app.integrations.segment.update_selective_sync_for_warehouse({
---  warehouseId = "wh1",
---  syncOverrides = {
---    {
---      sourceId = "abc123",
---      collection = "order_completed",
---      property = "email",
---      enabled = false
---    }
---  }
---})
---
---for _, warning in ipairs(result.warnings or {}) do
---  print(warning)
---end
---```
---@param parameters segment.update_selective_sync_for_warehouse.Parameters
---@return segment.update_selective_sync_for_warehouse.Result result
function app_integrations_segment_functions.update_selective_sync_for_warehouse(parameters) end

---List the last syncs into a warehouse, with their errors.
---
---```lua
----- List the last syncs into a warehouse, with their errors
---local result = app.integrations.segment.list_syncs_from_warehouse({
---  warehouseId = "wh1"
---})
---
---for _, report in ipairs(result.reports or {}) do
---  print(report.status)
---end
---```
---@param parameters segment.list_syncs_from_warehouse.Parameters
---@return segment.list_syncs_from_warehouse.Result result
function app_integrations_segment_functions.list_syncs_from_warehouse(parameters) end

---List the destinations that receive the events of a source.
---
---```lua
----- List the destinations that receive the events of a source
---local result = app.integrations.segment.list_connected_destinations_from_source({
---  sourceId = "abc123"
---})
---
---for _, destination in ipairs(result.destinations or {}) do
---  print(destination.id)
---end
---```
---@param parameters segment.list_connected_destinations_from_source.Parameters
---@return segment.list_connected_destinations_from_source.Result result
function app_integrations_segment_functions.list_connected_destinations_from_source(parameters) end

---List the warehouses that receive the events of a source.
---
---```lua
----- List the warehouses that receive the events of a source
---local result = app.integrations.segment.list_connected_warehouses_from_source({
---  sourceId = "abc123"
---})
---
---for _, warehous in ipairs(result.warehouses or {}) do
---  print(warehous.id)
---end
---```
---@param parameters segment.list_connected_warehouses_from_source.Parameters
---@return segment.list_connected_warehouses_from_source.Result result
function app_integrations_segment_functions.list_connected_warehouses_from_source(parameters) end

---Add labels to a source; those it has stay.
---
---```lua
----- Add labels to a source
---local result = app.integrations.segment.add_labels_to_source({
---  sourceId = "abc123",
---  labels = {
---    {
---      key = "environment",
---      value = "production"
---    }
---  }
---})
---
---for _, label in ipairs(result.labels or {}) do
---  print(label.key)
---end
---```
---@param parameters segment.add_labels_to_source.Parameters
---@return segment.add_labels_to_source.Result result
function app_integrations_segment_functions.add_labels_to_source(parameters) end

---Make the given labels the only ones of a source.
---
---```lua
----- Make the given labels the only ones of a source
---local result = app.integrations.segment.replace_labels_in_source({
---  sourceId = "abc123",
---  labels = {
---    {
---      key = "environment",
---      value = "production"
---    }
---  }
---})
---
---for _, label in ipairs(result.labels or {}) do
---  print(label.key)
---end
---```
---@param parameters segment.replace_labels_in_source.Parameters
---@return segment.replace_labels_in_source.Result result
function app_integrations_segment_functions.replace_labels_in_source(parameters) end

---Return what a source does with events that its tracking plan does not allow.
---
---```lua
----- Return what a source does with events that its tracking plan does not allow
---local result = app.integrations.segment.list_schema_settings_in_source({
---  sourceId = "abc123"
---})
---print(result.source_id)
---```
---@param parameters segment.list_schema_settings_in_source.Parameters
---@return segment.list_schema_settings_in_source.Result result
function app_integrations_segment_functions.list_schema_settings_in_source(parameters) end

---Set what a source does with events that its tracking plan does not allow.
---
---```lua
----- Set what a source does with events that its tracking plan does not allow
---local result = app.integrations.segment.update_schema_settings_in_source({
---  sourceId = "abc123",
---  track = {
---    allowUnplannedEvents = false,
---    commonEventOnViolations = "BLOCK"
---  }
---})
---print(result.source_id)
---```
---@param parameters segment.update_schema_settings_in_source.Parameters
---@return segment.update_schema_settings_in_source.Result result
function app_integrations_segment_functions.update_schema_settings_in_source(parameters) end

---Withdraw a write key of a source: what still sends with it is no longer heard.
---
---```lua
----- Withdraw a write key of a source
---local result = app.integrations.segment.remove_write_key_from_source({
---  sourceId = "abc123",
---  writeKey = "simulator-default"
---})
---print(result.status)
---```
---@param parameters segment.remove_write_key_from_source.Parameters
---@return segment.remove_write_key_from_source.Result result
function app_integrations_segment_functions.remove_write_key_from_source(parameters) end

---Give a source one more write key.
---
---```lua
----- Give a source one more write key
---local result = app.integrations.segment.create_write_key_for_source({
---  sourceId = "abc123"
---})
---print(result.source.slug)
---```
---@param parameters segment.create_write_key_for_source.Parameters
---@return segment.create_write_key_for_source.Result result
function app_integrations_segment_functions.create_write_key_for_source(parameters) end

---Delete a source and disconnect what hangs on it.
---
---```lua
----- Delete a source and disconnect what hangs on it
---local result = app.integrations.segment.delete_source({
---  sourceId = "abc123"
---})
---print(result.status)
---```
---@param parameters segment.delete_source.Parameters
---@return segment.delete_source.Result result
function app_integrations_segment_functions.delete_source(parameters) end

---Rename a source, pause or resume it (enabled), or change its settings.
---
---```lua
----- Rename a source, pause or resume it (enabled), or change its settings
---local result = app.integrations.segment.update_source({
---  sourceId = "abc123",
---  name = "Website (new)"
---})
---print(result.source.slug)
---```
---@param parameters segment.update_source.Parameters
---@return segment.update_source.Result result
function app_integrations_segment_functions.update_source(parameters) end

---Create a source. It is connected to every warehouse unless disconnectAllWarehouses says otherwise.
---
---```lua
----- Create a source
---local result = app.integrations.segment.create_source({
---  slug = "my-server",
---  enabled = true,
---  metadataId = "iUM16Md8P2",
---  disconnectAllWarehouses = true
---})
---print(result.source.slug)
---```
---@param parameters segment.create_source.Parameters
---@return segment.create_source.Result result
function app_integrations_segment_functions.create_source(parameters) end

---Delete a filter of a space.
---
---```lua
----- Delete a filter of a space
---local result = app.integrations.segment.delete_filter_by_id({
---  id = "spacefilter1"
---})
---print(result.deleted)
---```
---@param parameters segment.delete_filter_by_id.Parameters
---@return segment.delete_filter_by_id.Result result
function app_integrations_segment_functions.delete_filter_by_id(parameters) end

---Return one filter of a space.
---
---```lua
----- Return one filter of a space
---local result = app.integrations.segment.get_filter_by_id({
---  id = "spacefilter1"
---})
---print(result.filter.id)
---```
---@param parameters segment.get_filter_by_id.Parameters
---@return segment.get_filter_by_id.Result result
function app_integrations_segment_functions.get_filter_by_id(parameters) end

---Change, pause or resume a filter of a space.
---
---```lua
----- Change, pause or resume a filter of a space
---local result = app.integrations.segment.update_filter_by_id({
---  id = "spacefilter1",
---  integrationId = "space1",
---  enabled = false
---})
---print(result.filter.id)
---```
---@param parameters segment.update_filter_by_id.Parameters
---@return segment.update_filter_by_id.Result result
function app_integrations_segment_functions.update_filter_by_id(parameters) end

---List the filters of a space, ten a page.
---
---```lua
----- List the filters of a space, ten a page
---local result = app.integrations.segment.list_filters_for_space({
---  integrationId = "space1"
---})
---
---for _, filter in ipairs(result.filters or {}) do
---  print(filter.id)
---end
---```
---@param parameters segment.list_filters_for_space.Parameters
---@return segment.list_filters_for_space.Result result
function app_integrations_segment_functions.list_filters_for_space(parameters) end

---Add a filter to a space.
---
---```lua
----- Add a filter to a space
---local result = app.integrations.segment.create_filter_for_space({
---  integrationId = "space1",
---  name = "No bots",
---  ["if"] = "context.userAgent contains \"bot\"",
---  drop = true
---})
---print(result.filter.id)
---```
---@param parameters segment.create_filter_for_space.Parameters
---@return segment.create_filter_for_space.Result result
function app_integrations_segment_functions.create_filter_for_space(parameters) end

---List some values that a property of an entity has had.
---
---```lua
----- List some values that a property of an entity has had
---local result = app.integrations.segment.list_sample_values_from_entity_property({
---  spaceId = "space1",
---  entitySlug = "orders",
---  propertyName = "total"
---})
---
---for _, value in ipairs(result.sample_values or {}) do
---  print(value)
---end
---```
---@param parameters segment.list_sample_values_from_entity_property.Parameters
---@return segment.list_sample_values_from_entity_property.Result result
function app_integrations_segment_functions.list_sample_values_from_entity_property(parameters) end

---List the properties of an entity.
---
---```lua
----- List the properties of an entity
---local result = app.integrations.segment.list_properties_from_entity({
---  spaceId = "space1",
---  entitySlug = "orders"
---})
---
---for _, property in ipairs(result.entity_properties or {}) do
---  print(property.name)
---end
---```
---@param parameters segment.list_properties_from_entity.Parameters
---@return segment.list_properties_from_entity.Result result
function app_integrations_segment_functions.list_properties_from_entity(parameters) end

---List the entities of a space and the ways that lead from one to another.
---
---```lua
----- List the entities of a space and the ways that lead from one to another
---local result = app.integrations.segment.list_entity_paths({
---  spaceId = "space1"
---})
---
---for _, path in ipairs(result.entity_paths or {}) do
---  print(path.id)
---end
---```
---@param parameters segment.list_entity_paths.Parameters
---@return segment.list_entity_paths.Result result
function app_integrations_segment_functions.list_entity_paths(parameters) end

---List some values that a property of an event has had.
---
---```lua
----- List some values that a property of an event has had
---local result = app.integrations.segment.list_sample_values_from_event_property({
---  spaceId = "space1",
---  eventName = "Order Completed",
---  propertyName = "total",
---  propertyType = "PROPERTY"
---})
---
---for _, value in ipairs(result.sample_values or {}) do
---  print(value)
---end
---```
---@param parameters segment.list_sample_values_from_event_property.Parameters
---@return segment.list_sample_values_from_event_property.Result result
function app_integrations_segment_functions.list_sample_values_from_event_property(parameters) end

---List the properties that were seen in an event.
---
---```lua
----- List the properties that were seen in an event
---local result = app.integrations.segment.list_properties_from_event({
---  spaceId = "space1",
---  eventName = "Order Completed"
---})
---
---for _, property in ipairs(result.event_properties or {}) do
---  print(property.name)
---end
---```
---@param parameters segment.list_properties_from_event.Parameters
---@return segment.list_properties_from_event.Result result
function app_integrations_segment_functions.list_properties_from_event(parameters) end

---List the events that a space has seen.
---
---```lua
----- List the events that a space has seen
---local result = app.integrations.segment.list_events({
---  spaceId = "space1"
---})
---
---for _, event in ipairs(result.events or {}) do
---  print(event.name)
---end
---```
---@param parameters segment.list_events.Parameters
---@return segment.list_events.Result result
function app_integrations_segment_functions.list_events(parameters) end

---List some values that a trait has had.
---
---```lua
----- List some values that a trait has had
---local result = app.integrations.segment.list_sample_values_from_trait({
---  spaceId = "space1",
---  traitKey = "plan"
---})
---
---for _, value in ipairs(result.sample_values or {}) do
---  print(value)
---end
---```
---@param parameters segment.list_sample_values_from_trait.Parameters
---@return segment.list_sample_values_from_trait.Result result
function app_integrations_segment_functions.list_sample_values_from_trait(parameters) end

---List the traits that a space has seen.
---
---```lua
----- List the traits that a space has seen
---local result = app.integrations.segment.list_traits({
---  spaceId = "space1"
---})
---
---for _, trait in ipairs(result.traits or {}) do
---  print(trait.trait)
---end
---```
---@param parameters segment.list_traits.Parameters
---@return segment.list_traits.Result result
function app_integrations_segment_functions.list_traits(parameters) end

---Tell for many addresses or phone numbers at once whether they want messages. Nothing is changed.
---
---```lua
----- Tell for many addresses or phone numbers at once whether they want messages
---local result = app.integrations.segment.batch_query_messaging_subscriptions({
---  spaceId = "space1",
---  subscriptions = {
---    {
---      key = "jane@example.com",
---      type = "EMAIL"
---    }
---  }
---})
---
---for _, success in ipairs(result.successes or {}) do
---  print(success.key)
---end
---```
---@param parameters segment.batch_query_messaging_subscriptions.Parameters
---@return segment.batch_query_messaging_subscriptions.Result result
function app_integrations_segment_functions.batch_query_messaging_subscriptions(parameters) end

---Set for many addresses or phone numbers at once whether they want messages.
---
---```lua
----- Set for many addresses or phone numbers at once whether they want messages
---local result = app.integrations.segment.replace_messaging_subscriptions({
---  spaceId = "space1",
---  subscriptions = {
---    {
---      key = "jane@example.com",
---      type = "EMAIL",
---      status = "UNSUBSCRIBED"
---    }
---  }
---})
---
---for _, success in ipairs(result.successes or {}) do
---  print(success.key)
---end
---```
---@param parameters segment.replace_messaging_subscriptions.Parameters
---@return segment.replace_messaging_subscriptions.Result result
function app_integrations_segment_functions.replace_messaging_subscriptions(parameters) end

---Return one space.
---
---```lua
----- Return one space
---local result = app.integrations.segment.get_space({
---  spaceId = "space1"
---})
---print(result.space.name)
---```
---@param parameters segment.get_space.Parameters
---@return segment.get_space.Result result
function app_integrations_segment_functions.get_space(parameters) end

---List the spaces of the workspace.
---
---```lua
----- List the spaces of the workspace
---local result = app.integrations.segment.list_spaces({})
---
---for _, space in ipairs(result.spaces or {}) do
---  print(space.name)
---end
---```
---@param parameters? segment.list_spaces.Parameters
---@return segment.list_spaces.Result result
function app_integrations_segment_functions.list_spaces(parameters) end

---Send a message back, to try the token and the connection.
---
---```lua
----- Send a message back, to try the token and the connection
---local result = app.integrations.segment.echo({
---  message = "Are you there?"
---})
---print(result.method)
---```
---@param parameters segment.echo.Parameters
---@return segment.echo.Result result
function app_integrations_segment_functions.echo(parameters) end

---Remove rules from a tracking plan.
---
---```lua
----- Remove rules from a tracking plan
---local result = app.integrations.segment.remove_rules_from_tracking_plan({
---  trackingPlanId = "tp1",
---  rules = {
---    {
---      type = "TRACK",
---      key = "Order Completed",
---      version = 1
---    }
---  }
---})
---print(result.status)
---```
---@param parameters segment.remove_rules_from_tracking_plan.Parameters
---@return segment.remove_rules_from_tracking_plan.Result result
function app_integrations_segment_functions.remove_rules_from_tracking_plan(parameters) end

---List the rules of a tracking plan.
---
---```lua
----- List the rules of a tracking plan
---local result = app.integrations.segment.list_rules_from_tracking_plan({
---  trackingPlanId = "tp1"
---})
---
---for _, rule in ipairs(result.rules or {}) do
---  print(rule.type)
---end
---```
---@param parameters segment.list_rules_from_tracking_plan.Parameters
---@return segment.list_rules_from_tracking_plan.Result result
function app_integrations_segment_functions.list_rules_from_tracking_plan(parameters) end

---Add rules to a tracking plan, or change those it has; at most 200 at a time.
---
---```lua
----- Add rules to a tracking plan, or change those it has
---local result = app.integrations.segment.update_rules_in_tracking_plan({
---  trackingPlanId = "tp1",
---  rules = {
---    {
---      type = "TRACK",
---      key = "Order Completed",
---      version = 1,
---      jsonSchema = {
---        type = "object",
---        required = {
---          "total"
---        }
---      }
---    }
---  }
---})
---print(result.status)
---```
---@param parameters segment.update_rules_in_tracking_plan.Parameters
---@return segment.update_rules_in_tracking_plan.Result result
function app_integrations_segment_functions.update_rules_in_tracking_plan(parameters) end

---Make the given rules the only ones of a tracking plan; at most 200, also of those it has.
---
---```lua
----- Make the given rules the only ones of a tracking plan
---local result = app.integrations.segment.replace_rules_in_tracking_plan({
---  trackingPlanId = "tp1",
---  rules = {
---    {
---      type = "TRACK",
---      key = "Order Completed",
---      version = 1,
---      jsonSchema = {
---        type = "object",
---        required = {
---          "total"
---        }
---      }
---    }
---  }
---})
---print(result.status)
---```
---@param parameters segment.replace_rules_in_tracking_plan.Parameters
---@return segment.replace_rules_in_tracking_plan.Result result
function app_integrations_segment_functions.replace_rules_in_tracking_plan(parameters) end

---Free a source from a tracking plan.
---
---```lua
----- Free a source from a tracking plan
---local result = app.integrations.segment.remove_source_from_tracking_plan({
---  trackingPlanId = "tp1",
---  sourceId = "abc123"
---})
---print(result.status)
---```
---@param parameters segment.remove_source_from_tracking_plan.Parameters
---@return segment.remove_source_from_tracking_plan.Result result
function app_integrations_segment_functions.remove_source_from_tracking_plan(parameters) end

---List the sources that are held to a tracking plan.
---
---```lua
----- List the sources that are held to a tracking plan
---local result = app.integrations.segment.list_sources_from_tracking_plan({
---  trackingPlanId = "tp1"
---})
---
---for _, source in ipairs(result.sources or {}) do
---  print(source.slug)
---end
---```
---@param parameters segment.list_sources_from_tracking_plan.Parameters
---@return segment.list_sources_from_tracking_plan.Result result
function app_integrations_segment_functions.list_sources_from_tracking_plan(parameters) end

---Hold a source to a tracking plan.
---
---```lua
----- Hold a source to a tracking plan
---local result = app.integrations.segment.add_source_to_tracking_plan({
---  trackingPlanId = "tp1",
---  sourceId = "abc123"
---})
---print(result.status)
---```
---@param parameters segment.add_source_to_tracking_plan.Parameters
---@return segment.add_source_to_tracking_plan.Result result
function app_integrations_segment_functions.add_source_to_tracking_plan(parameters) end

---Delete a tracking plan.
---
---```lua
----- Delete a tracking plan
---local result = app.integrations.segment.delete_tracking_plan({
---  trackingPlanId = "tp1"
---})
---print(result.status)
---```
---@param parameters segment.delete_tracking_plan.Parameters
---@return segment.delete_tracking_plan.Result result
function app_integrations_segment_functions.delete_tracking_plan(parameters) end

---Return one tracking plan, without its rules.
---
---```lua
----- Return one tracking plan, without its rules
---local result = app.integrations.segment.get_tracking_plan({
---  trackingPlanId = "tp1"
---})
---print(result.tracking_plan.id)
---```
---@param parameters segment.get_tracking_plan.Parameters
---@return segment.get_tracking_plan.Result result
function app_integrations_segment_functions.get_tracking_plan(parameters) end

---Rename or describe a tracking plan.
---
---```lua
----- Rename or describe a tracking plan
---local result = app.integrations.segment.update_tracking_plan({
---  trackingPlanId = "tp1",
---  description = "What the shop sends"
---})
---print(result.status)
---```
---@param parameters segment.update_tracking_plan.Parameters
---@return segment.update_tracking_plan.Result result
function app_integrations_segment_functions.update_tracking_plan(parameters) end

---List the tracking plans of the workspace.
---
---```lua
----- List the tracking plans of the workspace
---local result = app.integrations.segment.list_tracking_plans({
---  type = "LIVE"
---})
---
---for _, plan in ipairs(result.tracking_plans or {}) do
---  print(plan.id)
---end
---```
---@param parameters? segment.list_tracking_plans.Parameters
---@return segment.list_tracking_plans.Result result
function app_integrations_segment_functions.list_tracking_plans(parameters) end

---Create a tracking plan without rules.
---
---```lua
----- Create a tracking plan without rules
---local result = app.integrations.segment.create_tracking_plan({
---  name = "Shop",
---  type = "LIVE"
---})
---print(result.tracking_plan.id)
---```
---@param parameters segment.create_tracking_plan.Parameters
---@return segment.create_tracking_plan.Result result
function app_integrations_segment_functions.create_tracking_plan(parameters) end

---Delete a transformation.
---
---```lua
----- Delete a transformation
---local result = app.integrations.segment.delete_transformation({
---  transformationId = "trans1"
---})
---print(result.status)
---```
---@param parameters segment.delete_transformation.Parameters
---@return segment.delete_transformation.Result result
function app_integrations_segment_functions.delete_transformation(parameters) end

---Return one transformation.
---
---```lua
----- Return one transformation
---local result = app.integrations.segment.get_transformation({
---  transformationId = "trans1"
---})
---print(result.transformation.name)
---```
---@param parameters segment.get_transformation.Parameters
---@return segment.get_transformation.Result result
function app_integrations_segment_functions.get_transformation(parameters) end

---Change, pause or resume a transformation.
---
---```lua
----- Change, pause or resume a transformation
---local result = app.integrations.segment.update_transformation({
---  transformationId = "trans1",
---  enabled = false
---})
---print(result.transformation.name)
---```
---@param parameters segment.update_transformation.Parameters
---@return segment.update_transformation.Result result
function app_integrations_segment_functions.update_transformation(parameters) end

---List the transformations of the workspace.
---
---```lua
----- List the transformations of the workspace
---local result = app.integrations.segment.list_transformations({})
---
---for _, transformation in ipairs(result.transformations or {}) do
---  print(transformation.name)
---end
---```
---@param parameters? segment.list_transformations.Parameters
---@return segment.list_transformations.Result result
function app_integrations_segment_functions.list_transformations(parameters) end

---Create a transformation: which events it takes, and what it makes of them.
---
---```lua
----- Create a transformation
---local result = app.integrations.segment.create_transformation({
---  name = "Rename total",
---  sourceId = "abc123",
---  enabled = true,
---  ["if"] = "type = \"track\" and event = \"Order Completed\"",
---  propertyRenames = {
---    {
---      oldName = "total",
---      newName = "revenue"
---    }
---  }
---})
---print(result.transformation.name)
---```
---@param parameters segment.create_transformation.Parameters
---@return segment.create_transformation.Result result
function app_integrations_segment_functions.create_transformation(parameters) end

---Try whether a warehouse can be reached with the given settings. Nothing is changed.
---
---```lua
----- Try whether a warehouse can be reached with the given settings
---local result = app.integrations.segment.create_validation_in_warehouse({
---  metadataId = "55d3d3aea3c",
---  settings = {
---    name = "Analytics",
---    host = "db.example.com",
---    database = "analytics",
---    user = "segment"
---  }
---})
---print(result.status)
---```
---@param parameters segment.create_validation_in_warehouse.Parameters
---@return segment.create_validation_in_warehouse.Result result
function app_integrations_segment_functions.create_validation_in_warehouse(parameters) end

---Stop loading a source into a warehouse.
---
---```lua
----- Stop loading a source into a warehouse
---local result = app.integrations.segment.remove_source_connection_from_warehouse({
---  warehouseId = "wh1",
---  sourceId = "abc123"
---})
---print(result.status)
---```
---@param parameters segment.remove_source_connection_from_warehouse.Parameters
---@return segment.remove_source_connection_from_warehouse.Result result
function app_integrations_segment_functions.remove_source_connection_from_warehouse(parameters) end

---Start loading a source into a warehouse.
---
---```lua
----- Start loading a source into a warehouse
---local result = app.integrations.segment.add_connection_from_source_to_warehouse({
---  warehouseId = "wh1",
---  sourceId = "abc123"
---})
---print(result.status)
---```
---@param parameters segment.add_connection_from_source_to_warehouse.Parameters
---@return segment.add_connection_from_source_to_warehouse.Result result
function app_integrations_segment_functions.add_connection_from_source_to_warehouse(parameters) end

---List the sources that are loaded into a warehouse.
---
---```lua
----- List the sources that are loaded into a warehouse
---local result = app.integrations.segment.list_connected_sources_from_warehouse({
---  warehouseId = "wh1"
---})
---
---for _, source in ipairs(result.sources or {}) do
---  print(source.slug)
---end
---```
---@param parameters segment.list_connected_sources_from_warehouse.Parameters
---@return segment.list_connected_sources_from_warehouse.Result result
function app_integrations_segment_functions.list_connected_sources_from_warehouse(parameters) end

---Tell whether a warehouse can be reached.
---
---```lua
----- Tell whether a warehouse can be reached
---local result = app.integrations.segment.get_connection_state_from_warehouse({
---  warehouseId = "wh1"
---})
---print(result.connection_state)
---```
---@param parameters segment.get_connection_state_from_warehouse.Parameters
---@return segment.get_connection_state_from_warehouse.Result result
function app_integrations_segment_functions.get_connection_state_from_warehouse(parameters) end

---Delete a warehouse from the workspace; the database itself stays.
---
---```lua
----- Delete a warehouse from the workspace
---local result = app.integrations.segment.delete_warehouse({
---  warehouseId = "wh1"
---})
---print(result.status)
---```
---@param parameters segment.delete_warehouse.Parameters
---@return segment.delete_warehouse.Result result
function app_integrations_segment_functions.delete_warehouse(parameters) end

---Return one warehouse with its settings.
---
---```lua
----- Return one warehouse with its settings
---local result = app.integrations.segment.get_warehouse({
---  warehouseId = "wh1"
---})
---print(result.warehouse.id)
---```
---@param parameters segment.get_warehouse.Parameters
---@return segment.get_warehouse.Result result
function app_integrations_segment_functions.get_warehouse(parameters) end

---Rename a warehouse, pause or resume it (enabled), or change its settings.
---
---```lua
----- Rename a warehouse, pause or resume it (enabled), or change its settings
---local result = app.integrations.segment.update_warehouse({
---  warehouseId = "wh1",
---  enabled = false,
---  settings = {
---    name = "Analytics",
---    host = "db.example.com",
---    database = "analytics",
---    user = "segment"
---  }
---})
---print(result.warehouse.id)
---```
---@param parameters segment.update_warehouse.Parameters
---@return segment.update_warehouse.Result result
function app_integrations_segment_functions.update_warehouse(parameters) end

---List the warehouses of the workspace.
---
---```lua
----- List the warehouses of the workspace
---local result = app.integrations.segment.list_warehouses({})
---
---for _, warehous in ipairs(result.warehouses or {}) do
---  print(warehous.id)
---end
---```
---@param parameters? segment.list_warehouses.Parameters
---@return segment.list_warehouses.Result result
function app_integrations_segment_functions.list_warehouses(parameters) end

---Connect a warehouse. Every source is loaded into it unless disconnectAllSources says otherwise.
---
---```lua
----- Connect a warehouse
---local result = app.integrations.segment.create_warehouse({
---  metadataId = "55d3d3aea3c",
---  name = "Reports",
---  settings = {
---    name = "Reports",
---    host = "db.example.com",
---    database = "analytics",
---    user = "segment"
---  },
---  disconnectAllSources = true
---})
---print(result.warehouse.id)
---```
---@param parameters segment.create_warehouse.Parameters
---@return segment.create_warehouse.Result result
function app_integrations_segment_functions.create_warehouse(parameters) end

---@class segment : segment.Functions
---@field default segment.Functions
---@field production segment.Functions
---@field staging segment.Functions

app = app or {}
app.integrations = app.integrations or {}
---@type segment
app.integrations.segment = app_integrations_segment_functions --[[@as segment]]

---@class json
---JSON null: where nil would leave a field out, it is sent as null.
---@field null any
json = {}

---@class regex
regex = {}

---Writes a value as JSON; integers of 64 bits keep their digits.
---@param value any
---@return string text
function json.encode(value) end

---Reads JSON; null is json.null. An error names line and column.
---@param text string
---@return any value
function json.decode(text) end

---Marks a table as a list, so that it is [] in JSON also when it is empty.
---@param list? table
---@return table list
function json.array(list) end

---The first match of a regular expression (RE2, in linear time): its groups, or the whole where it has none; nil without a match.
---@param text string
---@param pattern string
---@return any ...
function regex.match(text, pattern) end

---Every match: a list of texts, or of lists where the pattern has several groups.
---@param text string
---@param pattern string
---@return any[] matches
function regex.match_all(text, pattern) end

---Replaces what matches: by a text ($1 is the first group), by the values of a table, or by what a function returns.
---@param text string
---@param pattern string
---@param replacement string|table|function
---@param most? integer
---@return string text
---@return integer count
function regex.gsub(text, pattern, replacement, most) end

---Runs functions at once, so that their calls wait at the same time, and gives their results in order; with a list, a function for each item, at most limit of them at a time (100). The first error cancels the rest.
---@overload fun(list: any[], f: (fun(item: any, index: integer): any), options?: { limit: integer }): any[]
---@param ... fun(): any
---@return any ...
function parallel(...) end

---Any value as readable text, tables with what is in them; print shows tables so, too.
---@param value any
---@return string text
function dump(value) end

---Values that are given to the script, by name: --arg month=11 at the command line.
---@type table<string, any>
args = {}
