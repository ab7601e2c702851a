/**
 * What a figure is held against: at most, at least, at most so many times its baseline, or nothing yet. Taken from the
 * architecture's numbers to beat.
 */
export type Bar =
	| { readonly atMost: number; readonly goal?: number }
	| { readonly atLeast: number }
	| { readonly atMostTimes: number }
	| null;

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
	host_step_vs_bitecs_ratio: {
		unit: 'times',
		bar: null,
		meaning: 'how many times less time a host and step takes than with bitECS, a host at a time'
	},
	counterfactual_vs_whole_run_ratio: {
		unit: 'times',
		bar: { atMost: 0.25 },
		meaning:
			'time of a run with one decision otherwise beside a recorded one, as a share of its whole run, over the decisions of july-2024'
	},
	debrief_world_run_ms: {
		unit: 'ms',
		bar: { atMost: 100, goal: 60 },
		meaning: 'the same days in the debrief-size world'
	},
	runs_per_s_2_workers: {
		unit: 'runs/s',
		bar: { atLeast: 20 },
		meaning: 'runs of the debrief-size world by a pool of two workers'
	},
	attribution_first_s: {
		unit: 's',
		bar: { atMost: 5 },
		meaning: 'from asking what each decision of a finished play was worth to the first figures, in a browser'
	},
	attribution_5pct_s: {
		unit: 's',
		bar: { atMost: 60, goal: 15 },
		meaning: 'the same, to intervals that are all narrower than 5 % of what the decisions did'
	},
	attribution_runs_per_s: {
		unit: 'runs/s',
		bar: null,
		meaning: 'worlds of a finished play that are run with decisions left out, in one thread'
	},
	summit_first_curve_s: {
		unit: 's',
		bar: { atMost: 3 },
		meaning: 'from the last vote at a summit to the first curves of the next outages, in a browser'
	},
	summit_5pct_s: {
		unit: 's',
		bar: { atMost: 60 },
		meaning: 'the same, to a median over all shocks within 5 % of the median where nothing was agreed'
	},
	summit_first_curve_s_firefox: {
		unit: 's',
		bar: { atMost: 3 },
		meaning: 'the first curves in Firefox, where it is there'
	},
	summit_5pct_s_firefox: {
		unit: 's',
		bar: { atMost: 60 },
		meaning: 'the median in Firefox'
	},
	summit_first_curve_s_webkit: {
		unit: 's',
		bar: { atMost: 3 },
		meaning: 'the first curves in WebKitGTK, where it is there'
	},
	summit_5pct_s_webkit: {
		unit: 's',
		bar: { atMost: 60 },
		meaning: 'the median in WebKitGTK'
	},
	summit_runs_per_s: {
		unit: 'runs/s',
		bar: null,
		meaning: 'shocks that are run after a summit, in one thread'
	},
	replay_jump_ms_p95: {
		unit: 'ms',
		bar: { atMost: 200 },
		meaning:
			'from one decision of a finished exercise to another, anywhere in ten days: map, figures and state'
	},
	world_memory_mb: {
		unit: 'MB',
		bar: { atMost: 32 },
		meaning: 'one world of the full size: its state and the tables it runs on'
	},
	home_js_gzip_kb: {
		unit: 'kB',
		bar: { atMost: 150 },
		meaning: 'JavaScript that the home page loads at first, compressed'
	},
	play_js_gzip_kb: { unit: 'kB', bar: null, meaning: 'the same of the page that is played on' },
	home_lcp_ms: { unit: 'ms', bar: { atMost: 2500 }, meaning: 'largest contentful paint of the home page' },
	play_lcp_ms: { unit: 'ms', bar: { atMost: 2500 }, meaning: 'the same of the page that is played on' },
	play_inp_ms: {
		unit: 'ms',
		bar: { atMost: 200 },
		meaning: 'the longest from an interaction to the next picture in a whole exercise'
	},
	layout_shift: {
		unit: 'points',
		bar: { atMost: 0.1 },
		meaning: 'cumulative layout shift, the larger of home and a whole exercise'
	},
	round_commit_to_result_ms: {
		unit: 'ms',
		bar: null,
		meaning: 'from committing a round to the next one, without waiting for the pace'
	},
	hot_wash_ms: { unit: 'ms', bar: { atMost: 1000 }, meaning: 'from the end of the world to the hot wash' },
	map_script_ms_p50_100k: {
		unit: 'ms',
		bar: { atMostTimes: 0.07 },
		meaning: 'script time of one picture of the map with new counts and 100,000 points, the middle one'
	},
	map_script_ms_p95_100k: {
		unit: 'ms',
		bar: { atMostTimes: 0.1 },
		meaning: 'the same, exceeded by one picture in twenty'
	},
	map_script_ms_p95_1m: { unit: 'ms', bar: null, meaning: 'the same with 1,000,000 points' },
	map_setup_ms_100k: {
		unit: 'ms',
		bar: null,
		meaning:
			'from a world of 100,000 points to its first picture: points chosen and placed, land and shaders made'
	},
	map_long_frames: {
		unit: 'frames',
		bar: { atMost: 0 },
		meaning:
			'frames in which scripts ran for more than 50 ms while the map played and was panned, zoomed, filtered and scrubbed'
	},
	map_open_longest_script_ms: {
		unit: 'ms',
		bar: { atMost: 50 },
		meaning: 'the most that scripts ran in one frame while the map opened'
	},
	map_upload_kb_per_frame: { unit: 'kB', bar: null, meaning: 'sent to the graphics card for one new moment' },
	map_heap_mb_after_30_min: {
		unit: 'MB',
		bar: null,
		meaning: 'JavaScript heap after half an hour of play with a moment a second, run through without waiting'
	},
	join_to_first_screen_ms: {
		unit: 'ms',
		bar: { atMost: 3000 },
		meaning: 'from choosing a team to the heading of its page, in a fresh browser'
	},
	phone_js_gzip_kb: {
		unit: 'kB',
		bar: { atMost: 60 },
		meaning: 'JavaScript of the page on which an audience votes, compressed'
	},
	team_js_gzip_kb: { unit: 'kB', bar: null, meaning: 'the same of the page of a team' },
	command_to_all_screens_ms_p95: {
		unit: 'ms',
		bar: { atMost: 250 },
		meaning: 'from a step of the facilitator to the last of 30 connected screens, one of them a page'
	},
	frame_bytes_p95: {
		unit: 'bytes',
		bar: { atMost: 16_000 },
		meaning: 'what a team’s page is sent for one picture of a running world, exceeded by one in twenty'
	},
	fanout_1000_ms_p50: {
		unit: 'ms',
		bar: null,
		meaning: 'from a press at the desk to a phone that shows it, of 1000 phones in one room, the middle one'
	},
	fanout_1000_ms_p95: { unit: 'ms', bar: null, meaning: 'the same, exceeded by one phone in twenty' },
	fanout_1000_ms_p99: { unit: 'ms', bar: null, meaning: 'the same, exceeded by one phone in a hundred' },
	fanout_5000_ms_p95: {
		unit: 'ms',
		bar: { atMost: 500, goal: 300 },
		meaning: 'the same of 5000 phones, exceeded by one in twenty'
	},
	fanout_5000_mb: { unit: 'MB', bar: null, meaning: 'memory of a server to which 5000 phones are connected' },
	votes_5000_in_10s_lost: {
		unit: 'votes',
		bar: { atMost: 0 },
		meaning: 'votes of 5000 phones within ten seconds that are not in the count'
	},
	rooms_100_step_lag_ms_p95: {
		unit: 'ms',
		bar: { atMost: 500 },
		meaning: 'how much later than due a minute is heard of at a desk, with bots playing in 100 rooms'
	},
	rooms_100_cpu_share: {
		unit: 'of a core',
		bar: null,
		meaning: 'processor time of a server in whose 100 rooms bots play'
	},
	append_ms_p95: {
		unit: 'ms',
		bar: null,
		meaning: 'from a note at a desk to the answer that it is kept, while bots play in 100 rooms'
	}
} as const satisfies Record<string, { unit: string; bar: Bar; meaning: string }>;

export type FigureName = keyof typeof FIGURES;
export const FIGURE_NAMES = Object.keys(FIGURES) as FigureName[];

/** Whether a value keeps its bar; null where there is none, or no baseline that it needs. */
export function meets(bar: Bar, value: number, baseline?: number): boolean | null {
	if (bar === null) return null;
	if ('atMostTimes' in bar) return baseline === undefined ? null : value <= bar.atMostTimes * baseline;
	return 'atMost' in bar ? value <= bar.atMost : value >= bar.atLeast;
}

/** `≤ 600, goal ≤ 300`; empty where there is no bar. */
export function barText(bar: Bar): string {
	if (bar === null) return '';
	if ('atLeast' in bar) return `≥ ${bar.atLeast}`;
	if ('atMostTimes' in bar) return `≤ ${bar.atMostTimes} ×`;
	return bar.goal === undefined ? `≤ ${bar.atMost}` : `≤ ${bar.atMost}, goal ≤ ${bar.goal}`;
}
