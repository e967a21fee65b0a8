import { createAccountRegistry, memoryStore, secret, text } from '@moonwire/account-registry';

async function main(): Promise<void> {
  const registry = createAccountRegistry({
    services: { mail: { fields: { password: secret(), host: text() } } },
    stores: [memoryStore()],
  });
  await registry.add('mail', 'work', { password: 'not-to-be-seen', host: 'mail.example.com' });
  const account = await registry.get('mail', 'work');
  // @ts-expect-error types that were lost would take it
  const lost: 5 | undefined = account.fields.host;
  if (JSON.stringify({ account, lost }).includes('not-to-be-seen')) throw new Error('the secret was shown');
  if (account.fields.password?.reveal() !== 'not-to-be-seen') throw new Error('the secret was lost');
  console.log('works');
}

void main();
