/** The site's icon: a crescent that reads on light and dark tabs. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="#6d6af2" d="M20 3a13 13 0 1 0 9 20A11 11 0 0 1 20 3z"/></svg>
`;
