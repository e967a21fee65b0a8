export { startSimulatorServer, type SimulatorServer, type SimulatorServerOptions } from './simulator/server.js';
