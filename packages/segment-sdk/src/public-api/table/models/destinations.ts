import type { Models } from '../group.js';

/** Destinations, their mappings and filters. */
export const destinationsModels = {
  Breakdown: {
    metricName: 'string',
    value: 'number',
  },
  DeliveryMetricsSummary: {
    sourceId: 'string',
    destinationMetadataId: 'string',
    metrics: 'Metric[]',
  },
  DestinationFilter: {
    id: 'string',
    sourceId: 'string',
    destinationId: 'string',
    if: 'string',
    actions: 'DestinationFilterAction[]',
    title: 'string',
    'description?': 'string',
    enabled: 'boolean',
    createdAt: 'string',
    updatedAt: 'string',
  },
  DestinationFilterAction: {
    type: 'DestinationFilterActionType – What to do.',
    'fields?': 'map – Properties that are kept or dropped, by where they are: properties, context, traits.',
    'percent?': 'number – For SAMPLE: the share that passes, from 0 to 1.',
    'path?': 'string – For SAMPLE: the field that decides, such as userId.',
  },
  DestinationFilterActionType: "'ALLOW_PROPERTIES'|'DROP'|'DROP_PROPERTIES'|'SAMPLE'",
  DestinationSubscription: {
    id: 'string',
    name: 'string',
    actionId: 'string',
    actionSlug: 'string',
    destinationId: 'string',
    enabled: 'boolean',
    settings: 'map!',
    trigger: 'string',
    'modelId?': 'string',
    'reverseETLSchedule?': 'ReverseEtlScheduleDefinition',
  },
  DestinationSubscriptionUpdate: {
    'name?': 'string – A name for people.',
    'trigger?': 'string – Which events start it, as a condition in FQL.',
    'enabled?': 'boolean – Whether it is on; false pauses it.',
    'settings?': 'map! – What goes into each field of the action.',
    'reverseETLModelId?': 'string – The model whose rows it sends.',
    'reverseETLSchedule?': 'ReverseEtlScheduleDefinition – When the model is run for it.',
  },
  Metric: {
    metricName: 'string',
    total: 'number',
    'breakdown?': 'Breakdown[]',
  },
  PeriodicConfig: {
    interval: 'string – Time between two runs, such as 1h.',
  },
  PreviewDestinationFilter: {
    if: 'string – Which events it is for, as a condition in FQL.',
    actions: 'DestinationFilterAction[] – What happens to them.',
  },
  ReverseEtlCronScheduleConfig: {
    spec: 'string – The times, as cron has them.',
    timezone: 'string – Time zone: America/New_York.',
  },
  ReverseEtlDbtCloudScheduleConfig: {
    jobId: 'string – The job in dbt Cloud.',
    accountId: 'string – The account in dbt Cloud.',
  },
  ReverseEtlScheduleConfig:
    'ReverseEtlCronScheduleConfig|ReverseEtlDbtCloudScheduleConfig|PeriodicConfig|SpecificDaysConfig',
  ReverseEtlScheduleDefinition: {
    strategy: 'ReverseEtlScheduleDefinitionStrategy – The kind of schedule.',
    'config?': 'ReverseEtlScheduleConfig|null – The times, as the strategy wants them.',
  },
  ReverseEtlScheduleDefinitionStrategy: "'CRON'|'DBT_CLOUD'|'MANUAL'|'PERIODIC'|'SPECIFIC_DAYS'",
  SpecificDaysConfig: {
    days: 'number[] – Days of the week, 0 for Sunday.',
    hours: 'number[] – Hours of the day, from 0 to 23.',
    timezone: 'string – Time zone: America/New_York.',
  },
} as const satisfies Models;
