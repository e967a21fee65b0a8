const METHODS: Readonly<Record<string, string>> = {
  get: 'GET',
  list: 'GET',
  update: 'PATCH',
  replace: 'PUT',
  delete: 'DELETE',
  remove: 'DELETE',
};

/** The method that the verb of an operation's name implies: with it, the table need not repeat it 200 times. */
export const impliedMethod = (name: string): string => METHODS[name.slice(0, name.indexOf('_'))] ?? 'POST';
