import { effect } from '@preact/signals-core';
import { html, render, type TemplateResult } from 'lit-html';

import { find, format } from '../editor/editor-actions.js';
import { announcement } from '../elements/clipboard.js';
import { mount } from '../elements/mount.js';
import { galleryDialog } from '../gallery/gallery-dialog.js';
import { accountsPanel } from '../panels/accounts-panel.js';
import { eventsPanel } from '../panels/events-panel.js';
import { liveKeyDialog } from '../panels/live-key-dialog.js';
import { outputPanel } from '../panels/output-panel.js';
import { referencePanel } from '../panels/reference-panel.js';
import { simulatorPanel } from '../panels/simulator-panel.js';
import { SCRIPT_NAME } from '../protocol/script-name.js';
import { setAsideBar } from '../share/set-aside-bar.js';
import { shareDialog } from '../share/share-dialog.js';
import { currentView, type InspectorView, inspectorView, isEmbedded } from '../state/view.js';
import { embedMasthead } from './embed.js';
import { masthead } from './masthead.js';
import { notices } from './notices.js';
import { inspectorButtons, viewButtons } from './section-buttons.js';

const panels: Readonly<Record<InspectorView, () => TemplateResult>> = {
  events: eventsPanel,
  reference: referencePanel,
  accounts: accountsPanel,
  simulator: simulatorPanel,
};

const inspectorViews: readonly InspectorView[] = isEmbedded
  ? ['events', 'reference']
  : ['events', 'reference', 'accounts', 'simulator'];

const scriptTools = html`
  <button type="button" class="button small quiet" title="Find and replace (Ctrl/Cmd+F)" @click=${find}>Find</button>
  <button type="button" class="button small quiet" title="Format (Shift+Alt+F)" @click=${format}>Format</button>
`;

const skeleton = html`
  <a class="skip" href="#script">Skip to the script</a>
  <div class="page">
    <header class="masthead"></header>
    <div class="notices" role="status"></div>
    <main class="desk">
      <section class="pane script" id="script" tabindex="-1" aria-label="Script">
        <div class="pane-head"><h2 class="mono">${SCRIPT_NAME}</h2><span class="spring"></span>${scriptTools}</div>
        <div class="aside"></div>
        <div class="editor"></div>
      </section>
      <section class="pane output" aria-label="Run"></section>
      <section class="pane inspector" aria-label="Segment">
        <nav class="sections inspected" aria-label="Sections"></nav>
        <div class="section"></div>
      </section>
    </main>
    <nav class="sections views" aria-label="Views"></nav>
  </div>
  <p class="toast" role="status"></p>
  <div class="dialogs"></div>
`;

const place = (selector: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`The page has no ${selector}`);
  return found;
};

/** Builds the page. @returns The element that the editor goes into. */
export const buildPage = (): HTMLElement => {
  render(skeleton, document.body);
  mount(place('.masthead'), isEmbedded ? embedMasthead : masthead);
  mount(place('.notices'), notices);
  mount(place('.aside'), () => html`${setAsideBar()}`);
  mount(place('.output'), outputPanel);
  mount(place('.inspected'), () => inspectorButtons(inspectorViews));
  mount(place('.section'), () => panels[inspectorView()]());
  mount(place('.views'), () => viewButtons(['script', 'output', ...inspectorViews]));
  mount(place('.toast'), () => html`${announcement.value}`);
  mount(place('.dialogs'), () => html`${galleryDialog()} ${shareDialog()} ${liveKeyDialog()}`);
  effect(() => {
    document.body.dataset.view = currentView();
  });
  return place('.editor');
};
