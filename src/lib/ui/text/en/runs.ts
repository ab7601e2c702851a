/** What the runs says. */
export const runs = {};
