import { readLog } from '../../exercise/log/read-log.ts';
import { ENGINE_VERSION } from '../../sim/version.ts';
import type { ComparisonFacts, ComparisonMessage, ComparisonRequest } from './messages.ts';
import type { OpenRequest } from './comparison-client.ts';
import type { Clock } from '../../room/clock.ts';
import { realClock } from '../real-clock.ts';
import { Pacer } from './pacer.ts';
import { ComparedRuns, type NamedLog } from './compared-runs.ts';
import type { Pack, ScenarioLibrary } from '../../room/scenario-library.ts';

/** Answers a page's requests with messages. Holds the run that is open; knows nothing of workers. */
export class ComparisonSession {
	readonly #library: ScenarioLibrary;
	readonly #tell: (message: ComparisonMessage) => void;
	readonly #clock: Clock;
	#open: { readonly runs: ComparedRuns; readonly pacer: Pacer } | null = null;

	constructor(
		library: ScenarioLibrary,
		tell: (message: ComparisonMessage) => void,
		clock: Clock = realClock
	) {
		this.#library = library;
		this.#tell = tell;
		this.#clock = clock;
		const scenarios = library.builtIn.map(({ id, title, summary }) => ({ id, title, summary }));
		tell({ type: 'ready', scenarios });
	}

	answer(request: ComparisonRequest): void {
		if (request.type === 'open') return this.#openRun(request.request);
		if (this.#open === null) return;
		const { runs, pacer } = this.#open;
		switch (request.type) {
			case 'play':
				return pacer.play(request.pace);
			case 'pause':
				return pacer.pause();
			case 'step':
				return pacer.step();
			case 'saveLog': {
				if (request.series === 'log') return;
				const fileName = `${runs.pack.scenario.id}-${request.series}-minute-${runs.minute}.log.json`;
				return this.#tell({
					type: 'log',
					series: request.series,
					fileName,
					text: runs.logText(request.series)
				});
			}
		}
	}

	#openRun(request: OpenRequest): void {
		if (request.kind === 'log') return this.#openLog(request);
		const opened = this.#library.open(request.source);
		if (opened.ok) this.#start(opened.pack, request.seed, null);
		else {
			const faults = opened.faults.map(({ message: what, ...place }) => ({ ...place, what }));
			this.#tell({ type: 'scenarioRefused', file: opened.file, faults });
		}
	}

	#openLog({ name, text, rerun }: OpenRequest & { kind: 'log' }): void {
		const reading = readLog(text, name, (id) => this.#library.byId(id)?.exercise);
		if (!reading.ok) return this.#tell({ type: 'logRefused', file: name, faults: [...reading.faults] });
		const { log, readOnly } = reading;
		const [first] = log.events;
		if (first.type !== 'exerciseCreated') throw new Error('a log that was read begins with its exercise');
		const pack = this.#library.byId(first.scenarioId);
		const { scenarioId } = first;
		if (pack === undefined) return this.#tell({ type: 'logOfOther', file: name, scenarioId });
		if (readOnly !== null && !rerun) {
			// With the same scenario every act still means what it meant; only the physics differ.
			const canRerun =
				first.contentHash === pack.exercise.contentHash && first.engineVersion !== ENGINE_VERSION;
			const reason = readOnly;
			return this.#tell({ type: 'readOnlyLog', name, reason, results: [...log.results], canRerun });
		}
		this.#start(pack, first.seed, { name, log });
	}

	#start(pack: Pack, seed: string, log: NamedLog | null): void {
		this.#open?.pacer.abandon();
		const runs = new ComparedRuns(pack, seed, log);
		const pacer = new Pacer(runs, this.#tell, this.#clock);
		this.#open = { runs, pacer };
		this.#tell({ type: 'opened', facts: factsOf(runs) });
		this.#tell({ type: 'frames', minute: 0, frames: runs.frames(0) });
		if (runs.log !== null) pacer.play(null, runs.log.endMin);
		else pacer.pause();
	}
}

function factsOf(runs: ComparedRuns): ComparisonFacts {
	const { scenario, model, exercise, fileName } = runs.pack;
	const roleName = (id: string) => scenario.roles.find((role) => role.id === id)?.name ?? null;
	return {
		scenarioId: scenario.id,
		title: scenario.title,
		summary: scenario.summary,
		fileName,
		contentHash: exercise.contentHash,
		seed: runs.seed,
		startMinute: model.clock.startMinute,
		horizonMin: model.clock.horizonMin,
		spans: model.clock.spans.map(({ untilMin, stepMin }) => ({ untilMin, stepMin })),
		hosts: model.cells.hosts.reduce((sum, hosts) => sum + hosts, 0),
		releaseMinutes: model.releases.map(({ atMin }) => atMin),
		sectors: scenario.sectors.map(({ id, name, unit }) => ({ id, name, unit })),
		acts: scenario.record.acts
			.map(({ atMin, role, does }) => ({ atMin, role: role === null ? null : roleName(role), does }))
			.sort((a, b) => a.atMin - b.atMin),
		measured: scenario.record.measured.map(({ id, quantity, value, unit, atMin }) => {
			return { id, quantity, value, unit, atMin };
		}),
		series: runs.series,
		refused: [...runs.refused],
		log: runs.log
	};
}
