import { shape, text } from '../schema/fields.js';
import type { Infer } from '../schema/schema.js';
import { defineManagement } from './management.js';
import { everyPage, notFound } from './step.js';

const user = shape({
  id: text('The user ID'),
  name: text('The name of the user'),
  email: text('The e-mail address of the user'),
});

type User = Infer<typeof user>;

const whoseToken = (users: readonly User[], tokenOwner: string | undefined): string =>
  tokenOwner === undefined
    ? `Segment does not say whose token this is, and the workspace has ${users.length} users; set tokenOwner to the e-mail or id of the token's owner`
    : `the workspace has no user '${tokenOwner}'; set tokenOwner to the e-mail or id of one of its users`;

/** `GET /users` of the Public API, which has no request for "who am I" */
export const getCurrentUser = defineManagement({
  name: 'get_current_user',
  group: 'core',
  effect: 'read',
  summary: 'Get the currently authenticated Segment user. Requires an API token. Useful for verifying credentials.',
  input: shape({}),
  output: user,
  errors: [
    {
      code: 'current_user_unknown',
      summary: 'The workspace has several users. Name the owner of the token as tokenOwner (e-mail or ID).',
    },
  ],
  *steps(_input, { tokenOwner }) {
    const users: User[] = [];
    yield* everyPage(
      'get_current_user',
      '/users',
      (page: { users: readonly User[] }) =>
        void users.push(...page.users.map(({ id, name, email }) => ({ id, name, email }))),
    );
    const found =
      tokenOwner === undefined ? users : users.filter(({ id, email }) => id === tokenOwner || email === tokenOwner);
    const [only, ...others] = found;
    if (!only || others.length > 0)
      throw notFound('get_current_user', whoseToken(users, tokenOwner), 'current_user_unknown');
    return only;
  },
});
