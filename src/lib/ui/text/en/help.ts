/** What the help says. */
export const help = {};
