/** Work that can be put down and taken up again: every `yield` is a place where it may rest. */
export type Sliced<Result> = Generator<void, Result>;

/** Longest stretch of such work while a page is to stay alive, in ms: half of a picture at 60 a second. */
const SLICE_MS = 8;

/** Does all of it now. */
export function atOnce<Result>(work: Sliced<Result>): Result {
	for (;;) {
		const { done, value } = work.next();
		if (done === true) return value;
	}
}

/** Does it in slices; in between the page draws and answers. */
export async function inSlices<Result>(
	work: Sliced<Result>,
	rest: () => Promise<void> = breathe,
	nowMs: () => number = () => performance.now()
): Promise<Result> {
	for (;;) {
		const until = nowMs() + SLICE_MS;
		do {
			const { done, value } = work.next();
			if (done === true) return value;
		} while (nowMs() < until);
		await rest();
	}
}

/** Lets the page draw and answer before what comes next. */
export function breathe(): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, 0));
}

/** Lets the page draw its next picture before what comes next. */
export async function nextPicture(): Promise<void> {
	await new Promise(requestAnimationFrame);
	await breathe();
}
