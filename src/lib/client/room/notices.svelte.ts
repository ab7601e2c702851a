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
}
