/** Things that go with another one: those of these collections whose field names it. */
interface Dependents {
  readonly in: RegExp;
  readonly by: string;
}

/** What goes with the things of a collection. What lies below one in the path goes with it anyway. */
export const DEPENDENTS: Readonly<Record<string, readonly Dependents[]>> = {
  '/sources': [
    { in: /^\/(destinations|transformations|reverse-etl-models|~loaded|~planned)$/, by: 'sourceId' },
    { in: /^\/destinations\/[^/]+\/filters$/, by: 'sourceId' },
  ],
  '/warehouses': [{ in: /^\/~loaded$/, by: 'warehouseId' }],
  '/tracking-plans': [{ in: /^\/~planned$/, by: 'trackingPlanId' }],
  '/functions': [{ in: /^\/insert-function-instances$/, by: 'functionId' }],
  '/destinations': [
    { in: /^\/insert-function-instances$/, by: 'integrationId' },
    { in: /\/destination-connections$/, by: 'destinationId' },
  ],
  '/reverse-etl-models': [{ in: /^\/destinations\/[^/]+\/subscriptions$/, by: 'modelId' }],
  'destination-connections': [{ in: /\/activations$/, by: 'connectionId' }],
};
