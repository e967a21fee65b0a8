import type { Group } from './group.js';

/** The roles that permissions are given by. */
export const roles = {
  page: 'roles',
  about: 'The roles that permissions are given by.',
  operations: {
    list_roles: {
      http: 'GET /roles',
      summary: 'List the roles that can be given to users and groups.',
      query: {
        'pagination?': 'PaginationInput',
      },
      data: {
        roles: 'Role[]',
        pagination: 'Pagination',
      },
      list: 'roles',
    },
  },
} as const satisfies Group;

/** The members of the workspace, invitations, and what each member may do. */
export const users = {
  page: 'users',
  about: 'The members of the workspace, invitations, and what each member may do.',
  operations: {
    delete_invites: {
      http: 'DELETE /invites',
      summary: 'Withdraw invitations to the workspace.',
      rate: '60/minute',
      query: {
        emails: 'string[] – E-mail addresses of those who are invited.',
      },
      data: {
        status: "'SUCCESS'",
      },
    },
    list_invites: {
      http: 'GET /invites',
      summary: 'List the e-mail addresses that are invited and have not joined yet.',
      query: {
        'pagination?': 'PaginationInput',
      },
      data: {
        invites: 'string[]',
        pagination: 'Pagination',
      },
      list: 'invites',
    },
    create_invites: {
      http: 'POST /invites',
      summary: 'Invite people to the workspace.',
      rate: '60/minute',
      body: {
        invites: 'Invite[] – E-mail addresses, and what each may do after joining.',
      },
      data: {
        emails: 'string[]',
      },
      status: 201,
    },
    list_user_groups_from_user: {
      http: 'GET /users/{userId}/groups',
      summary: 'List the groups that a user belongs to.',
      query: {
        'pagination?': 'PaginationInput',
      },
      data: {
        groups: 'IdName[]',
        pagination: 'Pagination',
      },
      list: 'groups',
    },
    add_permissions_to_user: {
      http: 'POST /users/{userId}/permissions',
      summary: 'Give permissions to a user.',
      rate: '60/minute',
      body: {
        permissions: 'PermissionInput[]',
      },
      data: {
        permissions: 'AccessPermission[]',
      },
    },
    replace_permissions_for_user: {
      http: 'PUT /users/{userId}/permissions',
      summary: 'Make the given permissions the only ones of a user.',
      rate: '60/minute',
      body: {
        permissions: 'PermissionInput[]',
      },
      data: {
        permissions: 'AccessPermission[]',
      },
    },
    get_user: {
      http: 'GET /users/{userId}',
      summary: 'Return one user and what they may do.',
      data: {
        user: 'User',
      },
    },
    delete_users: {
      http: 'DELETE /users',
      summary: 'Remove users from the workspace.',
      rate: '60/minute',
      query: {
        userIds: 'string[] – Ids of the users.',
      },
      data: {
        status: "'SUCCESS'",
      },
    },
    list_users: {
      http: 'GET /users',
      summary: 'List the users (members) of the workspace.',
      query: {
        'pagination?': 'PaginationInput',
      },
      data: {
        users: 'User[]',
        pagination: 'Pagination',
      },
      list: 'users',
    },
  },
} as const satisfies Group;
