import { loadScript } from '../editor/editor-actions.js';
import { announce } from '../elements/clipboard.js';
import type { Fault } from '../protocol/run-setup.js';
import { replaceFaults } from '../state/faults.js';
import { findKeptScript, keptScripts } from '../state/kept-scripts.js';
import { liveKeys } from '../state/live-keys.js';
import { markOpen, saveOpenScript, setAside } from '../state/open-script.js';
import { applySettings, type Playground, readPlayground } from '../state/playground.js';
import { isLive } from '../state/run.js';
import { isStateHash, readHash, readScriptHash } from './link-hash.js';

/** Puts an example into the editor, on the simulator, with the faults it is about and no others. */
export const openExample = (code: string, withFaults: readonly Omit<Fault, 'id'>[] = []): void => {
  saveOpenScript();
  liveKeys.forgetAll();
  replaceFaults(withFaults);
  loadScript(code);
  markOpen();
};

/** Goes on with a kept script, settings included, on the simulator. */
export const openKept = async (id: string): Promise<void> => {
  saveOpenScript();
  const kept = findKeptScript(id);
  if (!kept) return;
  liveKeys.forgetAll();
  await applySettings(kept);
  loadScript(kept.code);
  setAside.value = undefined;
  markOpen(kept);
};

const openShared = async (playground: Playground): Promise<void> => {
  // Nobody's script but the reader's own is to run by itself, or to reach Segment with a real key.
  isLive.value = false;
  liveKeys.forgetAll();
  saveOpenScript();
  setAside.value = keptScripts.value[0];
  await applySettings(playground);
  loadScript(playground.code);
  markOpen();
};

/**
 * Takes over the state in the page's address, if there is one. Nothing runs by itself: the reader presses Run. The
 * reader's own script stays kept as it is. The hash is then dropped, so that a reload keeps what was edited since.
 */
export const openSharedLink = async (): Promise<void> => {
  const { hash, pathname, search } = location;
  if (!isStateHash(hash)) return;
  try {
    const code = readScriptHash(hash);
    await openShared(code === undefined ? await readHash(hash) : { ...readPlayground(), code, faults: [] });
    announce('Opened a shared playground. Look it over, then run it.');
  } catch {
    announce('This link is damaged or was made by another version.');
  }
  history.replaceState(null, '', pathname + search);
};
