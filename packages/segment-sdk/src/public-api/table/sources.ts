import type { Group } from './group.js';

/** Code that runs in the browser, beside the library of a source. */
export const livePlugins = {
  page: 'live-plugins',
  about: 'Code that runs in the browser, beside the library of a source.',
  operations: {
    create_live_plugin: {
      http: 'POST /sources/{sourceId}/live-plugins/create',
      summary: 'Publish a new version of the live plugin of a source.',
      stability: 'alpha',
      needs: 'Live Plugins',
      body: {
        code: 'string! – The JavaScript code, in place of what is published.',
      },
      data: {
        livePlugin: 'LivePlugins',
      },
    },
    delete_live_plugin_code: {
      http: 'DELETE /sources/{sourceId}/live-plugins/delete-code',
      summary: 'Remove the code of the live plugin of a source.',
      stability: 'alpha',
      needs: 'Live Plugins',
      data: {
        status: "'SUCCESS'",
      },
    },
    get_latest_from_live_plugins: {
      http: 'GET /sources/{sourceId}/live-plugins/latest',
      summary: 'Return the latest live plugin of a source.',
      stability: 'alpha',
      needs: 'Live Plugins',
      data: {
        livePlugin: 'LivePlugins',
      },
    },
  },
} as const satisfies Group;

/** Where events come from: websites, apps, servers, other services; their settings, labels and write keys. */
export const sources = {
  page: 'sources',
  about: 'Where events come from: websites, apps, servers, other services; their settings, labels and write keys.',
  operations: {
    list_connected_destinations_from_source: {
      http: 'GET /sources/{sourceId}/connected-destinations',
      summary: 'List the destinations that receive the events of a source.',
      query: {
        'pagination?': 'PaginationInput',
      },
      data: {
        destinations: 'Destination[]',
        pagination: 'Pagination',
      },
      list: 'destinations',
    },
    list_connected_warehouses_from_source: {
      http: 'GET /sources/{sourceId}/connected-warehouses',
      summary: 'List the warehouses that receive the events of a source.',
      query: {
        'pagination?': 'PaginationInput',
      },
      data: {
        warehouses: 'Warehouse[]',
        pagination: 'Pagination',
      },
      list: 'warehouses',
    },
    add_labels_to_source: {
      http: 'POST /sources/{sourceId}/labels',
      summary: 'Add labels to a source; those it has stay.',
      body: {
        labels: 'Label[] – The labels to add, by key and value.',
      },
      data: {
        labels: 'Label[]',
      },
    },
    replace_labels_in_source: {
      http: 'PUT /sources/{sourceId}/labels',
      summary: 'Make the given labels the only ones of a source.',
      body: {
        labels: 'Label[]',
      },
      data: {
        labels: 'Label[]',
      },
    },
    list_schema_settings_in_source: {
      http: 'GET /sources/{sourceId}/settings',
      summary: 'Return what a source does with events that its tracking plan does not allow.',
      data: {
        sourceId: 'string',
        settings: 'SourceSettings',
      },
    },
    update_schema_settings_in_source: {
      http: 'PATCH /sources/{sourceId}/settings',
      summary: 'Set what a source does with events that its tracking plan does not allow.',
      body: {
        'track?': 'TrackSourceSettings – What happens to track calls.',
        'identify?': 'GroupSourceSettings – What happens to identify calls.',
        'group?': 'GroupSourceSettings – What happens to group calls.',
        'forwardingViolationsTo?': 'string – Source that is sent what violates the plan.',
        'forwardingBlockedEventsTo?': 'string – Source that is sent what is blocked.',
      },
      data: {
        sourceId: 'string',
        settings: 'SourceSettings',
      },
    },
    remove_write_key_from_source: {
      http: 'DELETE /sources/{sourceId}/writekey/{writeKey!}',
      summary: 'Withdraw a write key of a source: what still sends with it is no longer heard.',
      stability: 'alpha',
      path: {
        writeKey: 'The write key to withdraw.',
      },
      data: {
        status: "'SUCCESS'",
      },
    },
    create_write_key_for_source: {
      http: 'POST /sources/{sourceId}/writekey',
      summary: 'Give a source one more write key.',
      stability: 'alpha',
      data: {
        source: 'Source',
      },
    },
    delete_source: {
      http: 'DELETE /sources/{sourceId}',
      summary: 'Delete a source and disconnect what hangs on it.',
      data: {
        status: "'SUCCESS'",
      },
    },
    get_source: {
      http: 'GET /sources/{sourceId}',
      summary: 'Return one source and the id of the tracking plan it is held to.',
      data: {
        source: 'Source',
        trackingPlanId: 'string|null',
      },
    },
    update_source: {
      http: 'PATCH /sources/{sourceId}',
      summary: 'Rename a source, pause or resume it (enabled), or change its settings.',
      body: {
        'name?': 'string',
        'enabled?': 'boolean – Whether it takes events; false pauses it.',
        'slug?': 'string – Its name in addresses.',
        'settings?': 'map!',
      },
      data: {
        source: 'Source',
      },
    },
    list_sources: {
      http: 'GET /sources',
      summary: 'List the sources of the workspace.',
      query: {
        'pagination?': 'PaginationInput',
      },
      data: {
        sources: 'Source[]',
        pagination: 'Pagination',
      },
      list: 'sources',
    },
    create_source: {
      http: 'POST /sources',
      summary: 'Create a source. It is connected to every warehouse unless disconnectAllWarehouses says otherwise.',
      body: {
        slug: 'string – Its name in addresses.',
        enabled: 'boolean – Whether it takes events from the start.',
        metadataId: 'string – The kind of source, by its id in the catalog.',
        'settings?': 'map!',
        'disconnectAllWarehouses?': 'boolean – Whether it stays unconnected; else every warehouse is connected to it.',
      },
      data: {
        source: 'Source',
      },
      status: 201,
    },
  },
} as const satisfies Group;
