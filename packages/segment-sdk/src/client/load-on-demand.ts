/**
 * Loads what few clients need: the Public API, OAuth, compression, `batch()`, `beforeSend`, the request hooks, the exit of
 * a Node process, and the reading of refusals.
 */
export const onDemand = () => import('./on-demand.js');
