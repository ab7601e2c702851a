/**
 * Messages come faster than screens are drawn: they are taken together, in their order, before the next picture.
 *
 * @returns what to call with each of them
 */
export function beforeNextPicture<Message>(take: (message: Message) => void): (message: Message) => void {
	let waiting: Message[] = [];
	const takeAll = () => {
		const all = waiting;
		waiting = [];
		for (const one of all) take(one);
	};
	return (message) => {
		waiting.push(message);
		if (waiting.length > 1) return;
		// A page that nobody sees draws no pictures, and would hear nothing.
		if (document.hidden) setTimeout(takeAll, 100);
		else requestAnimationFrame(takeAll);
	};
}
