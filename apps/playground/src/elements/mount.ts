import { effect } from '@preact/signals-core';
import { render, type TemplateResult } from 'lit-html';

/** Keeps `place` showing `view`, and renders again whenever a signal that `view` reads changes. */
export const mount = (place: HTMLElement, view: () => TemplateResult): void => {
  effect(() => {
    render(view(), place);
  });
};
