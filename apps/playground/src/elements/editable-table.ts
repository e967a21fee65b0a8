import { html, type TemplateResult } from 'lit-html';

import { keepFocusNear } from './focus.js';
import { renderIcon } from './icon.js';

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
export const renderEditableTable = <Row extends object>(table: EditableTable<Row>): TemplateResult => {
  const { title, noun, columns, rows, change } = table;
  const keys = listKeys(table);
  const add = (): void => {
    change([...rows, Object.fromEntries(keys.map((key) => [key, `${noun}-${rows.length + 1}`])) as Row]);
  };
  return html`
    <table class="editable">
      <caption>${title}</caption>
      <thead><tr>${keys.map((key) => html`<th scope="col">${columns[key]}</th>`)}<td></td></tr></thead>
      <tbody>${rows.map((_, at) => html`<tr>${keys.map((key) => renderCell(table, at, key))}<td>${renderRemoveButton(table, at)}</td></tr>`)}</tbody>
    </table>
    <button type="button" class="button small" @click=${add}>Add ${noun}</button>
  `;
};

const listKeys = <Row extends object>({ columns }: EditableTable<Row>): (keyof Row & string)[] =>
  Object.keys(columns) as (keyof Row & string)[];

const renderCell = <Row extends object>(
  table: EditableTable<Row>,
  at: number,
  key: keyof Row & string,
): TemplateResult => {
  const { columns, noun, rows, change } = table;
  return html`
    <td>
      <input
        class="input mono"
        aria-label="${columns[key]} of ${noun} ${at + 1}"
        spellcheck="false"
        .value=${(rows[at] as TextRow)[key] ?? ''}
        @change=${(event: Event) => {
          const text = (event.target as HTMLInputElement).value;
          change(rows.map((known, index) => (index === at ? { ...known, [key]: text } : known)));
        }}
      />
    </td>
  `;
};

const renderRemoveButton = <Row extends object>(
  { noun, rows, change }: EditableTable<Row>,
  at: number,
): TemplateResult => {
  const remove = (event: Event): void => {
    keepFocusNear(event);
    change(rows.filter((_, index) => index !== at));
  };
  return html`
    <button type="button" class="button quiet icon" aria-label="Remove ${noun} ${at + 1}" @click=${remove}>
      ${renderIcon('close')}
    </button>
  `;
};
