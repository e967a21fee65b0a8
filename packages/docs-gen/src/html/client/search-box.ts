import { createSearch, type SiteSearchEntry } from '../../search/search.js';
import { element } from './element.js';

declare global {
  /** Set by `search-index.js`. */
  var searchIndex: readonly SiteSearchEntry[];
}

/** Searches as the reader types. `/` jumps to the box, the arrow keys walk the results. */
export const enableSearch = (): void => {
  const box = element('search-box', HTMLInputElement);
  const list = element('search-results', HTMLUListElement);
  const status = element('search-status', HTMLParagraphElement);
  const search = createSearch(globalThis.searchIndex);
  const show = () => {
    const hits = box.value.trim() === '' ? [] : search(box.value).slice(0, 8);
    const isAsked = box.value.trim() !== '';
    list.replaceChildren(...(isAsked && hits.length === 0 ? [emptyItem(box.value)] : hits.map(resultItem)));
    list.hidden = !isAsked;
    status.textContent = isAsked ? `${hits.length} found` : '';
  };
  box.addEventListener('input', show);
  box.addEventListener('focus', show);
  document.addEventListener('keydown', (event) => {
    walk(event, box, list);
  });
  document.addEventListener('pointerdown', ({ target }) => {
    if (target instanceof Element && !target.closest('.search')) list.hidden = true;
  });
};

const emptyItem = (query: string): HTMLLIElement => {
  const item = document.createElement('li');
  item.className = 'empty';
  item.textContent = `Nothing found for “${query.trim()}”.`;
  return item;
};

/** Lets a long name be folded where its words end. */
const breakable = (name: string): Node[] =>
  name
    .split(/(?<=[._])/)
    .flatMap((word, at) => [...(at > 0 ? [document.createElement('wbr')] : []), document.createTextNode(word)]);

const resultItem = ({ name, title, summary, path }: SiteSearchEntry): HTMLLIElement => {
  const link = document.createElement('a');
  link.href = (document.documentElement.dataset['root'] ?? '') + path;
  const heading = document.createElement('b');
  const isFunction = path.startsWith('functions/');
  heading.append(...breakable(isFunction ? name : title));
  heading.classList.toggle('name', isFunction);
  const text = document.createElement('span');
  text.dir = 'auto';
  text.textContent = summary;
  link.append(heading, ' ', text);
  const item = document.createElement('li');
  item.append(link);
  return item;
};

const walk = (event: KeyboardEvent, box: HTMLInputElement, list: HTMLUListElement): void => {
  const inside = event.target instanceof Element && event.target.closest('.search') !== null;
  if (event.key === '/' && !inside) {
    event.preventDefault();
    box.focus();
  } else if (event.key === 'Escape') {
    list.hidden = true;
  } else if (inside && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
    event.preventDefault();
    step(event.key === 'ArrowDown' ? 1 : -1, box, list);
  } else if (event.key === 'Enter' && event.target === box) {
    list.querySelector('a')?.click();
  }
};

const step = (by: 1 | -1, box: HTMLInputElement, list: HTMLUListElement): void => {
  const stops: HTMLElement[] = [box, ...list.querySelectorAll('a')];
  const at = stops.findIndex((stop) => stop === document.activeElement);
  stops[(at + by + stops.length) % stops.length]?.focus();
};
