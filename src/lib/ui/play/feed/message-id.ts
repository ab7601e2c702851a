/** The id of a message's place in the feed, in the page. */
export const messageId = (inject: string): string => `message-${inject}`;
