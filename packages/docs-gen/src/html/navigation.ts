import { coreOf, type FunctionDoc, othersOf } from '../function-doc.js';
import type { Guide } from '../reference.js';
import { html, type Markup } from './markup.js';

/** Links of the navigation under one heading. */
export interface LinkGroup {
  /** Left out: no heading. */
  readonly title?: string;
  readonly links: readonly Link[];
}

interface Link {
  /** Within the site. */
  readonly path: string;
  readonly elsewhere: Markup;
  /** The link as the page it leads to shows it. */
  readonly here: Markup;
}

/** Every page of the site, for pages in the folder from which `root` leads to the site's own. */
export const linkGroups = (
  site: { readonly functions: readonly FunctionDoc[]; readonly guides: readonly Guide[] },
  root: string,
): LinkGroup[] => {
  const functionLinks = (docs: readonly FunctionDoc[]) =>
    docs.map(({ name }) => link(root, `functions/${name}.html`, html`<span class="name">${name}</span>`));
  return [
    { links: [link(root, 'index.html', 'Reference')] },
    { title: 'Functions', links: functionLinks(coreOf(site.functions)) },
    { title: 'More functions', links: functionLinks(othersOf(site.functions)) },
    { title: 'Guides', links: site.guides.map(({ name, title }) => link(root, `guides/${name}.html`, title)) },
  ].filter(({ links }) => links.length > 0);
};

const link = (root: string, path: string, text: string | Markup): Link => ({
  path,
  elsewhere: html`<li><a href="${root}${path}">${text}</a></li>`,
  here: html`<li><a href="${root}${path}" aria-current="page">${text}</a></li>`,
});

/** The navigation as the page at a path shows it. */
export const navigation = (groups: readonly LinkGroup[], current: string): Markup[] =>
  groups.map(({ title, links }) => {
    const list = html`<ul>${links.map(({ path, here, elsewhere }) => (path === current ? here : elsewhere))}</ul>`;
    return title === undefined ? list : html`<h2>${title}</h2>${list}`;
  });
