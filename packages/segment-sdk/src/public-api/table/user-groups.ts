import type { Group } from './group.js';

/** Groups of members of the workspace, and what their members may do. */
export const userGroups = {
  page: 'user-groups',
  about: 'Groups of members of the workspace, and what their members may do.',
  operations: {
    remove_users_from_user_group: {
      http: 'DELETE /group/{userGroupId}/users',
      summary: 'Take members out of a group.',
      rate: '60/minute',
      query: {
        emails: 'string[] – E-mail addresses of those to take out.',
      },
      data: {
        status: "'SUCCESS'",
      },
    },
    replace_users_in_user_group: {
      http: 'PUT /group/{userGroupId}/users',
      summary: 'Make the given members the only ones of a group; an empty list empties it.',
      rate: '60/minute',
      body: {
        emails: 'string[]',
      },
      data: {
        userGroup: 'UserGroup',
      },
    },
    list_invites_from_user_group: {
      http: 'GET /groups/{userGroupId}/invites',
      summary: 'List the people who are invited to a group and have not joined yet.',
      query: {
        'pagination?': 'PaginationInput',
      },
      data: {
        emails: 'string[]',
        pagination: 'Pagination',
      },
      list: 'emails',
    },
    add_permissions_to_user_group: {
      http: 'POST /groups/{userGroupId}/permissions',
      summary: 'Give permissions to all members of a group.',
      rate: '60/minute',
      body: {
        permissions: 'PermissionInput[]',
      },
      data: {
        permissions: 'AccessPermission[]',
      },
    },
    replace_permissions_for_user_group: {
      http: 'PUT /groups/{userGroupId}/permissions',
      summary: 'Make the given permissions the only ones of a group.',
      rate: '60/minute',
      body: {
        permissions: 'PermissionInput[]',
      },
      data: {
        permissions: 'AccessPermission[]',
      },
    },
    list_users_from_user_group: {
      http: 'GET /groups/{userGroupId}/users',
      summary: 'List the members of a group.',
      query: {
        'pagination?': 'PaginationInput',
      },
      data: {
        users: 'MinimalUser[]',
        pagination: 'Pagination',
      },
      list: 'users',
    },
    add_users_to_user_group: {
      http: 'POST /groups/{userGroupId}/users',
      summary: 'Add members to a group; those who are not in the workspace are invited.',
      rate: '60/minute',
      body: {
        emails: 'string[]',
      },
      data: {
        userGroup: 'UserGroup',
      },
    },
    delete_user_group: {
      http: 'DELETE /groups/{userGroupId}',
      summary: 'Delete a group; its members stay in the workspace.',
      rate: '60/minute',
      data: {
        status: "'SUCCESS'",
      },
    },
    get_user_group: {
      http: 'GET /groups/{userGroupId}',
      summary: 'Return one group.',
      data: {
        userGroup: 'UserGroup',
      },
    },
    update_user_group: {
      http: 'PATCH /groups/{userGroupId}',
      summary: 'Rename a group.',
      rate: '60/minute',
      body: {
        name: 'string',
      },
      data: {
        userGroup: 'UserGroup',
      },
    },
    list_user_groups: {
      http: 'GET /groups',
      summary: 'List the groups of the workspace.',
      query: {
        'pagination?': 'PaginationInput',
      },
      data: {
        userGroups: 'UserGroup[]',
        pagination: 'Pagination',
      },
      list: 'userGroups',
    },
    create_user_group: {
      http: 'POST /groups',
      summary: 'Create a group without members.',
      rate: '60/minute',
      body: {
        name: 'string',
      },
      data: {
        userGroup: 'UserGroup',
      },
    },
  },
} as const satisfies Group;
