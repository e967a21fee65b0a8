import type { EventDoc } from '../reference/event-doc.js';
import { type FunctionDoc, selectCore, selectOthers } from '../reference/function-doc.js';
import type { GroupDoc } from '../reference/group-doc.js';
import type { Guide } from '../reference/reference.js';
import { html, type Markup } from './markup.js';

/** What the site has pages about. */
interface Named {
  readonly functions: readonly FunctionDoc[];
  readonly groups: readonly GroupDoc[];
  readonly events: readonly EventDoc[];
  readonly guides: readonly Guide[];
}

/**
 * Links to every page of the site, as its first page shows them; their paths are relative to the site's own folder.
 * The other pages load them from one file, so that a page more changes none of those that are there.
 */
export const renderNavigation = ({ functions, groups, events, guides }: Named): Markup => {
  const functionLinks = (docs: readonly FunctionDoc[]) =>
    docs.map(({ name }) => renderLink(`functions/${name}.html`, html`<span class="name">${name}</span>`));
  const guideLinks = guides.map(({ name, title }) => renderLink(`guides/${name}.html`, title));
  const groupLinks = groups.map(({ name, title }) => renderLink(`groups/${name}.html`, title));
  const eventLinks = events.map(({ page, name }) => renderLink(`events/${page}.html`, name));
  return html`<ul><li><a href="index.html" aria-current="page">Reference</a></li></ul>
${renderGroup('Functions', functionLinks(selectCore(functions)))}
${renderGroup('More functions', functionLinks(selectOthers(functions)))}
${renderGroup('Groups', groupLinks)}
${renderGroup('Guides', guideLinks)}${renderGroup('Events', eventLinks)}`;
};

/**
 * What every other page shows until the navigation is loaded, and where scripts are off: the way to the first page,
 * which has all links.
 * @param root Leads from the page's folder to the site's own.
 */
export const renderWayBack = (root: string): Markup =>
  html`<ul><li><a href="${root}index.html">Reference</a></li></ul>`;

const renderLink = (path: string, text: string | Markup): Markup => html`<li><a href="${path}">${text}</a></li>`;

const renderGroup = (title: string, links: readonly Markup[]): Markup | undefined =>
  links.length === 0 ? undefined : html`<h2>${title}</h2><ul>${links}</ul>`;
