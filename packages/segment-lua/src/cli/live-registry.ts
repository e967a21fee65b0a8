import { createAccountRegistry, environmentStore } from '@moonwire/account-registry';
import { fileStore } from '@moonwire/account-registry/node';
import type { SegmentRegistry } from '../account-source.js';
import { segmentService } from '../segment-service.js';
import { complain } from './terminal.js';

/** The name of the configuration's folder, `~/.config/segment-lua`. */
const APP = 'segment-lua';

/** The accounts of whoever runs the command: the environment first, then `accounts.json` in their configuration. */
export const openRegistry = (): SegmentRegistry =>
  createAccountRegistry({
    services: { segment: segmentService },
    stores: [environmentStore(process.env), fileStore({ app: APP })],
    onWarning: ({ message }) => {
      complain(`segment-lua: ${message}`);
    },
  });
