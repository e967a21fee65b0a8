import { html, type TemplateResult } from 'lit-html';

import { icon } from '../page/icon.js';

type TextRow = Readonly<Record<string, string>>;

/** A table whose cells are text fields. */
export interface EditableTable<Row extends object> {
  readonly title: string;
  /** One row, as the buttons call it: `source`. */
  readonly noun: string;
  /** The fields of a row and their headings. */
  readonly columns: Readonly<Record<keyof Row & string, string>>;
  readonly rows: readonly Row[];
  readonly change: (rows: readonly Row[]) => void;
}

/** Renders an {@link EditableTable}. */
export const editableTable = <Row extends object>({
  title,
  noun,
  columns,
  rows,
  change,
}: EditableTable<Row>): TemplateResult => {
  const keys = Object.keys(columns) as (keyof Row & string)[];
  const cell = (row: Row, at: number, key: keyof Row & string): TemplateResult => html`
    <td>
      <input
        class="input mono"
        aria-label="${columns[key]} of ${noun} ${at + 1}"
        spellcheck="false"
        .value=${(row as TextRow)[key] ?? ''}
        @change=${(event: Event) => {
          const text = (event.target as HTMLInputElement).value;
          change(rows.map((known, index) => (index === at ? { ...known, [key]: text } : known)));
        }}
      />
    </td>
  `;
  const removeButton = (at: number): TemplateResult => html`
    <button
      type="button"
      class="button quiet icon"
      aria-label="Remove ${noun} ${at + 1}"
      @click=${() => {
        change(rows.filter((_, index) => index !== at));
      }}
    >
      ${icon('close')}
    </button>
  `;
  const add = (): void => {
    change([...rows, Object.fromEntries(keys.map((key) => [key, `${noun}-${rows.length + 1}`])) as Row]);
  };
  return html`
    <table class="editable">
      <caption>${title}</caption>
      <thead><tr>${keys.map((key) => html`<th scope="col">${columns[key]}</th>`)}<td></td></tr></thead>
      <tbody>${rows.map((row, at) => html`<tr>${keys.map((key) => cell(row, at, key))}<td>${removeButton(at)}</td></tr>`)}</tbody>
    </table>
    <button type="button" class="button small" @click=${add}>Add ${noun}</button>
  `;
};
