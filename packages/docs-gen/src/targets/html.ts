import { pagesOf } from '../agent/pages.js';
import { functionsOf } from '../function-doc.js';
import { guidesOf, guideText } from '../guides/guide-pages.js';
import siteScript from '../html/client/site.asset';
import themeScript from '../html/client/theme.asset';
import { functionArticle } from '../html/function-section.js';
import { guideHtml } from '../html/guide-html.js';
import { icon } from '../html/icon.js';
import { indexMain } from '../html/index-page.js';
import { html } from '../html/markup.js';
import { createFrame, type Site, type SitePage } from '../html/page.js';
import { rawMarkdown } from '../html/raw-markdown.js';
import type { SiteSearchEntry } from '../html/site-search-entry.js';
import stylesheet from '../html/style.asset';
import type { Reference } from '../reference.js';
import type { RenderedFile } from '../target.js';
import { renderFunctionPage } from './function-pages.js';

/**
 * A static site: the reference on one page, a page for every function and guide, with search, copy buttons and a dark
 * theme. It needs no server: every page works opened as a file, and under a policy that allows only the site's own
 * scripts and styles.
 */
export const renderHtml = (reference: Reference): RenderedFile[] => {
  const site = { reference, functions: functionsOf(reference), guides: guidesOf(reference) };
  const framed = createFrame(site);
  return [
    ...sitePages(site).map((page) => ({ path: `site/${page.path}`, text: framed(page) })),
    { path: 'site/assets/style.css', text: stylesheet },
    { path: 'site/assets/theme.js', text: themeScript },
    { path: 'site/assets/site.js', text: siteScript },
    {
      path: 'site/assets/search-index.js',
      text: `globalThis.searchIndex = ${JSON.stringify(searchEntries(reference))};\n`,
    },
    { path: 'site/assets/icon.svg', text: icon },
  ];
};

const sitePages = ({ reference, functions, guides }: Site): SitePage[] => [
  {
    path: 'index.html',
    title: `${reference.title} — Lua API reference`,
    summary: reference.summary ?? `Functions of ${reference.namespace} for Lua scripts`,
    main: indexMain(reference, functions),
  },
  ...functions.map((doc) => ({
    path: pathOf('function', doc.name),
    title: `${doc.name} — ${reference.title} Lua reference`,
    summary: doc.summary,
    main: html`${functionArticle(reference, doc)}${rawMarkdown(renderFunctionPage(reference, doc))}`,
  })),
  ...guides.map((guide) => ({
    path: pathOf('guide', guide.name),
    title: `${guide.title} — ${reference.title} Lua reference`,
    summary: guide.summary,
    main: html`<article class="guide">${guideHtml(guideText(guide))}</article>${rawMarkdown(guideText(guide))}`,
  })),
];

const searchEntries = (reference: Reference): SiteSearchEntry[] =>
  pagesOf(reference)
    .filter(({ entry }) => entry.kind !== 'reference')
    .map(({ entry, search }) => ({
      ...search,
      title: entry.title,
      summary: entry.summary,
      path: pathOf(entry.kind, entry.name),
    }));

const pathOf = (kind: string, name: string): string => `${kind}s/${name}.html`;
