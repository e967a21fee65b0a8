import { html, type TemplateResult } from 'lit-html';

/** A row of buttons of which one is chosen. */
export interface Choices<Value extends string> {
  /** What is chosen, for screen readers. */
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly chosen: Value;
  readonly choose: (value: Value) => void;
}

/** Renders {@link Choices}. */
export const renderChoices = <Value extends string>({
  label,
  options,
  chosen,
  choose,
}: Choices<Value>): TemplateResult => html`
  <div class="choices" role="group" aria-label=${label}>
    ${options.map(
      ({ value, label: text }) => html`
        <button
          type="button"
          aria-pressed=${value === chosen}
          @click=${() => {
            choose(value);
          }}
        >
          ${text}
        </button>
      `,
    )}
  </div>
`;
