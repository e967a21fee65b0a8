import type { Group } from './group.js';

/** Groups of people or accounts that a query defines: their members, schedules and previews. */
export const audiences = {
  page: 'audiences',
  about: 'Groups of people or accounts that a query defines: their members, schedules and previews.',
  operations: {
    get_audience_preview: {
      http: 'GET /spaces/{spaceId}/audiences/previews/{id}',
      summary: 'Return a preview of an audience: its status and, when it has completed, its size and some members.',
      rate: '300/minute',
      needs: 'Audience',
      path: {
        id: 'Id of the preview.',
      },
      data: {
        audiencePreview: 'AudiencePreview',
      },
    },
    create_audience_preview: {
      http: 'POST /spaces/{spaceId}/audiences/previews',
      summary:
        'Start computing who would be in an audience, without creating it. Ask for it with get_audience_preview.',
      rate: '5/minute, 700/month per spaceId',
      needs: 'Audience',
      body: {
        definition: 'AudienceDefinition – The query that says who is in it.',
        audienceType: 'AudienceType – What it consists of: users, accounts, or entities linked to them.',
        'options?': 'CreateAudiencePreviewOptions – How far to look back, and whom to count.',
      },
      data: {
        audiencePreview: 'IdOnly',
      },
    },
    force_execute_audience_run: {
      http: 'POST /spaces/{spaceId}/audiences/{audienceId}/runs',
      summary: 'Compute an audience now instead of waiting for its schedule.',
      needs: 'Audience',
      data: {
        run: 'IdOnly',
      },
    },
    list_audience_consumers: {
      http: 'GET /spaces/{spaceId}/audiences/{id}/audience-references',
      summary: 'List the audiences that are built on a given audience.',
      stability: 'alpha',
      rate: '25/minute',
      needs: 'Audience',
      path: {
        id: 'Id of the audience that others are built on.',
      },
      query: {
        'pagination?': 'PaginationInput',
        'search?': 'ListAudienceSearch – Only audiences that match.',
        'sort?': 'ListAudienceConsumersSort – In which order.',
      },
      data: {
        audiences: 'AudienceSummary[]',
        pagination: 'Pagination',
      },
      list: 'audiences',
    },
    remove_audience_schedule_from_audience: {
      http: 'DELETE /spaces/{spaceId}/audiences/{id}/schedules/{scheduleId}',
      summary: 'Remove a schedule by which an audience is computed.',
      rate: '50/minute',
      needs: 'Audience',
      path: {
        id: 'Id of the audience.',
      },
      data: {
        status: "'SUCCESS'",
      },
    },
    get_audience_schedule: {
      http: 'GET /spaces/{spaceId}/audiences/{id}/schedules/{scheduleId}',
      summary: 'Return one schedule of an audience.',
      needs: 'Audience',
      path: {
        id: 'Id of the audience.',
      },
      data: {
        audienceSchedule: 'AudienceSchedule',
      },
    },
    update_audience_schedule_for_audience: {
      http: 'PATCH /spaces/{spaceId}/audiences/{id}/schedules/{scheduleId}',
      summary: 'Change when an audience is computed.',
      rate: '50/minute',
      needs: 'Audience',
      path: {
        id: 'Id of the audience.',
      },
      body: {
        strategy: 'AudienceScheduleStrategy',
        config: 'AudienceScheduleConfig|null',
      },
      data: {
        audienceSchedule: 'AudienceSchedule',
      },
    },
    list_audience_schedules: {
      http: 'GET /spaces/{spaceId}/audiences/{id}/schedules',
      summary: 'List the schedules by which an audience is computed.',
      needs: 'Audience',
      path: {
        id: 'Id of the audience.',
      },
      data: {
        audienceSchedules: 'AudienceSchedule[]',
      },
      list: 'audienceSchedules',
    },
    add_audience_schedule_to_audience: {
      http: 'POST /spaces/{spaceId}/audiences/{id}/schedules',
      summary: 'Add a schedule by which an audience is computed.',
      rate: '50/minute',
      needs: 'Audience',
      path: {
        id: 'Id of the audience.',
      },
      body: {
        strategy: 'AudienceScheduleStrategy',
        config: 'AudienceScheduleConfig|null',
      },
      data: {
        audienceSchedule: 'AudienceSchedule',
      },
    },
    remove_audience_from_space: {
      http: 'DELETE /spaces/{spaceId}/audiences/{id}',
      summary: 'Delete an audience.',
      rate: '50/minute',
      needs: 'Audience',
      path: {
        id: 'Id of the audience.',
      },
      data: {
        status: "'SUCCESS'",
      },
    },
    get_audience: {
      http: 'GET /spaces/{spaceId}/audiences/{id}',
      summary: 'Return one audience: its definition, status and settings.',
      rate: '100/minute',
      needs: 'Audience',
      path: {
        id: 'Id of the audience.',
      },
      query: {
        'include?': "'schedules'",
      },
      data: {
        audience: 'Audience',
      },
    },
    update_audience_for_space: {
      http: 'PATCH /spaces/{spaceId}/audiences/{id}',
      summary: 'Change an audience: its name, definition, or whether it is computed (enabled).',
      rate: '50/minute',
      needs: 'Audience',
      path: {
        id: 'Id of the audience.',
      },
      body: {
        'enabled?': 'boolean – Whether it is computed; false pauses it.',
        'name?': 'string',
        'description?': 'string',
        'definition?': 'AudienceQuery – The query that says who is in it.',
        'options?': 'AudienceOptions – How far to look back, and whom to count.',
      },
      data: {
        audience: 'AudienceSummary',
      },
    },
    list_audiences: {
      http: 'GET /spaces/{spaceId}/audiences',
      summary: 'List the audiences of a space, all or those that match a search.',
      rate: '60/minute',
      needs: 'Audience',
      query: {
        'search?': 'ListAudienceSearch – Only audiences whose name, key or definition matches.',
        'pagination?': 'ListAudiencesPagination',
        'include?': "'schedules'",
      },
      data: {
        audiences: 'Audience[]',
        pagination: 'Pagination',
      },
      list: 'audiences',
      pageMax: 200,
    },
    create_audience: {
      http: 'POST /spaces/{spaceId}/audiences',
      summary: 'Create an audience from a query.',
      rate: '50/minute',
      needs: 'Audience',
      body: {
        name: 'string',
        'enabled?': 'boolean – Whether it is computed from the start. Default true.',
        'description?': 'string',
        definition: 'AudienceDefinition – The query that says who is in it.',
        audienceType: 'AudienceType – What it consists of: users, accounts, or entities linked to them.',
        'options?': 'AudienceOptions – How far to look back, and whom to count.',
      },
      data: {
        audience: 'AudienceSummary',
      },
    },
  },
} as const satisfies Group;
