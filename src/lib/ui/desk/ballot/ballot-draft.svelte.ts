import {
	BALLOT_OPTION_LENGTH_MOST,
	BALLOT_OPTIONS_MOST,
	type RequestBody
} from '../../../room/protocol/requests.ts';

/** An option as it is being written. `key` tells it from the others while they come and go. */
interface DraftOption {
	readonly key: number;
	text: string;
	/** What is decided where it wins; null: nothing. */
	decision: string | null;
}

/** A question of the scenario. */
interface Prepared {
	readonly id: string;
	readonly question: string;
	readonly options: readonly { readonly text: string; readonly decision: string | null }[];
	readonly seconds: number;
}

const OPTIONS_LEAST = 2;

/** A question that is being written at the desk. What was asked last stays, to be asked again. */
export class BallotDraft {
	question = $state('');
	options = $state<DraftOption[]>([]);
	/** `audience`, `all`, or the id of a team. */
	to = $state('audience');
	seconds = $state<number | null>(60);
	/** Id of the scenario's question that it was taken from; null: of none. */
	prepared = $state<string | null>(null);
	#keys = 0;

	constructor() {
		this.options = Array.from({ length: OPTIONS_LEAST }, () => this.#option('', null));
	}

	get canAdd(): boolean {
		return this.options.length < BALLOT_OPTIONS_MOST;
	}

	get canRemove(): boolean {
		return this.options.length > OPTIONS_LEAST;
	}

	get decides(): boolean {
		return this.options.some(({ decision }) => decision !== null);
	}

	/** Whether everything is written. */
	get isWhole(): boolean {
		return this.question.trim() !== '' && this.options.every(({ text }) => text.trim() !== '');
	}

	add(): void {
		if (this.canAdd) this.options.push(this.#option('', null));
	}

	remove(key: number): void {
		if (this.canRemove) this.options = this.options.filter((one) => one.key !== key);
	}

	/** Takes decisions as options, as many as a ballot holds. */
	fill(decisions: readonly { readonly id: string; readonly title: string }[]): void {
		this.options = decisions
			.slice(0, BALLOT_OPTIONS_MOST)
			.map(({ id, title }) => this.#option(shortened(title), id));
		while (this.options.length < OPTIONS_LEAST) this.options.push(this.#option('', null));
	}

	/** Takes a question of the scenario, to be changed or asked as it is. */
	prepare({ id, question, options, seconds }: Prepared): void {
		this.prepared = id;
		this.question = question;
		this.options = options.map(({ text, decision }) => this.#option(shortened(text), decision));
		this.seconds = seconds;
	}

	unprepare(): void {
		this.prepared = null;
	}

	/** The options stay as texts. */
	unbind(): void {
		for (const option of this.options) option.decision = null;
	}

	get request(): Extract<RequestBody, { type: 'openBallot' }> {
		const options = this.options.map(({ text, decision }) => ({ text: text.trim(), decision }));
		const { to, seconds, prepared } = this;
		return { type: 'openBallot', question: this.question.trim(), options, to, seconds, prepared };
	}

	#option(text: string, decision: string | null): DraftOption {
		return { key: ++this.#keys, text, decision };
	}
}

function shortened(title: string): string {
	if (title.length <= BALLOT_OPTION_LENGTH_MOST) return title;
	return `${title.slice(0, BALLOT_OPTION_LENGTH_MOST - 1).trimEnd()}…`;
}
