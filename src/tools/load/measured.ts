import { DEFAULT_SCENARIO } from '../../lib/scenario/packs/built-in.ts';
import { percentile } from '../bench/measure.ts';
import { loadPlay, openBotRooms, type BotRoom } from './bot-room.ts';
import { Hall, type FanOut, type Vote } from './hall.ts';
import type { ProcessFigures } from './process-figures.ts';
import type { LoadOptions } from './options.ts';
import { withPages } from './with-pages.ts';

/** What is driven: a server, and what it holds where that can be asked. */
export interface Driven {
	readonly url: string;
	/** Null: somebody else has started it. */
	readonly figures: (() => Promise<ProcessFigures>) | null;
}

export interface HallFigures {
	readonly fanOut: FanOut;
	readonly vote: Vote | null;
	/** With everybody connected; null: it cannot be asked. */
	readonly process: ProcessFigures | null;
}

const VOTES_WITHIN_MS = 10_000;

/** Fills a hall, lets a vote appear and go again on all phones, and lets all of them vote. */
export async function measureHall(
	{ url, figures }: Driven,
	{ phones, presses, votes }: { readonly phones: number; readonly presses: number; readonly votes: boolean },
	say: (what: string) => void
): Promise<HallFigures> {
	return withPages(async (open) => {
		const hall = await Hall.open(url, phones, open, (there) => say(`${there} phones have come in`));
		const fanOut = await hall.fanOut(presses);
		const process = (await figures?.()) ?? null;
		if (votes) say(`${phones} phones vote`);
		return { fanOut, vote: votes ? await hall.vote(VOTES_WITHIN_MS) : null, process };
	});
}

export interface RoomsFigures {
	/** How much later than due each minute was heard of at a desk. */
	readonly lagsMs: readonly number[];
	/** From a note at a desk to its answer: it is kept by then. */
	readonly appendsMs: readonly number[];
	/** Of one processor; null: it cannot be asked. */
	readonly cpuShare: number | null;
	readonly process: ProcessFigures | null;
	/** Rooms that came to their end meanwhile. */
	readonly played: number;
}

const NOTES = 3;

/** Lets bots play in many rooms at once for a while. */
export async function measureRooms(
	{ url, figures }: Driven,
	{ rooms, seconds, pace, stopMs }: Pick<LoadOptions, 'rooms' | 'seconds' | 'pace' | 'stopMs'>
): Promise<RoomsFigures> {
	const all = openBotRooms(rooms, { url, pace, stopMs, play: loadPlay(DEFAULT_SCENARIO) });
	while (!all.every(({ isOpen }) => isOpen)) await wait(100);
	const before = (await figures?.()) ?? null;
	const beganMs = performance.now();
	await wait(seconds * 1000);
	const after = (await figures?.()) ?? null;
	const tookS = (performance.now() - beganMs) / 1000;
	const appendsMs = (await Promise.all(all.map(noteTimes))).flat();
	await Promise.all(all.map((room) => room.close()));
	return {
		lagsMs: all.flatMap(({ lagsMs }) => lagsMs),
		appendsMs,
		cpuShare: before === null || after === null ? null : (after.cpuS - before.cpuS) / tookS,
		process: after,
		played: all.reduce((sum, { played }) => sum + played, 0)
	};
}

async function noteTimes({ desk }: BotRoom): Promise<number[]> {
	const took: number[] = [];
	for (let n = 0; n < NOTES && desk !== null; n++) {
		const beganMs = performance.now();
		const payload = { text: `note ${n}` };
		const answer = await desk.send({ type: 'command', body: { type: 'note', payload } });
		if (answer.kind === 'accepted') took.push(performance.now() - beganMs);
	}
	return took;
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** `p50 12, p95 30, p99 41, most 50 ms`. */
export function percentilesText(valuesMs: readonly number[]): string {
	if (valuesMs.length === 0) return 'nothing was heard';
	const of = (percent: number) => Math.round(percentile(valuesMs, percent));
	return `p50 ${of(50)}, p95 ${of(95)}, p99 ${of(99)}, most ${of(100)} ms`;
}
