import { effect, signal } from '@preact/signals-core';

import { findKeptScript, keepScript, type KeptScript, keptScripts } from './kept-scripts.js';
import { isPlayground, type Playground, readPlayground } from './playground.js';
import { siteStore, tabStore } from './storage.js';

/** Which script is open in this tab, and what it was when it was opened. */
interface Opened {
  readonly id: string;
  /** As JSON. What is still like this needs no keeping: it comes from a link, from the examples, or is kept already. */
  readonly baseline: string;
  /** When it was kept last, by this tab. */
  readonly savedAt?: number;
}

interface TabRecord extends Opened {
  readonly playground: Playground;
  readonly setAside?: string;
}

const TAB = 'playground.tab';
/** Where versions of the page before this one kept the one script they knew. */
const FORMER_DRAFT = 'playground.draft';
/** Storing takes longer the more there is: never between two keys. */
const PAUSE_MS = 300;

let opened: Opened = { id: '', baseline: '' };

/** The reader's own script that a shared one has taken the place of. */
export const setAside = signal<KeptScript | undefined>(undefined);

const createId = (): string => Date.now().toString(36) + Math.random().toString(36).slice(2, 8);

const readTab = (): TabRecord | undefined => {
  try {
    const record = JSON.parse(tabStore.read(TAB) ?? '') as TabRecord;
    return isPlayground(record.playground) && typeof record.id === 'string' ? record : undefined;
  } catch {
    return undefined;
  }
};

/** What this tab had before a reload, or else the script edited last, or `starter`. */
export const reopen = (starter: Playground): Playground => {
  const record = readTab();
  if (record) {
    opened = record;
    setAside.value = record.setAside === undefined ? undefined : findKeptScript(record.setAside);
    return record.playground;
  }
  const [latest] = keptScripts.value;
  const former = siteStore.read(FORMER_DRAFT);
  const playground = latest ?? (former === undefined ? starter : { ...starter, code: former });
  opened = {
    id: latest?.id ?? createId(),
    baseline: former === undefined || latest ? JSON.stringify(omitRest(playground)) : '',
    ...(latest && { savedAt: latest.savedAt }),
  };
  return playground;
};

const omitRest = ({ code, accounts, workspace: shown, faults: met, limits, plan }: Playground): Playground => ({
  code,
  accounts,
  workspace: shown,
  faults: met,
  ...(limits && { limits }),
  ...(plan && { plan }),
});

/** Says that what is on show from now on is another script: a kept one, or one from elsewhere. */
export const markOpen = (kept?: KeptScript): void => {
  const playground = readPlayground();
  opened = {
    id: kept?.id ?? createId(),
    baseline: JSON.stringify(playground),
    ...(kept && { savedAt: kept.savedAt }),
  };
  storeTab(playground);
};

/** Keeps the open script, if it was edited. */
export const saveOpenScript = (): void => {
  clearTimeout(timer);
  timer = undefined;
  const playground = readPlayground();
  if (JSON.stringify(playground) !== opened.baseline || opened.savedAt !== undefined) keep(playground);
  storeTab(playground);
};

const keep = (playground: Playground): void => {
  const known = findKeptScript(opened.id);
  if (known && JSON.stringify(omitRest(known)) === JSON.stringify(playground)) return;
  // Another tab went on with the same script: from here on there are two.
  const id = known && known.savedAt !== opened.savedAt ? createId() : opened.id;
  const savedAt = Date.now();
  keepScript({ ...playground, id, savedAt });
  opened = { ...opened, id, savedAt };
};

const storeTab = (playground: Playground): void => {
  const aside = setAside.peek()?.id;
  const record: TabRecord = { ...opened, playground, ...(aside !== undefined && { setAside: aside }) };
  tabStore.write(TAB, JSON.stringify(record));
};

let timer: ReturnType<typeof setTimeout> | undefined;

/** Keeps the open script shortly after each change and when the page is left. */
export const keepFromNowOn = (): void => {
  effect(() => {
    // Reading them is what makes each change come here.
    readPlayground();
    clearTimeout(timer);
    timer = setTimeout(saveOpenScript, PAUSE_MS);
  });
  window.addEventListener('pagehide', saveOpenScript);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') saveOpenScript();
  });
};
