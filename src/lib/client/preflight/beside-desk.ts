/** By this channel the pages of one browser know of each other; nothing else can hear it. */
const channelOf = (code: string) => new BroadcastChannel(`patchfall-desk-${code}`);
const ANSWER_WITHIN_MS = 500;

/** A desk answers stages of the same room that are open in the same browser. Returns how to stop. */
export function answerStages(code: string): () => void {
	const channel = channelOf(code);
	channel.onmessage = ({ data }) => {
		if (data === 'isDeskHere') channel.postMessage('deskIsHere');
	};
	return () => channel.close();
}

/** Whether a desk of the room is open in this browser. */
export function isBesideDesk(code: string): Promise<boolean> {
	return new Promise((resolve) => {
		const channel = channelOf(code);
		const done = (isHere: boolean) => {
			channel.close();
			resolve(isHere);
		};
		channel.onmessage = ({ data }) => {
			if (data === 'deskIsHere') done(true);
		};
		channel.postMessage('isDeskHere');
		setTimeout(() => done(false), ANSWER_WITHIN_MS);
	});
}
