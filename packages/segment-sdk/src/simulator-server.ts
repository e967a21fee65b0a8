export { FaultError, readFault, type RequestedFault } from './simulator/requested-fault.js';
export {
  type ServedRequest,
  type SimulatorServer,
  type SimulatorServerOptions,
  startSimulatorServer,
} from './simulator/server.js';
