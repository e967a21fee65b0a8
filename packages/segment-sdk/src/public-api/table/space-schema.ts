import type { Group } from './group.js';

/** What a space has seen: its events, properties, traits and entities, with sample values. */
export const spaceSchema = {
  page: 'space-schema',
  about: 'What a space has seen: its events, properties, traits and entities, with sample values.',
  operations: {
    list_sample_values_from_entity_property: {
      http: 'GET /spaces/{spaceId}/entities/{entitySlug}/properties/{propertyName}/sample-values',
      summary: 'List some values that a property of an entity has had.',
      stability: 'alpha',
      rate: '25/minute',
      data: {
        sampleValues: 'string[]',
      },
      list: 'sampleValues',
    },
    list_properties_from_entity: {
      http: 'GET /spaces/{spaceId}/entities/{entitySlug}/properties',
      summary: 'List the properties of an entity.',
      stability: 'alpha',
      rate: '25/minute',
      query: {
        'pagination?': 'PaginationInput',
        'includeSampleValues?': 'boolean',
        'samplesCount?': 'number',
      },
      data: {
        entityProperties: 'EntityProperty[]',
        pagination: 'ForwardOnlyPagination',
      },
      list: 'entityProperties',
    },
    list_entity_paths: {
      http: 'GET /spaces/{spaceId}/entity-paths',
      summary: 'List the entities of a space and the ways that lead from one to another.',
      stability: 'alpha',
      rate: '25/minute',
      query: {
        'pagination?': 'PaginationInput',
        'search?': 'string',
      },
      data: {
        entityPaths: 'EntityPath[]',
        pagination: 'Pagination',
      },
      list: 'entityPaths',
    },
    list_sample_values_from_event_property: {
      http: 'GET /spaces/{spaceId}/events/{eventName}/properties/{propertyName}/sample-values',
      summary: 'List some values that a property of an event has had.',
      stability: 'alpha',
      rate: '25/minute',
      path: {
        eventName: 'Name of the event.',
      },
      query: {
        propertyType: 'EventPropertyType – Whether it is a property or part of the context.',
      },
      data: {
        sampleValues: 'string[]',
      },
      list: 'sampleValues',
    },
    list_properties_from_event: {
      http: 'GET /spaces/{spaceId}/events/{eventName}/properties',
      summary: 'List the properties that were seen in an event.',
      stability: 'alpha',
      rate: '25/minute',
      path: {
        eventName: 'Name of the event.',
      },
      query: {
        'pagination?': 'PaginationInput',
        'sortBy?': "'lastSeenAt'|'name'",
        'sortDir?': "'asc'|'desc'",
        'search?': 'string',
        'includeSampleValues?': 'boolean',
        'samplesCount?': 'number',
      },
      data: {
        eventProperties: 'EventProperty[]',
        pagination: 'Pagination',
      },
      list: 'eventProperties',
    },
    list_events: {
      http: 'GET /spaces/{spaceId}/events',
      summary: 'List the events that a space has seen.',
      stability: 'alpha',
      rate: '25/minute',
      query: {
        'pagination?': 'PaginationInput',
        'sortBy?': "'lastSeenAt'|'name'",
        'sortDir?': "'asc'|'desc'",
        'search?': 'string',
      },
      data: {
        events: 'SchemaEvent[]',
        pagination: 'Pagination',
      },
      list: 'events',
    },
    list_sample_values_from_trait: {
      http: 'GET /spaces/{spaceId}/traits/{traitKey}/sample-values',
      summary: 'List some values that a trait has had.',
      stability: 'alpha',
      rate: '25/minute',
      query: {
        'collection?': "'accounts'|'users' – Whose trait.",
      },
      data: {
        sampleValues: 'string[]',
      },
      list: 'sampleValues',
    },
    list_traits: {
      http: 'GET /spaces/{spaceId}/traits',
      summary: 'List the traits that a space has seen.',
      stability: 'alpha',
      rate: '25/minute',
      query: {
        'pagination?': 'PaginationInput',
        'sortBy?': "'lastSeenAt'|'trait'",
        'sortDir?': "'asc'|'desc'",
        'search?': 'string',
        'collection?': "'accounts'|'users' – Whose traits.",
        'includeSampleValues?': 'boolean',
        'samplesCount?': 'number',
      },
      data: {
        traits: 'Trait[]',
        pagination: 'ForwardOnlyPagination',
      },
      list: 'traits',
    },
  },
} as const satisfies Group;
