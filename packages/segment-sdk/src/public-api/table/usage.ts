import type { Group } from './group.js';

/** How many API calls the workspace used, for its bill. */
export const apiCalls = {
  page: 'api-calls',
  about: 'How many API calls the workspace used, for its bill.',
  operations: {
    get_daily_workspace_api_calls_usage: {
      http: 'GET /usage/api-calls/daily',
      summary: 'Count the API calls of the workspace, day by day for one month.',
      query: {
        period: 'string',
        'pagination?': 'PaginationInput',
      },
      data: {
        dailyWorkspaceAPICallsUsage: 'APICallSnapshot[]',
        pagination: 'Pagination',
      },
      list: 'dailyWorkspaceAPICallsUsage',
    },
    get_daily_per_source_api_calls_usage: {
      http: 'GET /usage/api-calls/sources/daily',
      summary: 'Count the API calls of each source, day by day for one month.',
      query: {
        period: 'string',
        'pagination?': 'PaginationInput',
      },
      data: {
        dailyPerSourceAPICallsUsage: 'SourceAPICallSnapshot[]',
        pagination: 'Pagination',
      },
      list: 'dailyPerSourceAPICallsUsage',
    },
  },
} as const satisfies Group;

/** How many events the workspace received, over time. */
export const events = {
  page: 'events',
  about: 'How many events the workspace received, over time.',
  operations: {
    get_events_volume_from_workspace: {
      http: 'GET /events/volume',
      summary: 'Count the events that the workspace received, over time, in all or by source, name, type or version.',
      rate: '60/minute',
      query: {
        granularity: "'DAY'|'HOUR'|'MINUTE'",
        startTime: 'string',
        endTime: 'string',
        'groupBy?': 'string[]',
        'sourceId?': 'string[] – Only events of these sources.',
        'eventName?': 'string[] – Only events of these names.',
        'eventType?': 'string[] – Only events of these types.',
        'appVersion?': 'string[] – Only events of these versions of an app.',
        'pagination?': 'PaginationInput',
      },
      data: {
        path: 'string',
        query: 'EventsVolumeQuery',
        result: 'SourceEventVolume[]',
        'pagination?': 'Pagination',
      },
      list: 'result',
    },
  },
} as const satisfies Group;

/** How many different users were tracked, for the bill. */
export const monthlyTrackedUsers = {
  page: 'monthly-tracked-users',
  about: 'How many different users were tracked, for the bill.',
  operations: {
    get_daily_workspace_mtu_usage: {
      http: 'GET /usage/mtu/daily',
      summary: 'Count the users that the workspace tracked, day by day for one month.',
      query: {
        period: 'string',
        'pagination?': 'PaginationInput',
      },
      data: {
        dailyWorkspaceMTUUsage: 'MtuSnapshot[]',
        pagination: 'Pagination',
      },
      list: 'dailyWorkspaceMTUUsage',
    },
    get_daily_per_source_mtu_usage: {
      http: 'GET /usage/mtu/sources/daily',
      summary: 'Count the users that each source tracked, day by day for one month.',
      query: {
        period: 'string',
        'pagination?': 'PaginationInput',
      },
      data: {
        dailyPerSourceMTUUsage: 'UsersPerSourceSnapshot[]',
        pagination: 'Pagination',
      },
      list: 'dailyPerSourceMTUUsage',
    },
  },
} as const satisfies Group;
