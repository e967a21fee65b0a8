import type { Models } from '../group.js';

/** Users, groups, roles and permissions. */
export const accessModels = {
  AccessPermission: {
    roleId: 'string',
    roleName: 'string',
    resources: 'PermissionResource[]',
  },
  Invite: {
    email: 'string – E-mail address.',
    'permissions?': 'InvitePermission[] – What they may do.',
  },
  InvitePermission: {
    roleId: 'string – The role.',
    'resources?': 'Resource[] – What it is for.',
    'labels?': 'Label[] – Only for sources with these labels.',
  },
  MinimalUser: {
    id: 'string',
    name: 'string',
    email: 'string',
  },
  Permission: {
    roleName: 'string',
    roleId: 'string',
    resources: 'PermissionResource[]',
    'labels?': 'Label[]',
  },
  PermissionInput: {
    roleId: 'string – The role.',
    resources: 'PermissionResource[] – What it is for.',
  },
  PermissionResource: {
    id: 'string – The resource.',
    type: 'ResourceType – What it is.',
    'labels?': 'Label[] – Only for sources with these labels.',
  },
  Resource: {
    id: 'string – The resource.',
    type: 'ResourceType – What it is.',
  },
  ResourceType: "'FUNCTION'|'SOURCE'|'SPACE'|'WAREHOUSE'|'WORKSPACE'",
  Role: {
    id: 'string',
    name: 'string',
    description: 'string',
  },
  User: {
    id: 'string',
    name: 'string',
    email: 'string',
    'permissions?': 'Permission[]',
  },
  UserGroup: {
    memberCount: 'number',
    'permissions?': 'Permission[]',
    id: 'string',
    name: 'string',
  },
} as const satisfies Models;
