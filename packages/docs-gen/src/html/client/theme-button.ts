import { element } from './element.js';

type Theme = 'light' | 'dark';

/** Lets a reader choose the theme; until then it is the system's. */
export const enableThemeButton = (): void => {
  const button = element('theme-button', HTMLButtonElement);
  const label = () => {
    button.textContent = opposite(current()) === 'dark' ? 'Dark' : 'Light';
    button.setAttribute('aria-label', `Use the ${opposite(current())} theme`);
  };
  button.hidden = false;
  label();
  button.addEventListener('click', () => {
    const theme = opposite(current());
    document.documentElement.dataset['theme'] = theme;
    label();
    localStorage.setItem('theme', theme);
  });
};

const current = (): Theme => {
  const chosen = document.documentElement.dataset['theme'];
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
};

const opposite = (theme: Theme): Theme => (theme === 'dark' ? 'light' : 'dark');
