import { functionsOf, type Target } from '@moonwire/docs-gen';

/** A spreadsheet of all parameters: one row each, for people who review names and types. */
export const csvTarget: Target = {
  name: 'csv',
  render: (reference) => {
    const rows = functionsOf(reference).flatMap(({ name, parameters }) =>
      parameters.map((field) => [name, field.name, field.type, field.required ? 'yes' : 'no', field.description]),
    );
    const lines = [['function', 'parameter', 'type', 'required', 'description'], ...rows].map((row) =>
      row.map(cell).join(','),
    );
    return [{ path: 'parameters.csv', text: `${lines.join('\n')}\n` }];
  },
};

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
