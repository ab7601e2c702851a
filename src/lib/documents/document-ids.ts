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
	'accord',
	'curves',
	'log'
] as const;
export type DocumentId = (typeof DOCUMENT_IDS)[number];

/** Those that there are only where a summit was held. */
export const NEEDS_SUMMIT: readonly DocumentId[] = ['accord'];

/** Those that show what the worlds came to: they take a run of the model. */
export const NEEDS_RUNS: readonly DocumentId[] = ['aar', 'slides', 'eeg', 'curves'];

/** The files that each comes as. */
export const FILE_NAMES = {
	aar: ['after-action-report.docx'],
	slides: ['report-slides.pptx'],
	eeg: ['exercise-evaluation-guides.docx'],
	msel: ['msel.xlsx', 'msel.csv'],
	sitman: ['situation-manual.docx'],
	handbook: ['controller-evaluator-handbook.docx'],
	handout: ['participant-handout.docx'],
	feedback: ['participant-feedback-form.docx'],
	accord: ['accord.docx'],
	curves: ['curves.csv'],
	log: ['log.jsonl', 'log-without-texts.jsonl']
} as const satisfies Record<DocumentId, readonly string[]>;
