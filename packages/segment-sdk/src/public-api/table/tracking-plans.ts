import type { Group } from './group.js';

/** Which events and properties are expected, as rules in JSON Schema, and the sources that are held to them. */
export const trackingPlans = {
  page: 'tracking-plans',
  about: 'Which events and properties are expected, as rules in JSON Schema, and the sources that are held to them.',
  operations: {
    remove_rules_from_tracking_plan: {
      http: 'DELETE /tracking-plans/{trackingPlanId}/rules',
      summary: 'Remove rules from a tracking plan.',
      needs: 'Protocols',
      query: {
        rules: 'RemoveRule[] – The rules, by type, key and version.',
      },
      data: {
        status: "'SUCCESS'",
      },
    },
    list_rules_from_tracking_plan: {
      http: 'GET /tracking-plans/{trackingPlanId}/rules',
      summary: 'List the rules of a tracking plan.',
      rate: '200/minute',
      needs: 'Protocols',
      query: {
        'pagination?': 'PaginationInput',
      },
      data: {
        rules: 'Rule[]',
        pagination: 'Pagination',
      },
      list: 'rules',
    },
    update_rules_in_tracking_plan: {
      http: 'PATCH /tracking-plans/{trackingPlanId}/rules',
      summary: 'Add rules to a tracking plan, or change those it has; at most 200 at a time.',
      once: true,
      needs: 'Protocols',
      body: {
        rules: 'UpsertRule[] – The rules to add or change, at most 200; newKey renames one.',
      },
      data: {
        status: "'SUCCESS'",
      },
    },
    replace_rules_in_tracking_plan: {
      http: 'PUT /tracking-plans/{trackingPlanId}/rules',
      summary: 'Make the given rules the only ones of a tracking plan; at most 200, also of those it has.',
      needs: 'Protocols',
      body: {
        rules: 'RuleInput[] – The rules, at most 200.',
      },
      data: {
        status: "'SUCCESS'",
      },
    },
    remove_source_from_tracking_plan: {
      http: 'DELETE /tracking-plans/{trackingPlanId}/sources',
      summary: 'Free a source from a tracking plan.',
      needs: 'Protocols',
      query: {
        sourceId: 'string – Id of the source to free.',
      },
      data: {
        status: "'SUCCESS'",
      },
    },
    list_sources_from_tracking_plan: {
      http: 'GET /tracking-plans/{trackingPlanId}/sources',
      summary: 'List the sources that are held to a tracking plan.',
      needs: 'Protocols',
      query: {
        'pagination?': 'PaginationInput',
      },
      data: {
        sources: 'Source[]',
        pagination: 'Pagination',
      },
      list: 'sources',
    },
    add_source_to_tracking_plan: {
      http: 'POST /tracking-plans/{trackingPlanId}/sources',
      summary: 'Hold a source to a tracking plan.',
      needs: 'Protocols',
      body: {
        sourceId: 'string – Id of the source to hold to it.',
      },
      data: {
        status: "'SUCCESS'",
      },
    },
    delete_tracking_plan: {
      http: 'DELETE /tracking-plans/{trackingPlanId}',
      summary: 'Delete a tracking plan.',
      needs: 'Protocols',
      data: {
        status: "'SUCCESS'",
      },
    },
    get_tracking_plan: {
      http: 'GET /tracking-plans/{trackingPlanId}',
      summary: 'Return one tracking plan, without its rules.',
      needs: 'Protocols',
      data: {
        trackingPlan: 'TrackingPlan',
      },
    },
    update_tracking_plan: {
      http: 'PATCH /tracking-plans/{trackingPlanId}',
      summary: 'Rename or describe a tracking plan.',
      needs: 'Protocols',
      body: {
        'name?': 'string',
        'description?': 'string',
      },
      data: {
        status: "'SUCCESS'",
      },
    },
    list_tracking_plans: {
      http: 'GET /tracking-plans',
      summary: 'List the tracking plans of the workspace.',
      needs: 'Protocols',
      query: {
        'type?':
          "'ENGAGE'|'LIVE'|'PROPERTY_LIBRARY'|'RULE_LIBRARY'|'TEMPLATE' – Only plans of this type. LIVE is the type that sources are held to.",
        'pagination?': 'PaginationInput',
      },
      data: {
        trackingPlans: 'TrackingPlan[]',
        pagination: 'Pagination',
      },
      list: 'trackingPlans',
    },
    create_tracking_plan: {
      http: 'POST /tracking-plans',
      summary: 'Create a tracking plan without rules.',
      needs: 'Protocols',
      body: {
        name: 'string',
        'description?': 'string',
        type: 'TrackingPlanType – The type of plan. LIVE is the type that sources are held to.',
      },
      data: {
        trackingPlan: 'TrackingPlan',
      },
    },
  },
} as const satisfies Group;
