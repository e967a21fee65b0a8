export { createSimulator, type Ending, type Simulator, type SimulatorOptions } from './simulator/create-simulator.js';
export type {
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
