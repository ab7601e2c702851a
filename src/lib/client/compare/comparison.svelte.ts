import { breakdownText } from '../../text/solo-text.ts';
import { beforeNextPicture } from '../before-next-picture.ts';
import { sampleOf } from '../../room/feed/samples.ts';
import { withSamples } from '../../room/feed/with-samples.ts';
import type { ComparisonConnection } from './comparison-connection.ts';
import { sampledFacts, type ComparisonFacts } from './comparison-facts.ts';
import type { ComparisonMessage, Motion } from './messages.ts';
import type { ComparisonBody, ScenarioSource } from './requests.ts';
import type { Curves, MinutesPerSecond, PlayedSeries, SeriesFrames, SeriesHashes } from './series.ts';

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
	pace = $state<MinutesPerSecond>(10);
	minute = $state(0);
	frames = $state.raw<SeriesFrames>({});
	curves = $state.raw<Curves>({});
	/** Known while nothing moves. */
	hashes = $state.raw<SeriesHashes>({});
	/** What was opened last and could not be, until something else is opened. */
	refused = $state.raw<Refused | null>(null);
	readOnlyLog = $state.raw<Message<'readOnlyLog'> | null>(null);

	readonly #connection: Pick<ComparisonConnection, 'send' | 'hear' | 'close'>;
	readonly #save: (fileName: string, text: string) => void;
	#source: ScenarioSource | null = null;
	#log: { readonly name: string; readonly text: string } | null = null;

	/** @param save hands a file to the person */
	constructor(
		connection: Pick<ComparisonConnection, 'send' | 'hear' | 'close'>,
		save: (fileName: string, text: string) => void
	) {
		this.#connection = connection;
		this.#save = save;
		connection.hear(beforeNextPicture((message) => this.#take(message)));
	}

	get isPlaying(): boolean {
		return this.motion === 'playing';
	}

	open(source: ScenarioSource, seed: string): void {
		this.#source = source;
		this.#open({ type: 'openScenario', source, seed });
	}

	/** The open scenario again, from its start. */
	restart(seed: string): void {
		if (this.#source !== null) this.open(this.#source, seed);
	}

	openLog(name: string, text: string): void {
		this.#log = { name, text };
		this.#open({ type: 'openLog', name, text, rerun: false });
	}

	/** Plays the log that is open read-only with the physics of today: another play. */
	rerunLog(): void {
		if (this.#log !== null) this.#open({ type: 'openLog', ...this.#log, rerun: true });
	}

	/** Lets time pass, at the pace that was chosen or at another one. */
	play(pace: MinutesPerSecond = this.pace): void {
		this.#send({ type: 'setPace', minutesPerSecond: pace });
		this.#send({ type: 'resume' });
	}

	setPace(pace: MinutesPerSecond): void {
		this.pace = pace;
		if (this.isPlaying) this.#send({ type: 'setPace', minutesPerSecond: pace });
	}

	pause(): void {
		this.#send({ type: 'pause' });
	}

	step(): void {
		this.#send({ type: 'step' });
	}

	saveLog(series: PlayedSeries): void {
		this.#send({ type: 'saveLog', series });
	}

	close(): void {
		this.#connection.close();
	}

	#open(request: ComparisonBody): void {
		this.status = 'opening';
		this.refused = null;
		this.readOnlyLog = null;
		this.#send(request);
	}

	/** What came of it is told in messages. */
	#send(body: ComparisonBody): void {
		void this.#connection.send(body);
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
			case 'frames': {
				const { series, frames } = message;
				const facts = sampledFacts(this.facts!);
				this.minute = Math.max(this.minute, frames.at(-1)!.minute);
				// Those known are of an earlier minute.
				this.hashes = {};
				this.frames = { ...this.frames, [series]: frames.at(-1) };
				const samples = frames.map((frame) => sampleOf(frame, facts));
				this.curves = { ...this.curves, [series]: withSamples(this.curves[series] ?? [], samples) };
				return;
			}
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
