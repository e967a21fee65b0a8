import type { Outcome } from './example.js';
import { respondItem, respondPage, type Routes } from './simulated-route.js';

/** A user of the simulated workspace. */
export interface SimulatedUser {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

interface WithUsers {
  readonly users: readonly SimulatedUser[];
}

export const fixture: WithUsers = {
  users: [{ id: 'sgJDWk3K21k9LE8tLU5gHT', name: 'Jane Doe', email: 'jane@example.com' }],
};

export const routes: Routes<WithUsers> = {
  'GET /users': ({ users }, { query }) => respondPage('users', users, query),
  'GET /users/{id}': ({ users }, { params }) =>
    respondItem(
      'user',
      users.find(({ id }) => id === params.id),
    ),
};

export const outcomes: readonly Outcome[] = [{ output: 'Authenticated as: jane@example.com\n' }];
