import { effect } from '@preact/signals-core';

import { adoptCodeStyle } from './editor/code-style.js';
import { createEditor } from './editor/create-editor.js';
import { useEditor } from './editor/editor-actions.js';
import { showProblem } from './editor/problems.js';
import { guides } from './gallery/guides.js';
import { buildPage } from './page/page.js';
import { worksOffline } from './page/works-offline.js';
import { run } from './panels/masthead.js';
import { openSharedLink } from './share/page-state.js';
import { currentRun } from './state/run.js';
import { script } from './state/script.js';
import { followTheme } from './state/theme.js';

followTheme();
adoptCodeStyle(document);

const editor = createEditor(buildPage(), guides[0]?.code ?? '', {
  onChange: (text) => {
    script.value = text;
  },
  onRun: run,
});
useEditor(editor);

effect(() => {
  const error = currentRun.value?.summary?.error;
  if (error?.line !== undefined) showProblem(editor, { line: error.line, message: error.message });
});

void openSharedLink();
window.addEventListener('hashchange', () => void openSharedLink());
worksOffline();
