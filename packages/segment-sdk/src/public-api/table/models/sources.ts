import type { Models } from '../group.js';

/** Sources and what they do with events that break the plan. */
export const sourcesModels = {
  CommonEventOnViolations: "'ALLOW'|'BLOCK'|'OMIT_TRAITS'",
  Destination: {
    id: 'string',
    'name?': 'string',
    enabled: 'boolean',
    metadata: 'DestinationMetadata',
    sourceId: 'string',
    settings: 'map!',
  },
  GroupSourceSettings: {
    'allowUnplannedTraits?': 'boolean – Whether traits that the plan does not name pass.',
    'allowTraitsOnViolations?': 'boolean – Whether traits that violate the plan pass.',
    'commonEventOnViolations?': 'CommonEventOnViolations – What happens to a call that violates the plan.',
  },
  LivePlugins: {
    id: 'string',
    sourceId: 'string',
    createdAt: 'string',
    createdBy: 'string',
    downloadURL: 'string!',
    version: 'number',
    'code?': 'string|null!',
  },
  Source: {
    id: 'string',
    slug: 'string',
    'name?': 'string',
    metadata: 'SourceMetadata',
    workspaceId: 'string',
    enabled: 'boolean',
    writeKeys: 'string[]!',
    'settings?': 'map!',
    labels: 'Label[]',
  },
  SourceSettings: {
    'track?': 'TrackSourceSettings',
    'identify?': 'GroupSourceSettings',
    'group?': 'GroupSourceSettings',
    'forwardingViolationsTo?': 'string',
    'forwardingBlockedEventsTo?': 'string',
  },
  TrackSourceSettings: {
    'allowUnplannedEvents?': 'boolean – Whether events that the plan does not name pass.',
    'allowUnplannedEventProperties?': 'boolean – Whether properties that the plan does not name pass.',
    'allowEventOnViolations?': 'boolean – Whether events that violate the plan pass.',
    'allowPropertiesOnViolations?': 'boolean – Whether properties that violate the plan pass.',
    'commonEventOnViolations?':
      'TrackSourceSettingsCommonEventOnViolations – What happens to a call that violates the plan.',
  },
  TrackSourceSettingsCommonEventOnViolations: "'ALLOW'|'BLOCK'|'OMIT_PROPERTIES'",
  Warehouse: {
    id: 'string',
    metadata: 'WarehouseMetadata',
    workspaceId: 'string',
    enabled: 'boolean',
    settings: 'map!',
  },
} as const satisfies Models;
