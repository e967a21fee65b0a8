import type { Group } from './group.js';

/** JavaScript that runs inside Segment: as a source, as a destination, or in front of a destination. */
export const functions = {
  page: 'functions',
  about: 'JavaScript that runs inside Segment: as a source, as a destination, or in front of a destination.',
  operations: {
    create_function_deployment: {
      http: 'POST /functions/{functionId}/deploy',
      summary:
        'Deploy a function, so that its latest code runs. For a source function the id is sfn_ and the id of its source.',
      needs: 'Functions',
      path: {
        functionId: 'The function; for a source function sfn_ and the id of its source.',
      },
      data: {
        functionDeployment: 'Success',
      },
    },
    get_function_version: {
      http: 'GET /functions/{functionId}/versions/{versionId}',
      summary: 'Return one version of the code of a function.',
      stability: 'alpha',
      needs: 'Functions',
      data: {
        version: 'Version',
      },
    },
    list_function_versions: {
      http: 'GET /functions/{functionId}/versions',
      summary: 'List the versions of the code of a function.',
      stability: 'alpha',
      needs: 'Functions',
      query: {
        'pagination?': 'PaginationInput',
      },
      data: {
        versions: 'Version[]',
        pagination: 'Pagination',
      },
      list: 'versions',
    },
    restore_function_version: {
      http: 'POST /functions/{functionId}/versions',
      summary: 'Make an earlier version of a function the current one.',
      stability: 'alpha',
      needs: 'Functions',
      body: {
        versionId: 'string – Id of the version to return to.',
      },
      data: {
        version: 'Version',
      },
    },
    delete_function: {
      http: 'DELETE /functions/{functionId}',
      summary: 'Delete a function.',
      needs: 'Functions',
      data: {
        status: "'SUCCESS'",
      },
    },
    get_function: {
      http: 'GET /functions/{functionId}',
      summary: 'Return one function with its code and settings.',
      needs: 'Functions',
      data: {
        function: 'SegmentFunction|null',
      },
    },
    update_function: {
      http: 'PATCH /functions/{functionId}',
      summary: 'Change a function: its code, settings or name. Deploy it afterwards.',
      needs: 'Functions',
      body: {
        'code?': 'string!',
        'settings?': 'FunctionSetting[] – The settings it offers to those who use it.',
        'displayName?': 'string',
        'logoUrl?': 'string',
        'description?': 'string',
      },
      data: {
        function: 'SegmentFunction',
      },
    },
    list_functions: {
      http: 'GET /functions',
      summary: 'List the functions of one kind.',
      needs: 'Functions',
      query: {
        'pagination?': 'PaginationInput',
        resourceType:
          "'DESTINATION'|'INSERT_DESTINATION'|'INSERT_SOURCE'|'INSERT_TRANSFORMATION'|'SOURCE' – The kind of function.",
      },
      data: {
        functions: 'ListFunctionItem[]',
        pagination: 'Pagination',
      },
      list: 'functions',
    },
    create_function: {
      http: 'POST /functions',
      summary: 'Create a function from its code. Segment adds the name of the workspace to the name that is shown.',
      needs: 'Functions',
      body: {
        code: 'string!',
        'settings?': 'FunctionSetting[] – The settings it offers to those who use it.',
        displayName: 'string',
        'logoUrl?': 'string',
        resourceType: 'FunctionResourceType – The kind of function.',
        'description?': 'string',
      },
      data: {
        function: 'SegmentFunction',
      },
    },
    delete_insert_function_instance: {
      http: 'DELETE /insert-function-instances/{instanceId}',
      summary: 'Take an insert function out from in front of a destination.',
      stability: 'alpha',
      needs: 'Functions',
      data: {
        status: "'SUCCESS'",
      },
    },
    get_insert_function_instance: {
      http: 'GET /insert-function-instances/{instanceId}',
      summary: 'Return one use of an insert function.',
      stability: 'alpha',
      needs: 'Functions',
      data: {
        insertFunctionInstance: 'InsertFunctionInstance',
      },
    },
    update_insert_function_instance: {
      http: 'PATCH /insert-function-instances/{instanceId}',
      summary: 'Change, pause or resume one use of an insert function.',
      stability: 'alpha',
      needs: 'Functions',
      body: {
        'enabled?': 'boolean – Whether it runs; false pauses it.',
        'name?': 'string',
        settings: 'map! – Values for the settings of the function.',
      },
      data: {
        insertFunctionInstance: 'InsertFunctionInstance',
      },
    },
    list_insert_function_instances: {
      http: 'GET /insert-function-instances',
      summary: 'List where an insert function is used.',
      stability: 'alpha',
      needs: 'Functions',
      query: {
        'pagination?': 'PaginationInput',
        functionId: 'string',
      },
      data: {
        instances: 'InsertFunctionInstance[]',
        pagination: 'Pagination',
      },
      list: 'instances',
    },
    create_insert_function_instance: {
      http: 'POST /insert-function-instances',
      summary: 'Put an insert function in front of a destination.',
      stability: 'alpha',
      needs: 'Functions',
      body: {
        functionId: 'string',
        integrationId: 'string – Id of the destination it is put in front of.',
        'enabled?': 'boolean – Whether it runs from the start.',
        name: 'string',
        settings: 'map! – Values for the settings of the function.',
      },
      data: {
        insertFunctionInstance: 'InsertFunctionInstance',
      },
    },
  },
} as const satisfies Group;
