export { type SimulatorServer, type SimulatorServerOptions, startSimulatorServer } from './simulator/server.js';
