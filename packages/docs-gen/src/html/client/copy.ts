/** Gives every block of code a button that copies it. */
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
    figure.querySelector('figcaption')?.append(button);
  }
};

const copy = (text: string): Promise<boolean> =>
  navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
