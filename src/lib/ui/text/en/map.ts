/** What the map says. */
export const mapWords = {};
