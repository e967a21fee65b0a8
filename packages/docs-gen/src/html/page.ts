import type { FunctionDoc } from '../function-doc.js';
import type { Guide, Reference } from '../reference.js';
import { html, type Markup } from './markup.js';
import { type LinkGroup, linkGroups, navigation } from './navigation.js';

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
export type Frame = (page: SitePage) => string;

/**
 * The frame of a site's pages. What all pages of a folder share is made once.
 * Its ids hold a dash, which no function's name does.
 */
export const createFrame = (site: Site): Frame => {
  const shared = new Map<string, Shared>();
  return ({ path, title, summary, main }) => {
    const root = '../'.repeat(path.split('/').length - 1);
    const { head, bar, links } = shared.get(root) ?? sharedBelow(site, root);
    shared.set(root, { head, bar, links });
    return `<!doctype html>\n${
      html`<html lang="en" data-root="${root}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<meta name="description" content="${summary}">
${head}
</head>
<body>
<a class="skip" href="#main-content">Skip to content</a>
${bar}
<div class="frame">
<nav id="site-navigation" aria-label="Reference">
${navigation(links, path)}
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
};

interface Shared {
  readonly head: Markup;
  readonly bar: Markup;
  readonly links: readonly LinkGroup[];
}

const sharedBelow = (site: Site, root: string): Shared => ({
  head: html`<link rel="icon" href="${root}assets/icon.svg">
<link rel="stylesheet" href="${root}assets/style.css">
<script src="${root}assets/theme.js"></script>
<script src="${root}assets/search-index.js" defer></script>
<script src="${root}assets/site.js" defer></script>`,
  bar: bar(site.reference, root),
  links: linkGroups(site, root),
});

const bar = (reference: Reference, root: string): Markup => html`<header class="bar">
<a class="brand" href="${root}index.html">${reference.title} <span>Lua reference</span></a>
<search class="search">
<label class="visually-hidden" for="search-box">Search the reference</label>
<input id="search-box" type="search" placeholder="Search" autocomplete="off" spellcheck="false">
<kbd aria-hidden="true">/</kbd>
<ul id="search-results" hidden></ul>
<p id="search-status" class="visually-hidden" role="status"></p>
</search>
<button id="theme-button" class="bar-button" type="button" hidden>Dark</button>
<button id="menu-button" class="bar-button" type="button" aria-controls="site-navigation" aria-expanded="false" hidden>Menu</button>
</header>`;
