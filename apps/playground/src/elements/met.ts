import { noChange } from 'lit-html';
import { Directive, directive, type ElementPart } from 'lit-html/directive.js';

type Meet = (element: Element) => void;

class Met extends Directive {
  override render(meet: Meet): Meet {
    return meet;
  }

  override update({ element }: ElementPart, [meet]: [Meet]): typeof noChange {
    this.render(meet)(element);
    return noChange;
  }
}

/** `<div ${met(callback)}>` calls back with the element at each rendering, before what is in it is rendered. */
export const met = directive(Met);
