/** Runs `work` for 0 … `count` − 1, `width` of them at a time. */
export async function inParallel(count: number, width: number, work: (index: number) => Promise<void>) {
	let next = 0;
	const worker = async () => {
		while (next < count) await work(next++);
	};
	await Promise.all(Array.from({ length: width }, worker));
}
