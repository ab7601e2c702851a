import type { ListWords } from '../../../documents/msel-in/list-frame.ts';
import { NO_ANSWERS, type ListAnswers } from '../../../documents/msel-in/reading.ts';
import { LIST_BYTES_MOST, type TableFault } from '../../../documents/msel-in/table.ts';
import { persistOnce } from '../../store/persistence.ts';
import type { WorkerEnd } from '../../worker/open-worker.ts';
import { openListWorker } from './open-list-worker.ts';
import { keepSeen, type SeenQuestion } from './seen-questions.ts';
import type {
	ListAnswerOf,
	ListAsked,
	ListReading,
	ListReply,
	ListRequest,
	MakeAnswer,
	NewScenario
} from './messages.ts';

type Said = Omit<ListAnswers, 'zone'>;
type Trouble =
	| { readonly kind: 'file'; readonly name: string; readonly fault: TableFault }
	| { readonly kind: 'noScenario' }
	| { readonly kind: 'broken'; readonly detail: string };

/** A list of injects as a page reads it in: the file, what has been said of it, and what it comes to. */
export class ListImport {
	/** Name of the file that is open; null: none. */
	fileName = $state<string | null>(null);
	reading = $state.raw<ListReading | null>(null);
	trouble = $state.raw<Trouble | null>(null);
	isBusy = $state(false);
	base = $state('');
	zone = $state('UTC');
	answers = $state.raw<Said>(NO_ANSWERS);
	/** All that has been asked since the file was opened, in that order: what was answered can be answered otherwise. */
	seen = $state.raw<readonly SeenQuestion[]>([]);

	readonly #words: ListWords;
	readonly #askToPersist = persistOnce(globalThis.navigator?.storage ?? null);
	#worker: WorkerEnd<ListRequest> | null = null;
	readonly #waiting: ((reply: ListReply) => void)[] = [];
	/** Of the reading that was asked for last. */
	#latest = 0;

	constructor(base: string, words: ListWords) {
		this.base = base;
		this.#words = words;
	}

	/** Opens a file in the place of the one before. Never rejects. */
	async open(file: File): Promise<void> {
		this.#forget();
		const { name } = file;
		if (file.size > LIST_BYTES_MOST) return void (this.trouble = { kind: 'file', name, fault: 'tooLarge' });
		this.isBusy = true;
		const bytes = await file.arrayBuffer().catch(() => null);
		const fault = await this.#ask({
			type: 'open',
			name,
			bytes: bytes === null ? new Uint8Array() : new Uint8Array(bytes)
		});
		if (fault === undefined) return;
		if (fault !== null) {
			this.isBusy = false;
			this.trouble = { kind: 'file', name, fault };
			return;
		}
		this.fileName = name;
		await this.#read();
	}

	/** Says something of the list, which is read anew. Never rejects. */
	async say(more: Partial<Said>): Promise<void> {
		this.answers = { ...this.answers, ...more };
		await this.#read();
	}

	async sayZone(zone: string): Promise<void> {
		this.zone = zone;
		await this.#read();
	}

	/** Reads it for another scenario: whom it goes to has to be asked again. */
	async sayBase(base: string): Promise<void> {
		this.base = base;
		this.answers = { ...this.answers, meant: {} };
		this.seen = [];
		if (this.fileName !== null) await this.#read();
	}

	/** The injects as a part of a scenario, in YAML; null: it could not be made. */
	async part(): Promise<string | null> {
		return (await this.#ask({ type: 'part', asked: this.#asked() })) ?? null;
	}

	/** Makes a scenario of one's own and keeps it; null: the worker could not. */
	async make(scenario: NewScenario): Promise<MakeAnswer | null> {
		this.isBusy = true;
		const answer = (await this.#ask({ type: 'make', asked: this.#asked(), scenario })) ?? null;
		this.isBusy = false;
		if (answer?.ok === true) void this.#askToPersist();
		return answer;
	}

	close(): void {
		this.#worker?.close();
		this.#worker = null;
	}

	#forget(): void {
		// What is still being read of the file before is not wanted any more.
		this.#latest += 1;
		this.fileName = null;
		this.reading = null;
		this.trouble = null;
		this.answers = NO_ANSWERS;
		this.seen = [];
	}

	async #read(): Promise<void> {
		const turn = ++this.#latest;
		this.isBusy = true;
		const reading = await this.#ask({ type: 'read', asked: this.#asked() });
		if (turn !== this.#latest || reading === undefined) return;
		this.isBusy = false;
		this.trouble = reading === null ? { kind: 'noScenario' } : null;
		this.reading = reading;
		if (reading !== null) this.seen = keepSeen(this.seen, reading.list.questions);
	}

	#asked(): ListAsked {
		const { base, zone, answers } = this;
		return { base, zone, answers, words: this.#words };
	}

	/** Undefined: the worker broke off, which is said. */
	#ask<Type extends ListRequest['type']>(
		request: Extract<ListRequest, { type: Type }>
	): Promise<ListAnswerOf[Type] | undefined> {
		return new Promise((resolve) => {
			this.#waiting.push((reply) => {
				if (!reply.ok) this.#broken(reply.detail);
				resolve(reply.ok ? (reply.value as ListAnswerOf[Type]) : undefined);
			});
			this.#worker ??= openListWorker(
				(reply) => this.#waiting.shift()?.(reply),
				(detail) => this.#endAll(detail)
			);
			this.#worker.ask(request);
		});
	}

	/** A worker that has died takes the list with it. */
	#endAll(detail: string): void {
		this.close();
		for (const heard of this.#waiting.splice(0)) heard({ ok: false, detail });
		this.#forget();
		this.#broken(detail);
	}

	#broken(detail: string): void {
		this.isBusy = false;
		this.trouble = { kind: 'broken', detail };
	}
}
