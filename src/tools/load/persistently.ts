import type { Browser } from '../../lib/server/rooms-api/testing/browser.ts';

type Answer = Awaited<ReturnType<Browser['post']>>;

/** Asks again what is asked too often, as a page does. */
export async function persistently(ask: () => Promise<Answer>): Promise<Answer> {
	for (;;) {
		const answer = await ask();
		if (answer.status !== 429) return answer;
		await new Promise((resolve) => setTimeout(resolve, 500 + Math.random() * 500));
	}
}
