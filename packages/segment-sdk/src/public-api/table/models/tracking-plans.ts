import type { Models } from '../group.js';

/** Tracking plans, their rules, and transformations. */
export const trackingPlansModels = {
  FQLDefinedProperty: {
    fql: 'string – The expression.',
    propertyName: 'string – The property that gets its value.',
  },
  HashPropertiesConfiguration: {
    algorithm: 'string – The hash, such as sha256.',
    'key?': 'string! – A secret key, for an HMAC.',
    'encoding?': 'HashPropertiesConfigurationEncoding – How the hash is written.',
    paths: 'string[] – The properties.',
  },
  HashPropertiesConfigurationEncoding: "'BASE16'|'BASE64'|'BASE64URL'|'HEX'",
  PropertyRename: {
    oldName: 'string – The name it has.',
    newName: 'string – The name it gets.',
  },
  PropertyValueTransformation: {
    propertyPaths: 'string[] – The properties.',
    propertyValue: 'string – The value they get.',
  },
  RemoveRule: {
    type: 'RuleType – The type of call.',
    'key?': 'string – Name of the event.',
    version: 'number – Version of the rule.',
  },
  Rule: {
    type: 'RuleType',
    'key?': 'string',
    jsonSchema: 'any|null',
    version: 'number',
    'createdAt?': 'string',
    'updatedAt?': 'string',
    'deprecatedAt?': 'string',
  },
  RuleInput: {
    type: 'RuleType – The type of call.',
    'key?': 'string – Name of the event.',
    jsonSchema: 'any|null – What the call must look like.',
    version: 'number – Version of the rule.',
  },
  RuleType: "'COMMON'|'GROUP'|'IDENTIFY'|'PAGE'|'SCREEN'|'TRACK'",
  TrackingPlan: {
    id: 'string',
    'name?': 'string',
    'slug?': 'string',
    'description?': 'string',
    type: 'TrackingPlanType',
    'updatedAt?': 'string',
    'createdAt?': 'string',
  },
  TrackingPlanType: "'ENGAGE'|'LIVE'|'PROPERTY_LIBRARY'|'RULE_LIBRARY'|'TEMPLATE'",
  Transformation: {
    id: 'string',
    name: 'string',
    sourceId: 'string',
    'destinationMetadataId?': 'string',
    enabled: 'boolean',
    if: 'string',
    'drop?': 'boolean',
    'newEventName?': 'string',
    'propertyRenames?': 'PropertyRename[]',
    'propertyValueTransformations?': 'PropertyValueTransformation[]',
    'fqlDefinedProperties?': 'FQLDefinedProperty[]',
    'allowProperties?': 'string[]',
    'hashPropertiesConfiguration?': 'HashPropertiesConfiguration',
  },
  UpsertRule: {
    'newKey?': 'string – The name that the event gets.',
    type: 'RuleType – The type of call.',
    'key?': 'string – Name of the event.',
    jsonSchema: 'any|null – What the call must look like.',
    version: 'number – Version of the rule.',
  },
} as const satisfies Models;
