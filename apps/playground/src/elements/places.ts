/** Beside this page, wherever both are served; `npm run site` puts them side by side. */
export const DOCS = '../reference/';

/** Where the sources are. */
export const REPOSITORY = 'https://github.com/moonwire/moonwire';
