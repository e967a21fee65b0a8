import { element } from './element.js';

/** Lets narrow screens open and close the navigation. */
export const enableMenu = (): void => {
  const button = element('menu-button', HTMLButtonElement);
  const root = document.documentElement;
  const show = (open: boolean) => {
    root.classList.toggle('menu-open', open);
    button.setAttribute('aria-expanded', String(open));
  };
  root.classList.add('has-menu');
  button.hidden = false;
  button.addEventListener('click', () => {
    show(button.getAttribute('aria-expanded') === 'false');
  });
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') show(false);
  });
};
