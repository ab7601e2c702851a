import type { InjectText } from '../../../exercise/injects/inject-text.ts';
import { CHANNELS } from '../../../scenario/schema/inject.ts';
import type { Channel, Localized } from '../../../scenario/scenario.ts';
import type { SheetRow } from './run-sheet.ts';

export type TimingChoice = 'asWritten' | 'parked' | 'at';
/** What stands in each field to begin with. */
export interface DraftFields {
	readonly title: string;
	readonly body: string;
	readonly from: string;
	readonly channel: Channel;
	readonly to: readonly string[] | null;
	readonly timing: TimingChoice;
	readonly atMin: number | null;
}

/** A message as it is being written. */
export class InjectDraft {
	title = $state('');
	body = $state('');
	from = $state('');
	channel = $state<Channel>(CHANNELS[0]);
	/** Null: everybody. */
	to = $state.raw<readonly string[] | null>(null);
	timing = $state<TimingChoice>('parked');
	atMin = $state<number | null>(null);
	readonly #first: DraftFields;

	constructor(first: DraftFields) {
		this.#first = first;
		Object.assign(this, first);
	}

	get isWhole(): boolean {
		return [this.title, this.body, this.from].every((text) => text.trim() !== '');
	}

	get isForSomebody(): boolean {
		return this.to === null || this.to.length > 0;
	}

	get isTextChanged(): boolean {
		const { title, body, from, channel, to } = this.#first;
		const isSame =
			title === this.title && body === this.body && from === this.from && channel === this.channel;
		return (
			!isSame || (to ?? []).join(' ') !== (this.to ?? []).join(' ') || (to === null) !== (this.to === null)
		);
	}

	get isTimeChanged(): boolean {
		const { timing, atMin } = this.#first;
		return timing !== this.timing || (this.timing === 'at' && atMin !== this.atMin);
	}

	toggle(role: string): void {
		const now = this.to ?? [];
		this.to = now.includes(role) ? now.filter((one) => one !== role) : [...now, role];
	}

	/** As it is saved. Where the words of a scenario's own text stay as they are, its other languages do too. */
	textOver(row: Pick<SheetRow, 'title' | 'body'> | null, shown: (text: Localized) => string): InjectText {
		const kept = (text: Localized | undefined, said: string) =>
			text !== undefined && shown(text) === said ? { ...text } : { en: said };
		return {
			channel: this.channel,
			from: this.from.trim(),
			title: kept(row?.title, this.title.trim()),
			body: kept(row?.body, this.body.trim()),
			to: this.to === null ? null : [...this.to]
		};
	}
}
