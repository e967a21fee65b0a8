export { outcomes } from '../generated/simulated.js';
export type { Outcome } from './operations/example.js';
export { createSimulator, type Simulator, type SimulatorOptions } from './simulator/create-simulator.js';
export type {
  Ending,
  Fault,
  ReceivedEvent,
  ReceivedRequest,
  SimulatedSource,
  SimulatedUser,
  SimulatedWorkspace,
  SimulatorRequest,
  SimulatorResponse,
} from './simulator/types.js';
export { SIMULATOR_API_TOKEN } from './simulator/workspace.js';
