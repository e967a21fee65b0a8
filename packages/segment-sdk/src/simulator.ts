export { outcomes, type SimulatedWorkspace } from '../generated/simulated.js';
export type { Outcome } from './operations/example.js';
export type { SimulatedUser } from './operations/get-current-user.simulated.js';
export type { SimulatedSource } from './operations/list-sources.simulated.js';
export type { SimulatorResponse } from './operations/simulated-route.js';
export { createSimulator, type Simulator, type SimulatorOptions } from './simulator/create-simulator.js';
export type { OAuthApp } from './simulator/oauth.js';
export type { Ending, Fault, ReceivedEvent, ReceivedRequest, SimulatorRequest } from './simulator/types.js';
export { SIMULATOR_API_TOKEN } from './simulator/workspace.js';
