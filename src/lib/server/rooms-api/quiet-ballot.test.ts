import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PersonKind } from '../../room/people/person.ts';
import { Browser, Seat, type Page } from './testing/browser.ts';
import { dataFolder, startRooms, type RoomsServer } from './testing/rooms-server.ts';

const data = dataFolder();
let server: RoomsServer;
beforeAll(async () => {
	server = await startRooms({ dataFolder: data.folder });
});
afterAll(async () => {
	await server.close();
	data.remove();
});

const VOTERS = 6;
const options = ['Take it back', 'Pause and look', 'Wait'].map((text) => ({ text, decision: null }));
type Ballot = { id: string; state: string } | undefined;
const ballotOf = ({ parts }: Page) => parts.get('ballot') as Ballot;
/** Of the room as a page was told it; phones are told none. */
const versionOf = ({ parts }: Page, none: number) =>
	(parts.get('view') as { projection: { version: number } } | undefined)?.projection.version ?? none;

/**
 * A vote in a room of its own, open until it is closed. What is sent meanwhile to those who look on, piece by piece; ids
 * and codes are of one length in all rooms, and are told apart from what is said by nobody.
 */
async function heardOf(votes: readonly number[]): Promise<Readonly<Record<string, readonly string[]>>> {
	const host = new Browser(server.url);
	const room = await host.open();
	const desk = new Seat(host, room.code, room.person.id);
	const voters: Seat[] = [];
	for (let n = 0; n < VOTERS; n++)
		voters.push(await new Browser(server.url).join(room.audienceCode, 'phone', null));
	const byLink = async (kind: Extract<PersonKind, 'stage' | 'observer' | 'evaluator'>) => {
		const browser = new Browser(server.url);
		const token = room.links[kind].split('.')[1];
		const { body } = await browser.post(`/api/rooms/${room.code}/links`, { token });
		return new Seat(browser, room.code, (body as { person: { id: string } }).person.id).live();
	};
	const pages: Readonly<Record<string, Page>> = {
		'another phone': (await new Browser(server.url).join(room.audienceCode, 'phone', null)).live(),
		team: (await new Browser(server.url).join(room.code, 'player', 'sky', 'Ana')).live(),
		...{ stage: await byLink('stage'), observer: await byLink('observer') },
		evaluator: await byLink('evaluator')
	};
	const asked = Object.entries(pages).filter(([who]) => !['team', 'evaluator'].includes(who));
	await Promise.all(Object.values(pages).map((page) => page.until(() => true)));
	await desk.ask({ type: 'openBallot', question: 'What first?', options, to: 'audience', seconds: null });
	await Promise.all(asked.map(([, page]) => page.until(() => ballotOf(page) !== undefined)));
	const from = new Map(Object.values(pages).map((page) => [page, page.heard.length]));
	const { id } = ballotOf(asked[0]![1])!;
	for (const [n, option] of votes.entries()) {
		const { body } = await voters[n]!.ask({ type: 'vote', ballot: id, option });
		expect(body.answer.kind).toBe('accepted');
	}
	const { version } = (await desk.ask({ type: 'closeBallot', ballot: id })).body.answer as {
		version: number;
	};
	await Promise.all(asked.map(([, page]) => page.until(() => ballotOf(page)?.state === 'closed')));
	// Those who are not asked are told that something was done, and nothing of what.
	await Promise.all(
		Object.values(pages).map((page) => page.until(() => versionOf(page, version) >= version))
	);
	const told = Object.entries(pages).map(([who, page]) => {
		const pieces = page.heard
			.slice(from.get(page))
			.flatMap((message) =>
				message.type === 'changes' ? Object.entries({ ...message.parts, ...message.patches }) : []
			)
			.map(([key, value]) =>
				`${key}=${JSON.stringify(value)}`
					.replaceAll(room.code, 'CODE1')
					.replaceAll(room.audienceCode, 'CODE2')
			)
			.map((piece) => piece.replaceAll(id, '#'.repeat(id.length)));
		const cursor = page.cursor.length;
		page.leave();
		return [who, [...pieces, `cursor of ${cursor}`]] as const;
	});
	return Object.fromEntries(told);
}

test('R210: whether six vote alike, three against three, or only one votes: nobody else is sent a byte more or less', async () => {
	const clear = await heardOf([1, 1, 1, 1, 1, 1]);
	const even = await heardOf([0, 1, 0, 1, 0, 1]);
	expect(clear.stage!.join()).toContain('"state":"closed"');
	expect(even).toEqual(clear);
	// Whoever counts the bytes does not learn how many have voted either.
	expect(await heardOf([2])).toEqual(clear);
});
