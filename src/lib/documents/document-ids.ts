/** What can be made of an exercise, in the order in which it is offered. */
export const DOCUMENT_IDS = [
	'aar',
	'slides',
	'eeg',
	'msel',
	'sitman',
	'handbook',
	'handout',
	'feedback',
	'curves',
	'log'
] as const;
export type DocumentId = (typeof DOCUMENT_IDS)[number];

/** Those that show what the worlds came to: they take a run of the model. */
export const NEEDS_RUNS: readonly DocumentId[] = ['aar', 'slides', 'eeg', 'curves'];
