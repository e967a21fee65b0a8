import { effect } from '@preact/signals-core';

import { adoptCodeStyle } from './editor/code-style.js';
import { createEditor } from './editor/create-editor.js';
import { useEditor } from './editor/editor-actions.js';
import { checkAgain, showProblem } from './editor/problems.js';
import { findRunLine, isRunLineGone, markRunStart } from './editor/run-lines.js';
import { starterCode } from './page/introduction.js';
import { run } from './page/masthead.js';
import { buildPage } from './page/page.js';
import { followVersions } from './page/versions.js';
import { followLive } from './run/live.js';
import { runScript } from './run/run-script.js';
import { isStateHash } from './share/link-hash.js';
import { openSharedLink } from './share/open-playground.js';
import { keepFromNowOn, reopen } from './state/open-script.js';
import { followPlan, openedPlan, trackingPlan } from './state/plan.js';
import { applySettings, readPlayground } from './state/playground.js';
import { currentRun, isRunning } from './state/run.js';
import { script } from './state/script.js';
import { followTheme } from './state/theme.js';
import { isEmbedded } from './state/view.js';

followTheme();
adoptCodeStyle(document);

const { code, ...settings } = reopen({ ...readPlayground(), code: starterCode });
void applySettings(settings);
const editor = createEditor(buildPage(), code, {
  onChange: (text) => {
    script.value = text;
  },
  onRun: run,
});
useEditor(editor);
keepFromNowOn();

effect(() => {
  if (isRunning.value) editor.dispatch({ effects: markRunStart });
});

effect(() => {
  const error = currentRun.value?.summary?.error;
  if (error?.line === undefined) return;
  const { line, message } = error;
  const isGone = isRunLineGone(editor.state, line);
  showProblem(editor, isGone ? undefined : { line: findRunLine(editor.state, line), message });
});

followPlan();
effect(() => {
  if (openedPlan.value !== undefined || trackingPlan.value === undefined) checkAgain(editor);
});

followLive();
// What the page itself brings sends nothing; what a link brings is looked over first.
if (code === starterCode && !isEmbedded && !isStateHash(location.hash)) runScript(code);

void openSharedLink();
window.addEventListener('hashchange', () => void openSharedLink());
void followVersions();
