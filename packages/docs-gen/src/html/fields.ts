import type { Field } from '../reference/field.js';
import { toSafeId } from '../reference/names.js';
import { html, type Markup } from './markup.js';

/**
 * Fields as a nested list, each with its own anchor.
 * @param id The anchor of what holds them.
 */
export const renderFields = (fields: readonly Field[], id: string, requirement: Requirement): Markup =>
  fields.length === 0
    ? html`<p class="none">None.</p>`
    : html`<ul class="fields">${fields.map((field) => renderField(field, `${id}.${toSafeId(field.name)}`, requirement))}</ul>`;

/** What a field's badge says. */
export type Requirement = (field: Field) => Markup;

/** For parameters: whether they must be given. */
export const showParameterRequirement: Requirement = ({ required, unless }) =>
  !required
    ? html`<span class="optional">optional</span>`
    : unless === undefined
      ? html`<span class="required">required</span>`
      : html`<span class="required">required</span> <span class="unless">or <code>${unless}</code></span>`;

/** For result fields: whether they are always there. */
export const showResultRequirement: Requirement = ({ required }) =>
  required ? html`` : html`<span class="optional">may be absent</span>`;

const renderField = (field: Field, id: string, requirement: Requirement): Markup => html`<li class="field" id="${id}">
<div class="field-head"><code class="field-name">${field.name}</code> <span class="field-type">${field.type}</span> ${requirement(field)}</div>
${field.description === '' ? undefined : html`<p class="description" dir="auto">${field.description}</p>`}
${field.fields.length === 0 ? undefined : renderFields(field.fields, id, requirement)}
</li>`;
