import type { Group } from './group.js';

/** Stored logins that sources and warehouses share. */
export const credentials = {
  page: 'credentials',
  about: 'Stored logins that sources and warehouses share.',
  operations: {
    list_credential_consumers: {
      http: 'GET /credentials/{credentialId}/consumers',
      summary: 'List the warehouses and sources that use a stored credential.',
      query: {
        'warehousesPagination?': 'PaginationInput – Which page of the warehouses.',
        'sourcesPagination?': 'PaginationInput – Which page of the sources.',
      },
      data: {
        warehouses: 'Warehouse[]',
        warehousesPagination: 'Pagination',
        sources: 'Source[]',
        sourcesPagination: 'Pagination',
      },
      list: 'warehouses, sources',
    },
    delete_credential: {
      http: 'DELETE /credentials/{credentialId}',
      summary: 'Delete a stored credential.',
      data: {
        status: "'SUCCESS'",
      },
    },
    get_credential: {
      http: 'GET /credentials/{credentialId}',
      summary: 'Return one stored credential; what is secret in it is hidden.',
      data: {
        credential: 'Credential',
      },
    },
    update_credential: {
      http: 'PATCH /credentials/{credentialId}',
      summary: 'Rename a stored credential or replace what is in it.',
      body: {
        'name?': 'string',
        'settings?': 'map! – What the credential consists of, in place of what is stored.',
      },
      data: {
        credential: 'Credential',
      },
    },
    list_credentials: {
      http: 'GET /credentials',
      summary: 'List the stored credentials of the workspace.',
      query: {
        'pagination?': 'PaginationInput',
      },
      data: {
        credentials: 'Credential[]',
        pagination: 'Pagination',
      },
      list: 'credentials',
    },
    create_credential: {
      http: 'POST /credentials',
      summary: 'Store a credential for sources and warehouses to use.',
      body: {
        name: 'string',
        settings: 'map! – What the credential consists of: user, password, key.',
      },
      data: {
        credential: 'Credential',
      },
      status: 201,
    },
  },
} as const satisfies Group;
