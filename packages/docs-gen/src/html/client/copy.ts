/** Gives every block of code a button that copies it, and Lua a link to where it is tried. */
export const addCopyButtons = (): void => {
  for (const figure of document.querySelectorAll('figure.code')) {
    const code = figure.querySelector('code')?.textContent ?? '';
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'Copy';
    button.addEventListener('click', () => {
      void copy(code).then((done) => {
        button.textContent = done ? 'Copied' : 'Press Ctrl+C';
        setTimeout(() => (button.textContent = 'Copy'), 1500);
      });
    });
    figure.querySelector('figcaption')?.append(...linkToPlayground(figure, code), button);
  }
};

/** Leads to the page where the code can be tried, if the site knows one. */
const linkToPlayground = (figure: Element, code: string): readonly HTMLAnchorElement[] => {
  const { playground } = document.documentElement.dataset;
  if (!playground || !figure.querySelector('.language-lua')) return [];
  const link = document.createElement('a');
  link.href = `${playground}#lua=${encodeURIComponent(code)}`;
  link.textContent = 'Open in the playground';
  return [link];
};

const copy = (text: string): Promise<boolean> =>
  navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
