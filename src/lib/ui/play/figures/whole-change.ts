/** How a count has changed, between the whole numbers that are shown: 58 and then 59 is one more, whatever lies between. */
export const wholeChange = (now: number, before: number): number => Math.round(now) - Math.round(before);
