import { effect } from '@preact/signals-core';
import { html, render, type TemplateResult } from 'lit-html';

import { find, format } from '../editor/editor-actions.js';
import { renderFindBar } from '../editor/find-bar.js';
import { announcement } from '../elements/clipboard.js';
import { mount } from '../elements/mount.js';
import { renderGalleryDialog } from '../gallery/gallery-dialog.js';
import { renderAccountsPanel } from '../panels/accounts-panel.js';
import { renderEventsPanel } from '../panels/events-panel.js';
import { renderLiveKeyDialog } from '../panels/live-key-dialog.js';
import { renderOutputPanel } from '../panels/output-panel.js';
import { renderReferencePanel } from '../panels/reference-panel.js';
import { renderSimulatorPanel } from '../panels/simulator-panel.js';
import { SCRIPT_NAME } from '../protocol/script-name.js';
import { renderSetAsideBar } from '../share/set-aside-bar.js';
import { renderShareDialog } from '../share/share-dialog.js';
import { type InspectorView, isEmbedded, readInspectorView, readView } from '../state/view.js';
import { renderEmbedMasthead } from './embed.js';
import { openHelp, openHelpByKey, renderHelpDialog } from './help-dialog.js';
import { renderIntroduction } from './introduction.js';
import { renderLiveSwitch } from './live-switch.js';
import { renderMasthead } from './masthead.js';
import { renderNotices } from './notices.js';
import { renderInspectorButtons, renderViewButtons } from './section-buttons.js';
import { splitPanes } from './splitters.js';

const panels: Readonly<Record<InspectorView, () => TemplateResult>> = {
  events: renderEventsPanel,
  reference: renderReferencePanel,
  accounts: renderAccountsPanel,
  simulator: renderSimulatorPanel,
};

const inspectorViews: readonly InspectorView[] = isEmbedded
  ? ['events', 'reference']
  : ['events', 'reference', 'accounts', 'simulator'];

const renderScriptTools = (): TemplateResult => html`
  ${renderLiveSwitch()}
  <button type="button" class="button small quiet" title="Find and replace (Ctrl/Cmd+F)" @click=${find}>Find</button>
  <button type="button" class="button small quiet" title="Format (Shift+Alt+F)" @click=${format}>Format</button>
  <button type="button" class="button small quiet" title="Keys and links (?)" @click=${openHelp}>Help</button>
`;

const skeleton = html`
  <a class="skip" href="#script">Skip to the script</a>
  <div class="page">
    <header class="masthead"></header>
    <div class="notices" role="status"></div>
    <main class="desk">
      <section class="pane script" id="script" tabindex="-1" aria-label="Script">
        <div class="pane-head"><h2 class="mono">${SCRIPT_NAME}</h2><span class="spring"></span><span class="script-tools"></span></div>
        <div class="aside"></div>
        <div class="finder"></div>
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

const findPlace = (selector: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`The page has no ${selector}`);
  return found;
};

/** Builds the page. @returns The element that the editor goes into. */
export const buildPage = (): HTMLElement => {
  render(skeleton, document.body);
  mount(findPlace('.masthead'), isEmbedded ? renderEmbedMasthead : renderMasthead);
  mount(findPlace('.notices'), renderNotices);
  mount(findPlace('.script-tools'), renderScriptTools);
  mount(findPlace('.aside'), () => html`${renderIntroduction()} ${renderSetAsideBar()}`);
  mount(findPlace('.finder'), () => html`${renderFindBar()}`);
  mount(findPlace('.output'), renderOutputPanel);
  mount(findPlace('.inspected'), () => renderInspectorButtons(inspectorViews));
  mount(findPlace('.section'), () => panels[readInspectorView()]());
  mount(findPlace('.views'), () => renderViewButtons(['script', 'output', ...inspectorViews]));
  mount(findPlace('.toast'), () => html`${announcement.value}`);
  mount(
    findPlace('.dialogs'),
    () => html`${renderGalleryDialog()} ${renderShareDialog()} ${renderLiveKeyDialog()} ${renderHelpDialog()}`,
  );
  splitPanes(findPlace('.desk'));
  openHelpByKey();
  effect(() => {
    document.body.dataset.view = readView();
  });
  return findPlace('.editor');
};
