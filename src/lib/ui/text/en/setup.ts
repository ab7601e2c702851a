/** What the setup says. */
export const setup = {};
