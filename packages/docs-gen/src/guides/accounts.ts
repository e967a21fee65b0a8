import { accountsSection } from '../markdown/sections.js';
import type { Guide, Reference } from '../reference.js';

/** How a script names the account it means; nothing where there is just one. */
export const accountsGuide = (reference: Reference): Guide[] =>
  reference.accounts
    ? [
        {
          name: 'accounts',
          title: 'Accounts',
          summary: 'One namespace per account',
          text: accountsSection(reference, reference.accounts),
        },
      ]
    : [];
