/** What an example of the reference puts on the wire, or prints. */
export interface Expectation {
  /** The event, but for `messageId`, `timestamp` and `context`. */
  readonly event?: Readonly<Record<string, unknown>>;
  readonly output?: string;
}

/** By operation, in the order of its examples. Written out by hand, so that the table cannot vouch for itself. */
export const expectations: Readonly<Record<string, readonly Expectation[]>> = {
  identify: [
    {
      event: {
        type: 'identify',
        userId: 'user-42',
        traits: { name: 'Jane Doe', email: 'jane@example.com', plan: 'pro', role: 'admin' },
      },
    },
    { event: { type: 'identify', userId: 'user-42', traits: { plan: 'enterprise', upgraded_at: '2026-04-05' } } },
  ],
  track: [
    {
      event: {
        type: 'track',
        event: 'Order Completed',
        userId: 'user-42',
        properties: { revenue: 99.99, currency: 'USD', productId: 'widget-3000', quantity: 2 },
      },
    },
    {
      event: {
        type: 'track',
        event: 'CTA Clicked',
        userId: 'user-42',
        properties: { button: 'Upgrade to Pro', page: '/pricing' },
      },
    },
  ],
  page: [
    {
      event: {
        type: 'page',
        name: 'Product Listing',
        userId: 'user-42',
        properties: { url: '/products/widgets', category: 'Widgets', referrer: 'https://google.com' },
      },
    },
  ],
  group: [
    {
      event: {
        type: 'group',
        groupId: 'org-123',
        userId: 'user-42',
        traits: { name: 'Acme Corp', plan: 'enterprise', industry: 'Technology', employee_count: 250 },
      },
    },
  ],
  get_workspace: [{ output: 'My Workspace\n9aQ1Lj62S4bomZKLF4DPqW\n' }],
  list_sources: [{ output: 'Website (abc123)\nShop (def456)\nShop (staging) (ghi789)\n' }],
  get_source: [{ output: 'Website\nsimulator-default\n' }],
  get_current_user: [{ output: 'Authenticated as: jane@example.com\n' }],
};
