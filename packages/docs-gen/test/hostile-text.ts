import fc from 'fast-check';

const fragments = [
  '|', '||', '\\', '\\|', '`', '``', '```', '~~~', '\n', '\n\n', '\r\n', '    ', '\t', ' ', '  \n', '<script>alert(1)</script>', '<!--', '-->', '</code>',
  '<img src=x onerror=alert(1)>', '---', '***', '___', '===', ' #', ' ##', ']]', '--[[', ']]--', '--', '# ', '> ', '- ', '+ ', '1. ', '1) ', '* ', '_', '*', '**', '~~', '&amp;', '&#124;',
  '&lt', '&', '[a](javascript:alert(1))', '![a](b)', '[a]: b', '[', ']', '(', ')', '!', 'https://a.b/c_d_', 'http://x', 'www.a.b', 'a@b.c', 'mailto:a@b.c', '@param x', '@class',
  '😀', '👩‍👩‍👧', 'שלום', 'مرحبا', '\u202E', '\u2028', '\u2029', '\uFEFF', '\u00A0', '\u0000', '\u0007', '\u0085', '\uD800', '"', "'", '"""', '${x}', '`${x}`', '*/', '//', '?', ':', '{{x}}', '%', 'a_b', 'snake_case_word', 'word', 'é', '中文',
];

/** Text made to break formats: markup, code, comment ends, odd line breaks, invisible and two-directional characters. */
export const hostileText = fc.oneof(
  { weight: 4, arbitrary: fc.array(fc.constantFrom(...fragments), { maxLength: 8 }).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
);
