/** What the briefing says. */
export const briefing = {};
