import { element } from './element.js';

declare global {
  /** Set by `navigation.js`, which every page but the first loads: the first page's navigation as HTML. */
  var siteNavigation: string | undefined;
}

/** Shows the links to every page, and which of them is this one. The first page has them already. */
export const fillNavigation = (): void => {
  if (globalThis.siteNavigation === undefined) return;
  const root = document.documentElement.dataset['root'] ?? '';
  const navigation = element('site-navigation', HTMLElement);
  navigation.innerHTML = globalThis.siteNavigation;
  for (const link of navigation.querySelectorAll('a')) {
    link.setAttribute('href', root + (link.getAttribute('href') ?? ''));
    link.toggleAttribute('aria-current', false);
    if (link.pathname === location.pathname) link.setAttribute('aria-current', 'page');
  }
};
