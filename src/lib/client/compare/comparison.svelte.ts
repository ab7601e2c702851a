import { breakdownText } from '../../text/solo-text.ts';
import { beforeNextPicture } from '../before-next-picture.ts';
import type { SeriesFrames, SeriesHashes, Motion, ComparisonFacts, ComparisonMessage } from './messages.ts';
import type { Series, OpenRequest, Pace, ComparisonClient, ScenarioSource } from './comparison-client.ts';
import { withSample, type Curves } from './curves.ts';

/** `opening`: a scenario or log is being read; what was open before is still shown. */
export type ComparisonStatus = 'starting' | 'opening' | 'open' | 'failed';

type Message<Type extends ComparisonMessage['type']> = Extract<ComparisonMessage, { type: Type }>;

/** What was to be opened and could not be, and why. */
export type Refused = Message<'scenarioRefused' | 'logRefused' | 'logOfOther'>;

/** What a page shows of a run: messages as they came, and nothing computed from the clock on the clock. */
export class Comparison {
	status = $state<ComparisonStatus>('starting');
	failure = $state<string | null>(null);
	scenarios = $state.raw<Message<'ready'>['scenarios']>([]);
	facts = $state.raw<ComparisonFacts | null>(null);
	motion = $state<Motion>('paused');
	pace = $state<Pace>(10);
	minute = $state(0);
	frames = $state.raw<SeriesFrames>({});
	curves = $state.raw<Curves>({});
	/** Known while nothing moves. */
	hashes = $state.raw<SeriesHashes>({});
	/** What was opened last and could not be, until something else is opened. */
	refused = $state.raw<Refused | null>(null);
	readOnlyLog = $state.raw<Message<'readOnlyLog'> | null>(null);

	readonly #client: ComparisonClient;
	readonly #save: (fileName: string, text: string) => void;
	#source: ScenarioSource | null = null;
	#log: { readonly name: string; readonly text: string } | null = null;

	/** @param save hands a file to the person */
	constructor(client: ComparisonClient, save: (fileName: string, text: string) => void) {
		this.#client = client;
		this.#save = save;
		client.hear(beforeNextPicture((message) => this.#take(message)));
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

	saveLog(series: Series): void {
		this.#client.saveLog(series);
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

	#take(message: ComparisonMessage): void {
		switch (message.type) {
			case 'ready':
				this.scenarios = message.scenarios;
				return;
			case 'opened':
				this.status = 'open';
				this.facts = message.facts;
				this.frames = {};
				this.curves = {};
				this.hashes = {};
				this.minute = 0;
				if (message.facts.fileName === null) this.#source = { kind: 'builtIn', id: message.facts.scenarioId };
				return;
			case 'frames':
				this.minute = message.minute;
				// Those known are of an earlier minute.
				this.hashes = {};
				this.frames = { ...this.frames, ...message.frames };
				this.curves = withSample(this.curves, message.frames, this.facts!);
				return;
			case 'motion':
				this.motion = message.motion;
				this.minute = message.minute;
				this.hashes = message.hashes;
				return;
			case 'scenarioRefused':
			case 'logRefused':
			case 'logOfOther':
				this.status = this.facts === null ? 'starting' : 'open';
				this.refused = message;
				return;
			case 'readOnlyLog':
				this.status = this.facts === null ? 'starting' : 'open';
				this.readOnlyLog = message;
				return;
			case 'log':
				return this.#save(message.fileName, message.text);
			case 'failed':
				this.status = 'failed';
				this.failure = breakdownText(message.breakdown);
		}
	}
}
