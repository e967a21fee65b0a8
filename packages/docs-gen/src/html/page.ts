import { coreOf, othersOf, type FunctionDoc } from '../function-doc.js';
import type { Guide, Reference } from '../reference.js';
import { html, type Markup } from './markup.js';

/** What the site is made of. */
export interface Site {
  readonly reference: Reference;
  readonly functions: readonly FunctionDoc[];
  readonly guides: readonly Guide[];
}

/** A page of the site, before its frame. */
export interface SitePage {
  /** Within the site: `functions/track.html`. */
  readonly path: string;
  readonly title: string;
  readonly summary: string;
  readonly main: Markup;
}

/** Puts the frame of every page around one: head, bar with search, navigation. Scripts and styles are files. */
export const framed = (site: Site, { path, title, summary, main }: SitePage): string => {
  const root = '../'.repeat(path.split('/').length - 1);
  return `<!doctype html>\n${
    html`<html lang="en" data-root="${root}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<meta name="description" content="${summary}">
<link rel="icon" href="${root}assets/icon.svg">
<link rel="stylesheet" href="${root}assets/style.css">
<script src="${root}assets/theme.js"></script>
<script src="${root}assets/search-index.js" defer></script>
<script src="${root}assets/site.js" defer></script>
</head>
<body>
<a class="skip" href="#main">Skip to content</a>
${bar(site.reference, root)}
<div class="frame">
${navigation(site, root, path)}
<main id="main" tabindex="-1">
${main}
</main>
</div>
</body>
</html>
`.html
  }`;
};

const bar = (reference: Reference, root: string): Markup => html`<header class="bar">
<a class="brand" href="${root}index.html">${reference.title} <span>Lua reference</span></a>
<search class="search">
<label class="visually-hidden" for="search">Search the reference</label>
<input id="search" type="search" placeholder="Search" autocomplete="off" spellcheck="false">
<kbd aria-hidden="true">/</kbd>
<ul id="search-results" hidden></ul>
<p id="search-status" class="visually-hidden" role="status"></p>
</search>
<button id="theme" class="bar-button" type="button" hidden>Dark</button>
<button id="menu" class="bar-button" type="button" aria-controls="navigation" aria-expanded="false" hidden>Menu</button>
</header>`;

const navigation = ({ functions, guides }: Site, root: string, current: string): Markup => {
  const link = (path: string, text: string | Markup) =>
    html`<li><a href="${root}${path}"${path === current ? html` aria-current="page"` : undefined}>${text}</a></li>`;
  const functionLinks = (docs: readonly FunctionDoc[]) => docs.map(({ name }) => link(`functions/${name}.html`, html`<span class="name">${name}</span>`));
  const group = (title: string, links: readonly Markup[]) =>
    links.length === 0 ? undefined : html`<h2>${title}</h2><ul>${links}</ul>`;
  return html`<nav id="navigation" aria-label="Reference">
<ul>${link('index.html', 'Reference')}</ul>
${group('Functions', functionLinks(coreOf(functions)))}
${group('More functions', functionLinks(othersOf(functions)))}
${group('Guides', guides.map(({ name, title }) => link(`guides/${name}.html`, title)))}
</nav>`;
};
