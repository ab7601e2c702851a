/** What a figure is held against: at most, at least, or nothing yet. Taken from the architecture's numbers to beat. */
export type Bar = { readonly atMost: number; readonly goal?: number } | { readonly atLeast: number } | null;

/** Every figure, in the order in which it is printed. */
export const FIGURES = {
	reference_run_ms: {
		unit: 'ms',
		bar: { atMost: 600, goal: 300 },
		meaning: 'july-2024 at full size to its end, on the record, services and losses on, one thread'
	},
	reference_run_vs_per_host_ratio: {
		unit: 'times',
		bar: { atLeast: 200 },
		meaning: 'how many times faster that is than one host at a time'
	},
	state_hash_ms: { unit: 'ms', bar: null, meaning: '64-bit hash of the whole state of that world' },
	snapshot_ms: { unit: 'ms', bar: null, meaning: 'copy of the whole state of that world' },
	xstate_transition_us: { unit: 'µs', bar: null, meaning: 'one transition of the host statechart by XState' },
	table_transition_ns: { unit: 'ns', bar: null, meaning: 'the same transition by its compiled table' },
	first_screen_js_gzip_kb: {
		unit: 'kB',
		bar: { atMost: 150 },
		meaning: 'JavaScript that the home page loads at first, compressed'
	}
} as const satisfies Record<string, { unit: string; bar: Bar; meaning: string }>;

export type FigureName = keyof typeof FIGURES;
export const FIGURE_NAMES = Object.keys(FIGURES) as FigureName[];

/** Whether a value keeps its bar; null where there is none. */
export function meets(bar: Bar, value: number): boolean | null {
	if (bar === null) return null;
	return 'atMost' in bar ? value <= bar.atMost : value >= bar.atLeast;
}

/** `≤ 600, goal ≤ 300`; empty where there is no bar. */
export function barText(bar: Bar): string {
	if (bar === null) return '';
	if ('atLeast' in bar) return `≥ ${bar.atLeast}`;
	return bar.goal === undefined ? `≤ ${bar.atMost}` : `≤ ${bar.atMost}, goal ≤ ${bar.goal}`;
}
