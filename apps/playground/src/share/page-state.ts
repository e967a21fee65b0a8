import { loadScript } from '../editor/editor-actions.js';
import { announce } from '../page/clipboard.js';
import { accountNames, replaceAccounts } from '../state/accounts.js';
import { faults } from '../state/faults.js';
import { liveKeys } from '../state/live-keys.js';
import { script } from '../state/script.js';
import { workspace } from '../state/workspace.js';
import { fromHash, isStateHash } from './link-hash.js';
import type { SharedState } from './shared-state.js';

/** The page's state as it would be shared. Real keys are not part of it. */
export const pageState = (): SharedState => ({
  code: script.value,
  accounts: accountNames.value,
  workspace: workspace.value,
  faults: faults.value,
});

const apply = async ({ code, accounts, workspace: shared, faults: switchedOn }: SharedState): Promise<void> => {
  // Nobody's script but the reader's own is to reach Segment with a real key.
  liveKeys.forgetAll();
  await replaceAccounts(accounts);
  workspace.value = shared;
  faults.value = switchedOn;
  loadScript(code);
};

/**
 * Takes over the state in the page's address, if there is one. Nothing runs by itself: the reader presses Run. The hash
 * is then dropped, so that a reload keeps what was edited since.
 */
export const openSharedLink = async (): Promise<void> => {
  const { hash, pathname, search } = location;
  if (!isStateHash(hash)) return;
  try {
    await apply(await fromHash(hash));
    announce('Opened a shared playground. Look it over, then run it.');
  } catch {
    announce('This link is damaged or was made by another version.');
  }
  history.replaceState(null, '', pathname + search);
};
