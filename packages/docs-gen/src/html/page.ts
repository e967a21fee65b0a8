import type { EventDoc } from '../reference/event-doc.js';
import type { FunctionDoc } from '../reference/function-doc.js';
import type { GroupDoc } from '../reference/group-doc.js';
import type { Guide, Reference } from '../reference/reference.js';
import { html, type Markup } from './markup.js';
import { renderNavigation, renderWayBack } from './navigation.js';

/** What the site is made of. */
export interface Site {
  readonly reference: Reference;
  readonly functions: readonly FunctionDoc[];
  readonly groups: readonly GroupDoc[];
  readonly events: readonly EventDoc[];
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

/**
 * Puts the frame of every page around one: head, bar with search, navigation. Scripts and styles are files, and so are
 * the links to all pages, but for those of the first page. The frame's ids hold a dash, which no function's name does.
 */
export const framePage = (site: Site, { path, title, summary, main }: SitePage): string => {
  const root = '../'.repeat(path.split('/').length - 1);
  const isFirst = root === '';
  const { playground } = site.reference.site ?? {};
  return `<!doctype html>\n${
    html`<html lang="en" data-root="${root}" data-playground="${playground === undefined ? '' : resolveFrom(root, playground)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<meta name="description" content="${summary}">
<link rel="icon" href="${root}assets/icon.svg">
<link rel="stylesheet" href="${root}assets/style.css">
<script src="${root}assets/theme.js"></script>
${isFirst ? undefined : html`<script src="${root}assets/navigation.js" defer></script>`}
<script src="${root}assets/search-index.js" defer></script>
<script src="${root}assets/site.js" defer></script>
</head>
<body>
<a class="skip" href="#main-content">Skip to content</a>
${renderBar(site.reference, root)}
<div class="frame">
<nav id="site-navigation" aria-label="Reference">
${isFirst ? renderNavigation(site) : renderWayBack(root)}
</nav>
<main id="main-content" tabindex="-1">
${main}
</main>
</div>
</body>
</html>
`.html
  }`;
};

/** The site's icon: a crescent that reads on light and dark tabs. */
export const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="#6d6af2" d="M20 3a13 13 0 1 0 9 20A11 11 0 0 1 20 3z"/></svg>
`;

/** A path from the site's own folder as a page has it that is further down; a whole address as it is. */
export const resolveFrom = (root: string, address: string): string =>
  /^[a-z]+:/.test(address) ? address : root + address;

const renderLinks = ({ site = {} }: Reference, root: string): Markup[] =>
  [
    { title: 'Playground', address: site.playground },
    { title: 'Source', address: site.repository },
  ].flatMap(({ title, address }) =>
    address === undefined ? [] : [html`<a class="bar-link" href="${resolveFrom(root, address)}">${title}</a>`],
  );

const renderBar = (reference: Reference, root: string): Markup => html`<header class="bar">
<a class="brand" href="${root}index.html">${reference.title} <span>Lua reference</span></a>
<search class="search">
<label class="visually-hidden" for="search-box">Search the reference</label>
<input id="search-box" type="search" placeholder="Search" autocomplete="off" spellcheck="false">
<kbd aria-hidden="true">/</kbd>
<ul id="search-results" hidden></ul>
<p id="search-status" class="visually-hidden" role="status"></p>
</search>
${renderLinks(reference, root)}
<button id="theme-button" class="bar-button" type="button" hidden>Dark</button>
<button id="menu-button" class="bar-button" type="button" aria-controls="site-navigation" aria-expanded="false" hidden>Menu</button>
</header>`;
