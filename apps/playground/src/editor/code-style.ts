import codeCss from '../styles/code.css?inline';

const sheet = new CSSStyleSheet();
sheet.replaceSync(codeCss);

/** Gives a document or shadow root the colours of code, so that the editor and every example look the same. */
export const adoptCodeStyle = (root: DocumentOrShadowRoot): void => {
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
};
