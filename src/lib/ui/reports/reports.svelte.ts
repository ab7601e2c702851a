import type { ReportReading } from '../../client/reports/messages.ts';
import { readInWorker } from '../../client/reports/read-in-worker.ts';
import type { MadeFile } from '../../documents/catalogue.ts';
import { NEEDS_RUNS, type DocumentId } from '../../documents/document-ids.ts';
import type { Evaluation } from '../../outages/evaluate/evaluation.ts';
import { logFaultText } from '../../text/log-fault-text.ts';
import { reportWords as words } from '../../text/report-words.ts';
import { saveBytes } from '../files.ts';

/** The log as it stands. Rejects where it does not come. */
export type ReadLog = () => Promise<{ readonly fileName: string; readonly text: string }>;

/** The documents that are offered: which is being made, and what came of it. */
export class Reports {
	/** What is being made; null: nothing. */
	busy = $state<DocumentId | 'all' | null>(null);
	/** Said of the latest. */
	said = $state('');
	isFault = $state(false);
	readonly #readLog: ReadLog;
	readonly #outages: () => Evaluation | null;
	/** The latest log that was read: marks and notes may come in between two documents. */
	#known: { readonly text: string; readonly hasRuns: boolean; readonly reading: ReportReading } | null = null;

	/** @param outages what the next outages came to by now; null: they were not run */
	constructor(readLog: ReadLog, outages: () => Evaluation | null = () => null) {
		this.#readLog = readLog;
		this.#outages = outages;
	}

	/** @param fileName which of its files, where there are several */
	save(id: DocumentId, fileName: string): Promise<void> {
		const { name } = words.documents[id];
		return this.#make(id, name, async (reading) => {
			const { makeOne } = await import('./make.ts');
			return makeOne(reading, id, this.#outages()).find((file) => file.name === fileName) ?? null;
		});
	}

	saveAll(): Promise<void> {
		return this.#make('all', words.all, async (reading) => {
			const { makeAll } = await import('./make.ts');
			return makeAll(reading, words.zip, this.#outages());
		});
	}

	async #make(
		busy: DocumentId | 'all',
		name: string,
		make: (reading: Extract<ReportReading, { kind: 'read' }>) => Promise<MadeFile | null>
	): Promise<void> {
		if (this.busy !== null) return;
		this.busy = busy;
		const needsRuns = busy === 'all' || NEEDS_RUNS.includes(busy);
		this.#say(needsRuns ? words.makingWithRuns(name) : words.making(name));
		try {
			const log = await this.#readLog().catch(() => null);
			if (log === null) return this.#fault(words.noLog);
			const reading = await this.#read(log, needsRuns);
			if (reading.kind === 'badLog') return this.#fault(words.badLog(logFaultText(reading.fault).what));
			if (reading.kind === 'otherScenario')
				return this.#fault(words.otherScenario(reading.scenarioId, log.fileName));
			if (reading.kind === 'broken') return this.#fault(words.broken);
			const file = await make(reading);
			if (file === null) return this.#fault(words.noFigures(name));
			saveBytes(file.name, file.type, file.bytes);
			const lacksFigures = needsRuns && reading.readOnly !== null;
			this.#say(lacksFigures ? `${words.made(name)} ${words.withoutFigures}` : words.made(name));
		} catch {
			this.#fault(words.broken);
		} finally {
			this.busy = null;
		}
	}

	async #read({ fileName, text }: Awaited<ReturnType<ReadLog>>, needsRuns: boolean): Promise<ReportReading> {
		if (this.#known?.text !== text || (needsRuns && !this.#known.hasRuns)) {
			const reading = await readInWorker({ name: fileName, text, needsRuns });
			// What broke may not break again.
			if (reading.kind === 'broken') return reading;
			this.#known = { text, hasRuns: needsRuns, reading };
		}
		return this.#known.reading;
	}

	#say(text: string): void {
		this.said = text;
		this.isFault = false;
	}

	#fault(text: string): void {
		this.said = text;
		this.isFault = true;
	}
}
