import { createAccountRegistry, environmentStore } from '@moonwire/account-registry';
import { fileStore } from '@moonwire/account-registry/node';
import type { SegmentRegistry } from '../account-source.js';
import { checkAccount } from '../check-account.js';
import { segmentService } from '../segment-service.js';
import { complain } from './terminal.js';

/** The name of the configuration's folder, `~/.config/segment-lua`. */
const APP = 'segment-lua';

const checkAt =
  (url: string): typeof segmentService.check =>
  (account) =>
    checkAccount(account, { publicApiUrl: url });

/**
 * The accounts of whoever runs the command: the environment first, then `accounts.json` in their configuration.
 * @param url Where accounts are tried, in the place of Segment.
 */
export const openRegistry = (url?: string): SegmentRegistry =>
  createAccountRegistry({
    services: { segment: url === undefined ? segmentService : { ...segmentService, check: checkAt(url) } },
    stores: [environmentStore(process.env), fileStore({ app: APP })],
    onWarning: ({ message }) => {
      complain(`segment-lua: ${message}`);
    },
  });
