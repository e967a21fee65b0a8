import type { Models } from '../group.js';

/** Spaces: their filters, schema and subscriptions to messages. */
export const spacesModels = {
  Download: {
    urls: 'string[]!',
  },
  EntityPath: {
    id: 'string',
    entityName: 'string',
    pathName: 'string',
    entitySlug: 'string',
    relationshipSlugs: 'string[]',
    childRelationshipSlugs: 'string[]',
    parentRelationshipSlugPath: 'string',
  },
  EntityProperty: {
    name: 'string',
    primaryKey: 'boolean',
    dataType: 'string',
    'samples?': 'string[]',
  },
  EventProperty: {
    name: 'string',
    type: 'EventPropertyType',
    eventName: 'string',
    lastSeenAt: 'string',
    'samples?': 'string[]',
  },
  EventPropertyType: "'CONTEXT'|'PROPERTY'",
  EventType: "'ALIAS'|'GROUP'|'IDENTIFY'|'PAGE'|'SCREEN'|'TRACK'",
  Filter: {
    id: 'string',
    workspaceId: 'string',
    integrationId: 'string',
    'enabled?': 'boolean',
    'name?': 'string',
    'description?': 'string',
    'if?': 'string',
    'drop?': 'boolean',
    createdAt: 'string',
    updatedAt: 'string',
  },
  GetSubscriptionFailure: {
    key: 'string',
    type: 'string',
    errors: 'MessageSubscriptionResponseError[]',
  },
  GetSubscriptionRequest: {
    key: 'string – The address, phone number or device token.',
    type: 'SubscriptionType – The channel.',
  },
  GetSubscriptionSuccess: {
    key: 'string',
    type: 'SubscriptionType',
    'status?': 'SubscriptionStatus',
    'groups?': 'GroupSubscriptionStatusResponse[]',
    'updatedAt?': 'string',
  },
  GroupSubscriptionStatus: {
    name: 'string – Name of the group of messages.',
    status: 'SubscriptionStatus – Whether they want them.',
  },
  GroupSubscriptionStatusResponse: {
    name: 'string',
    status: 'SubscriptionStatus',
    id: 'string',
    'updatedAt?': 'string',
  },
  ListFiltersPagination: {
    'current?': 'number',
    'next?': 'number',
    'totalEntries?': 'number',
  },
  ListFiltersPaginationInput: {
    'cursor?': 'number – The next of the page before.',
    count: 'number – Entries a page, at most 10.',
  },
  MessageSubscriptionResponse: {
    key: 'string',
    type: 'SubscriptionType',
    'status?': 'SubscriptionStatus',
    'errors?': 'MessageSubscriptionResponseError[]',
    'groups?': 'UpdateGroupSubscriptionStatusResponse[]',
  },
  MessageSubscriptionResponseError: {
    code: 'string',
    message: 'string',
  },
  MessagesSubscriptionRequest: {
    key: 'string – The address, phone number or device token.',
    type: 'SubscriptionType – The channel.',
    'status?': 'SubscriptionStatus – Whether they want messages.',
    'groups?': 'GroupSubscriptionStatus[] – The same for each group of messages.',
  },
  SchemaEvent: {
    name: 'string',
    type: 'EventType',
    lastSeenAt: 'string',
  },
  SubscriptionStatus: "'DID_NOT_SUBSCRIBE'|'SUBSCRIBED'|'UNSUBSCRIBED'",
  SubscriptionType: "'ANDROID_PUSH'|'EMAIL'|'IOS_PUSH'|'SMS'|'WHATSAPP'",
  Trait: {
    trait: 'string',
    type: 'TraitType',
    lastSeenAt: 'string',
    'samples?': 'string[]',
  },
  TraitType: "'AUDIENCE'|'COMPUTED'|'CUSTOM'|'SQL'",
  UpdateGroupSubscriptionStatusResponse: {
    name: 'string',
    status: 'SubscriptionStatus',
    id: 'string',
  },
} as const satisfies Models;
