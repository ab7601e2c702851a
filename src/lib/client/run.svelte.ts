import { beforeNextPicture } from './before-next-picture.ts';
import type { FileFault, LaneFrames, LaneHashes, Motion, RunFacts, RunNews } from './messages.ts';
import type { Lane, OpenRequest, Pace, RunClient, ScenarioSource } from './run-client.ts';
import { withSample, type Curves } from './curves.ts';

/** `opening`: a scenario or log is being read; what was open before is still shown. */
export type RunStatus = 'starting' | 'opening' | 'open' | 'failed';

export interface Refused {
	readonly subject: 'scenario' | 'log';
	readonly file: string;
	readonly faults: readonly FileFault[];
}

type News<Type extends RunNews['type']> = Extract<RunNews, { type: Type }>;

/** What a page shows of a run: news as they came, and nothing computed from the clock on the wall. */
export class RunView {
	status = $state<RunStatus>('starting');
	failure = $state<string | null>(null);
	scenarios = $state.raw<News<'ready'>['scenarios']>([]);
	facts = $state.raw<RunFacts | null>(null);
	motion = $state<Motion>('paused');
	pace = $state<Pace>(10);
	minute = $state(0);
	frames = $state.raw<LaneFrames>({});
	curves = $state.raw<Curves>({});
	/** Known while nothing moves. */
	hashes = $state.raw<LaneHashes>({});
	/** What was opened last and could not be, until something else is opened. */
	refused = $state.raw<Refused | null>(null);
	readOnlyLog = $state.raw<News<'readOnlyLog'> | null>(null);

	readonly #client: RunClient;
	readonly #save: (fileName: string, text: string) => void;
	#source: ScenarioSource | null = null;
	#log: { readonly name: string; readonly text: string } | null = null;

	/** @param save hands a file to the person */
	constructor(client: RunClient, save: (fileName: string, text: string) => void) {
		this.#client = client;
		this.#save = save;
		client.hear(beforeNextPicture((news) => this.#take(news)));
	}

	get isPlaying(): boolean {
		return this.motion === 'playing';
	}

	open(source: ScenarioSource, seed: string): void {
		this.#source = source;
		this.#open({ kind: 'scenario', source, seed });
	}

	/** The open scenario again, from its start. */
	restart(seed: string): void {
		if (this.#source !== null) this.open(this.#source, seed);
	}

	openLog(name: string, text: string): void {
		this.#log = { name, text };
		this.#open({ kind: 'log', name, text, rerun: false });
	}

	/** Plays the log that is open read-only with the physics of today: another play. */
	rerunLog(): void {
		if (this.#log !== null) this.#open({ kind: 'log', ...this.#log, rerun: true });
	}

	play(pace: Pace = this.pace): void {
		this.#client.play(pace);
	}

	setPace(pace: Pace): void {
		this.pace = pace;
		if (this.isPlaying) this.#client.play(pace);
	}

	pause(): void {
		this.#client.pause();
	}

	step(): void {
		this.#client.step();
	}

	saveLog(lane: Lane): void {
		this.#client.saveLog(lane);
	}

	close(): void {
		this.#client.close();
	}

	#open(request: OpenRequest): void {
		this.status = 'opening';
		this.refused = null;
		this.readOnlyLog = null;
		this.#client.open(request);
	}

	#take(news: RunNews): void {
		switch (news.type) {
			case 'ready':
				this.scenarios = news.scenarios;
				return;
			case 'opened':
				this.status = 'open';
				this.facts = news.facts;
				this.frames = {};
				this.curves = {};
				this.hashes = {};
				this.minute = 0;
				if (news.facts.fileName === null) this.#source = { kind: 'builtIn', id: news.facts.scenarioId };
				return;
			case 'frames':
				this.minute = news.minute;
				// Those known are of an earlier minute.
				this.hashes = {};
				this.frames = { ...this.frames, ...news.frames };
				this.curves = withSample(this.curves, news.frames, this.facts!);
				return;
			case 'motion':
				this.motion = news.motion;
				this.minute = news.minute;
				this.hashes = news.hashes;
				return;
			case 'refused':
				this.status = this.facts === null ? 'starting' : 'open';
				this.refused = news;
				return;
			case 'readOnlyLog':
				this.status = this.facts === null ? 'starting' : 'open';
				this.readOnlyLog = news;
				return;
			case 'log':
				return this.#save(news.fileName, news.text);
			case 'failed':
				this.status = 'failed';
				this.failure = news.what;
		}
	}
}
