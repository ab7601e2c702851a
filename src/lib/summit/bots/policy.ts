/**
 * How bots negotiate, by what they decide. A bot knows its own brief and what is said at the table (mind.ts), weighs a text by
 * one function (worth.ts), and does what stands in these files: it says what it wants, why it objects and what would help; it
 * gives way as rounds go by and to those who gave way to it; and it is not moved by what costs its giver nothing.
 */
export { openingOf, tabledBy } from './opening.ts';
export { stanceOf } from './objecting.ts';
export { offersOf } from './countering.ts';
export { marginOf } from './conceding.ts';
export { emptinessOf } from './emptiness.ts';
export { answerTo, leanOf, voteOf } from './answering.ts';
