import type { StoreFaultCode } from '../../room/store/log-store.ts';
import { departureText } from '../../text/log-fault-text.ts';
import { notOpenedText, notPlayableText, soloWords } from '../../text/solo-text.ts';
import type { RoomMessage } from './messages.ts';

/** Something that the person is to be told once, in words, until they dismiss it. */
export interface Notice {
	readonly id: number;
	readonly kind:
		| 'refused'
		| 'notOpened'
		| 'notAsStored'
		| 'resumed'
		| 'notKept'
		| 'elsewhere'
		| 'tookOver'
		| 'asComputedThen'
		| 'broken'
		| 'slow';
	/** In plain words, a whole sentence or two. For `resumed` empty: the minute says it. */
	readonly text: string;
	readonly minute: number | null;
	/** What the person may do about it, beside dismissing it. */
	readonly acts: readonly NoticeAct[];
}

/** `retry`: opens the same once more. `takeBack`: goes on with the run here. `saveLog`: saves what is here. */
export type NoticeAct = 'retry' | 'takeBack' | 'saveLog';

/** What a room has told the person and they have not dismissed yet. */
export class Notices {
	all = $state.raw<readonly Notice[]>([]);
	#last = 0;

	tell(
		kind: Notice['kind'],
		text: string,
		{ minute = null, acts = [] }: Partial<Pick<Notice, 'minute' | 'acts'>> = {}
	): void {
		// One of a kind and text is enough: the latest.
		const others = this.all.filter((one) => one.kind !== kind || one.text !== text);
		this.all = [...others, { id: ++this.#last, kind, text, minute, acts }];
	}

	/** What a room says of itself, in words. */
	hear(message: RoomMessage): void {
		switch (message.type) {
			case 'resumed':
				return this.tell('resumed', '', { minute: message.minute });
			case 'notAsStored':
				return this.tell('notAsStored', departureText(message.departure));
			case 'notOpened':
				return this.tell('notOpened', notOpenedText(message.fault), {
					acts: message.canRetry ? ['retry'] : []
				});
			case 'kept':
				return this.#hearKept(message.fault);
			case 'tookOver':
				return this.tell('tookOver', soloWords.tookOver);
			case 'asComputedThen':
				return this.tell('asComputedThen', soloWords.asComputedThen(notPlayableText(message.reason)), {
					acts: ['saveLog']
				});
			case 'noSingleRuns':
				return this.tell('refused', soloWords.noSingleRuns);
		}
	}

	dismiss(notice: number): void {
		this.all = this.all.filter(({ id }) => id !== notice);
	}

	/** What was told is no longer so. */
	end(kind: Notice['kind']): void {
		this.all = this.all.filter((one) => one.kind !== kind);
	}

	/** What was told of a run; that the worker is slow stays true when another one is opened. */
	clear(): void {
		this.all = this.all.filter(({ kind }) => kind === 'slow');
	}

	#hearKept(fault: StoreFaultCode | null): void {
		for (const kind of ['notKept', 'elsewhere'] as const) this.end(kind);
		if (fault === null) return;
		const text = soloWords.notKept[fault];
		if (fault !== 'elsewhere') return this.tell('notKept', text);
		// It has not been started afresh here, and is not the one that took it over any more.
		for (const kind of ['broken', 'tookOver'] as const) this.end(kind);
		this.tell('elsewhere', text, { acts: ['takeBack', 'saveLog'] });
	}
}
