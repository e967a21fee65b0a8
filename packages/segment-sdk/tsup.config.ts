import { defineConfig } from 'tsup';
import { base } from '../../tsup.base.js';

export default defineConfig(base({'index':'src/index.ts','simulator':'src/simulator.ts','simulator-server':'src/simulator-server.ts'}));
