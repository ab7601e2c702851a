/** What the hot wash says. */
export const hotWash = {};
