/** Parts of the bench that can be asked for by themselves, in the order in which they are measured. */
export const BENCH_PARTS = [
	'physics',
	'rivals',
	'debrief',
	'attribution',
	'outages',
	'play',
	'map',
	'rooms',
	'load'
] as const;
export type BenchPart = (typeof BENCH_PARTS)[number];
