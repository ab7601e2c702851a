import { Browser, Seat } from '../../lib/server/rooms-api/testing/browser.ts';

type Answer = Awaited<ReturnType<Browser['post']>>;

/** As a page does: asks again what is asked too often, or has got no answer. */
export async function persistently(ask: () => Promise<Answer>): Promise<Answer> {
	for (;;) {
		const answer = await ask().catch(() => null);
		if (answer !== null && answer.status !== 429) return answer;
		await new Promise((resolve) => setTimeout(resolve, 500 + Math.random() * 500));
	}
}

/** Takes a seat, in a browser of its own. @param by the code's seats, or its secret links */
export async function comeIn(
	url: string,
	code: string,
	by: 'seats' | 'links',
	joining: Readonly<Record<string, unknown>>
): Promise<Seat> {
	const browser = new Browser(url);
	const { status, body } = await persistently(() => browser.post(`/api/rooms/${code}/${by}`, joining));
	if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`);
	return new Seat(browser, code, (body as { person: { id: string } }).person.id);
}
