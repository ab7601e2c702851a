/** What the home says. */
export const home = {};
