/// <reference lib="webworker" />
import '../worker/report-rejections.ts';
import { errorMessage } from '../../debrief/pool/error-message.ts';
import { ScenarioLibrary } from '../../room/scenario-library.ts';
import type { FinishedPlay } from '../../room/replay/play-runs.ts';
import { loadPacksFor, SHARED_TEXTS } from '../pack-loader.ts';
import { ensembleOf } from '../pool/ensemble.ts';
import { webPool } from '../pool/web-pool.ts';
import { realClock } from '../real-clock.ts';
import { openKeptWorlds } from './kept-worlds.ts';
import type { AttributionMessage, AttributionRequest } from './messages.ts';
import { PlayAttribution } from './play-attribution.ts';
import { roomPlays } from './room-plays.ts';

/** Takes the play of a room apart beside the page that shows it: its log in, figures out as they sharpen. */

const library = new ScenarioLibrary(SHARED_TEXTS);
const { runWorlds } = webPool();
let plays: ReadonlyMap<string, FinishedPlay> = new Map();
let shown: PlayAttribution | null = null;

const tell = (message: AttributionMessage) => postMessage(message);

async function open({ name, text }: Extract<AttributionRequest, { type: 'open' }>): Promise<void> {
	try {
		await loadPacksFor({ text }, library);
		const read = roomPlays(name, text, library);
		if (!read.ok) return tell({ type: 'notOpened', why: read.why, detail: '' });
		({ plays } = read);
		tell({ type: 'opened', facts: read.facts, teams: [...plays.keys()] });
	} catch (error) {
		tell({ type: 'notOpened', why: 'broken', detail: errorMessage(error) });
	}
}

function choose(team: string): void {
	shown?.close();
	const play = plays.get(team);
	if (play === undefined) return;
	shown = new PlayAttribution(
		play,
		{
			...{ runWorlds, clock: realClock },
			ensembleOf: (pack) => ensembleOf(pack, library.parts),
			openKeptWorlds: (playKey) => openKeptWorlds(playKey, realClock, Date.now)
		},
		(attribution) => tell({ type: 'attribution', team, attribution })
	);
}

addEventListener('message', ({ data }: MessageEvent<AttributionRequest>) => {
	if (data.type === 'open') void open(data);
	else if (data.type === 'choose') choose(data.team);
	else shown?.set(data.on);
});
