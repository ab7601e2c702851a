import { BareServer } from '../load/bare-process.ts';
import { startBuilt } from '../load/built-server.ts';
import { measureHall, measureRooms, type Driven, type HallFigures } from '../load/measured.ts';
import { percentile } from './measure.ts';
import type { Measured } from './report.ts';

const PRESSES = 20;
/** People take longer at a stop. */
const ROOMS = { rooms: 100, seconds: 120, pace: 8, stopMs: 60_000 } as const;
/** What the desk of a running room is sent four times a second, about. */
const STEP_BYTES = 12_000;

/** Measures full halls and many rooms in the app as it was built, each beside a bare server of the same run. */
export async function measureLoad(say: (what: string) => void): Promise<Measured[]> {
	const thousand = await hall(1000, false, say);
	const five = await hall(5000, true, say);
	return [
		...([50, 95, 99] as const).map((percent) =>
			fanOutFigure(`fanout_1000_ms_p${percent}`, thousand, percent)
		),
		fanOutFigure('fanout_5000_ms_p95', five, 95),
		{
			name: 'fanout_5000_mb',
			value: five.room.process!.rssMb,
			note: 'resident memory after a collection of garbage, threads of rooms included',
			baseline: { of: 'a bare server', value: five.bareMb }
		},
		{
			name: 'votes_5000_in_10s_lost',
			value: five.room.vote!.pressed - five.room.vote!.counted,
			note:
				`${five.room.vote!.accepted} of ${five.room.vote!.pressed} were said to be in, 19 of 20 within ` +
				`${Math.round(percentile(five.room.vote!.answersMs, 95))} ms; counted in ${Math.round(five.room.vote!.closedMs)} ms`
		},
		...(await rooms(say))
	];
}

interface HallBesideBare {
	readonly room: HallFigures;
	readonly bareMs: readonly number[];
	readonly bareMb: number;
}

async function hall(phones: number, votes: boolean, say: (what: string) => void): Promise<HallBesideBare> {
	say(`${phones} phones in one room`);
	const room = await withServer((driven) => measureHall(driven, { phones, presses: PRESSES, votes }, say));
	if (room.fanOut.lost > 0) throw new Error(`${room.fanOut.lost} phones did not hear of something`);
	say(`${phones} pages at a bare server`);
	const bare = await BareServer.start();
	try {
		await bare.connect(phones);
		const bareMs = await bare.fanOut(room.fanOut.bytes, PRESSES);
		return { room, bareMs, bareMb: (await bare.figures()).rssMb };
	} finally {
		await bare.stop();
	}
}

function fanOutFigure(
	name: 'fanout_1000_ms_p50' | 'fanout_1000_ms_p95' | 'fanout_1000_ms_p99' | 'fanout_5000_ms_p95',
	{ room, bareMs }: HallBesideBare,
	percent: number
): Measured {
	const { delaysMs, bytes } = room.fanOut;
	return {
		name,
		value: percentile(delaysMs, percent),
		note: `${PRESSES} presses, ${Buffer.byteLength(bytes)} bytes to each; all phones are one process on this machine`,
		baseline: { of: 'a bare server that sends the same', value: percentile(bareMs, percent) }
	};
}

async function rooms(say: (what: string) => void): Promise<Measured[]> {
	say(`${ROOMS.rooms} rooms of bots`);
	const figures = await withServer((driven) => measureRooms(driven, ROOMS));
	say('the same number of pages at a bare server');
	const bare = await bareSteps();
	const note = `${ROOMS.pace} steps a second in each, stops of ${ROOMS.stopMs / 1000} s, for ${ROOMS.seconds} s`;
	return [
		{
			name: 'rooms_100_step_lag_ms_p95',
			value: percentile(figures.lagsMs, 95),
			note: `${note}; ${figures.lagsMs.length} minutes, told up to four times a second`,
			baseline: {
				of: 'a bare server that sends to each four times a second',
				value: percentile(bare.lagsMs, 95)
			}
		},
		{
			name: 'rooms_100_cpu_share',
			value: figures.cpuShare!,
			note,
			baseline: { of: 'a bare server that sends to each four times a second', value: bare.cpuShare }
		},
		{
			name: 'append_ms_p95',
			value: percentile(figures.appendsMs, 95),
			note: `${figures.appendsMs.length} notes, three by each desk at once`,
			baseline: { of: 'a bare server that writes as much to the disk', value: percentile(bare.appendsMs, 95) }
		}
	];
}

/** A bare server that sends as much as often to as many, and keeps as much. */
async function bareSteps() {
	const bare = await BareServer.start();
	try {
		await bare.connect(ROOMS.rooms);
		const heardMs = bare.pages.map(() => [] as number[]);
		bare.pages.forEach((page, n) => page.watch(() => heardMs[n]!.push(performance.now())));
		const before = (await bare.figures()).cpuS;
		const change = { type: 'changes', cursor: '', all: false, parts: { frame: 'x'.repeat(STEP_BYTES) } };
		await bare.ask('/tick', JSON.stringify(change));
		const seconds = ROOMS.seconds / 4;
		await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
		await bare.ask('/rest');
		const cpuShare = ((await bare.figures()).cpuS - before) / seconds;
		const lagsMs = heardMs.flatMap((heard) => {
			const late = heard.map((ms, n) => ms - n * 250);
			const onTime = Math.min(...late);
			return late.map((ms) => ms - onTime);
		});
		const appendsMs: number[] = [];
		const note = async () => {
			for (let n = 0; n < 3; n++) {
				const beganMs = performance.now();
				await bare.ask('/append', JSON.stringify({ type: 'noted', text: `note ${n}` }));
				appendsMs.push(performance.now() - beganMs);
			}
		};
		await Promise.all(bare.pages.map(note));
		return { cpuShare, lagsMs, appendsMs };
	} finally {
		await bare.stop();
	}
}

async function withServer<Result>(use: (driven: Driven) => Promise<Result>): Promise<Result> {
	const server = await startBuilt();
	try {
		return await use({ url: `http://127.0.0.1:${server.port}`, figures: server.figures });
	} finally {
		await server.stop();
	}
}
