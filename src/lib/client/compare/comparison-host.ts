import { readLog } from '../../exercise/log/read-log.ts';
import type { Clock } from '../../room/clock.ts';
import { refused } from '../../room/live/handlers.ts';
import type { RequestAnswer } from '../../room/protocol/refusals.ts';
import type { Pack, ScenarioLibrary } from '../../room/scenario-library.ts';
import { ENGINE_VERSION } from '../../sim/version.ts';
import { breakdownOf } from '../room/breakdown.ts';
import { BUILT_IN } from '../../scenario/packs/built-in.ts';
import { Queue } from '../room/queue.ts';
import { ComparisonExercise } from './comparison-exercise.ts';
import type { ComparisonMessage } from './messages.ts';
import type { NamedLog } from './opened-log-world.ts';
import type { ComparisonRequest } from './requests.ts';
import type { MinutesPerSecond } from './series.ts';

const DONE: RequestAnswer = { kind: 'accepted', version: 0 };

type Opening = Extract<ComparisonRequest, { type: 'openScenario' | 'openLog' }>;

/** Answers a page's requests, and tells it of the comparison that is open. Knows nothing of workers. */
export class ComparisonHost {
	readonly #library: ScenarioLibrary;
	readonly #tell: (message: ComparisonMessage) => void;
	readonly #clock: Clock;
	readonly #bring: (request: unknown) => Promise<void>;
	readonly #queue: Queue;
	#open: ComparisonExercise | null = null;
	#pace: MinutesPerSecond = 10;

	/** @param bring brings the scenarios that a request is about */
	constructor(
		library: ScenarioLibrary,
		tell: (message: ComparisonMessage) => void,
		clock: Clock,
		bring: (request: unknown) => Promise<void> = () => Promise.resolve()
	) {
		this.#library = library;
		this.#bring = bring;
		this.#tell = tell;
		this.#clock = clock;
		this.#queue = new Queue((error) => tell({ type: 'failed', breakdown: breakdownOf(error) }));
		tell({ type: 'ready', scenarios: BUILT_IN.map(({ id, title }) => ({ id, title })) });
	}

	/** Resolves when the request has been seen to. Never rejects. */
	async answer(request: ComparisonRequest): Promise<RequestAnswer> {
		if (request.type === 'setPace') {
			this.#pace = request.minutesPerSecond;
			this.#open?.setPace(this.#pace);
			return DONE;
		}
		let answer = refused('nothingOpen', {});
		await this.#queue.add(async () => {
			if (request.type === 'openScenario' || request.type === 'openLog') {
				await this.#bring(request);
				await this.#read(request);
			} else if (this.#open === null) return;
			else if (request.type === 'saveLog') this.#saveLog(this.#open, request.series);
			else await this.#open[request.type]();
			answer = DONE;
		});
		return answer;
	}

	#saveLog(open: ComparisonExercise, series: 'record' | 'none'): void {
		this.#tell({ type: 'log', series, ...open.logFile(series) });
	}

	#read(request: Opening): Promise<void> | void {
		if (request.type === 'openLog') return this.#readLog(request);
		const opened = this.#library.open(request.source);
		if (opened.ok) return this.#start(opened.pack, request.seed, null);
		this.#tell({ type: 'scenarioRefused', file: opened.file, faults: opened.faults });
	}

	#readLog({ name, text, rerun }: Extract<Opening, { type: 'openLog' }>): Promise<void> | void {
		const reading = readLog(text, name, (id, hash) => this.#library.ofLog(id, hash)?.exercise);
		if (!reading.ok) return this.#tell({ type: 'logRefused', file: name, faults: reading.faults });
		const { log, readOnly } = reading;
		const [first] = log.events;
		if (first.type !== 'exerciseCreated') throw new Error('a log that was read begins with its exercise');
		const { scenarioId, contentHash, engineVersion, seed } = first;
		const pack = this.#library.ofLog(scenarioId, contentHash);
		if (pack === undefined) return this.#tell({ type: 'logOfOther', file: name, scenarioId });
		if (readOnly !== null && !rerun) {
			// With the same scenario every act still means what it meant; only the physics differ.
			const canRerun = contentHash === pack.exercise.contentHash && engineVersion !== ENGINE_VERSION;
			return this.#tell({
				type: 'readOnlyLog',
				name,
				reason: readOnly,
				results: log.results,
				canRerun
			});
		}
		return this.#start(pack, seed, { name, log });
	}

	async #start(pack: Pack, seed: string, opened: NamedLog | null): Promise<void> {
		this.#open?.close();
		const open = new ComparisonExercise({
			...{ pack, seed, opened, clock: this.#clock, pace: this.#pace },
			show: (series, frames) => this.#tell({ type: 'frames', series, frames }),
			moved: (motion, minute, hashes) => this.#tell({ type: 'motion', motion, minute, hashes }),
			failed: (error) => this.#tell({ type: 'failed', breakdown: breakdownOf(error) })
		});
		this.#open = open;
		this.#tell({ type: 'opened', facts: open.facts });
		await open.start();
	}
}
