import { refuse } from '../../operations/simulated-route.js';
import type { PublicName } from '../../public-api/types.js';
import { type Behaviour, type Call, refuseMissing, SUCCESS } from './call.js';
import { type Resource, shapeResult } from './sample.js';
import type { Store } from './store.js';

type Behaviours = { readonly [Name in PublicName]?: Behaviour };

const withGroup =
  (act: (call: Call, group: Resource) => ReturnType<Behaviour>): Behaviour =>
  (call) => {
    const id = call.ids.userGroupId ?? '';
    const group = call.store.find('/groups', id);
    return group ? act(call, group) : refuseMissing('group', id);
  };

const membersOf = (group: Resource): readonly string[] => (group.members ?? []) as readonly string[];

const without = (group: Resource, email: string): Resource => {
  const members = membersOf(group).filter((member) => member !== email);
  return { members, memberCount: members.length };
};

const emailsOf = ({ input }: Call): readonly string[] => input.emails as readonly string[];

const setMembers = ({ spec, store }: Call, group: Resource, members: readonly string[]): Resource => {
  const unique = [...new Set(members)];
  const changed = store.change('/groups', group.id as string, { members: unique, memberCount: unique.length });
  return shapeResult(spec.name, { userGroup: changed, status: 'SUCCESS' });
};

const findUser = ({ store }: Call, email: string): Resource | undefined =>
  store.list('/users').find((user) => user.email === email);

const nameRole = (store: Store, id: unknown): unknown => store.find('/roles', id as string)?.name ?? id;

const permit =
  (path: string, idName: string, keep: (resource: Resource) => readonly unknown[]): Behaviour =>
  ({ store, ids, input }) => {
    const id = ids[idName] ?? '';
    const found = store.find(path, id);
    if (!found) return refuseMissing(path.slice(1, -1), id);
    const given = input.permissions as readonly Resource[];
    const permissions = [
      ...keep(found),
      ...given.map((permission) => ({ roleName: nameRole(store, permission.roleId), ...permission })),
    ];
    store.change(path, id, { permissions });
    return { permissions };
  };

const keepAll = ({ permissions = [] }: Resource): readonly unknown[] => permissions as readonly unknown[];
const keepNone = (): readonly unknown[] => [];

/** Who is in which group, who is invited, and who may do what. */
export const accessBehaviours: Behaviours = {
  add_users_to_user_group: withGroup((call, group) =>
    setMembers(call, group, [...membersOf(group), ...emailsOf(call)]),
  ),
  replace_users_in_user_group: withGroup((call, group) => setMembers(call, group, emailsOf(call))),
  remove_users_from_user_group: withGroup((call, group) => {
    setMembers(
      call,
      group,
      membersOf(group).filter((email) => !emailsOf(call).includes(email)),
    );
    return SUCCESS;
  }),
  list_users_from_user_group: withGroup((call, group) => ({
    users: membersOf(group).flatMap((email) => findUser(call, email) ?? []),
  })),
  list_invites_from_user_group: withGroup((call, group) => ({
    emails: membersOf(group).filter((email) => !findUser(call, email)),
  })),
  list_user_groups_from_user: (call) => {
    const user = call.store.find('/users', call.ids.userId ?? '');
    if (!user) return refuseMissing('user', call.ids.userId ?? '');
    const groups = call.store.list('/groups').filter((group) => membersOf(group).includes(user.email as string));
    return { groups: groups.map(({ id, name }) => ({ id, name })) };
  },
  add_permissions_to_user_group: permit('/groups', 'userGroupId', keepAll),
  replace_permissions_for_user_group: permit('/groups', 'userGroupId', keepNone),
  add_permissions_to_user: permit('/users', 'userId', keepAll),
  replace_permissions_for_user: permit('/users', 'userId', keepNone),
  list_invites: ({ store }) => ({ invites: store.list('/invites').map(({ email }) => email) }),
  create_invites: ({ store, input }) => {
    const invites = input.invites as readonly Resource[];
    const known = [...store.list('/invites'), ...store.list('/users')].map(({ email }) => email);
    const again = invites.find(({ email }) => known.includes(email));
    if (again)
      return refuse(409, 'conflict', `${String(again.email)} is here already, or invited`, {}, { field: 'invites' });
    for (const invite of invites) store.add('/invites', invite);
    return { emails: invites.map(({ email }) => email) };
  },
  delete_invites: (call) => {
    const left = call.store.list('/invites').filter(({ email }) => !emailsOf(call).includes(email as string));
    call.store.replace('/invites', left);
    return SUCCESS;
  },
  delete_users: ({ store, input }) => {
    const ids = input.userIds as readonly string[];
    const missing = ids.find((id) => !store.find('/users', id));
    if (missing !== undefined) return refuseMissing('user', missing);
    for (const id of ids) {
      const email = store.find('/users', id)?.email as string;
      for (const group of store.list('/groups').slice())
        if (membersOf(group).includes(email)) store.change('/groups', group.id as string, without(group, email));
      store.remove('/users', id);
    }
    return SUCCESS;
  },
};
