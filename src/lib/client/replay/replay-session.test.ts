import { beforeAll, describe, expect, it } from 'vitest';
import { saveLog } from '../../exercise/log/log-file.ts';
import { lived, type Lived } from '../../room/replay/testing/lived.ts';
import { ScenarioLibrary } from '../../room/scenario-library.ts';
import { playedText } from '../../room/testing/played-pack.ts';
import { earthText, modelTexts } from '../packs.ts';
import type { ReplayMessage, ReplayRequest } from './messages.ts';
import { ReplaySession } from './replay-session.ts';

const library = new ScenarioLibrary({
	earth: earthText,
	models: modelTexts,
	scenarios: [{ name: 'small.yaml', text: playedText() }]
});
const pack = library.byId(library.builtIn[0]!.id)!;

function session() {
	const messages: ReplayMessage[] = [];
	const host = new ReplaySession(library, (message) => messages.push(message));
	const latest = <Type extends ReplayMessage['type']>(type: Type) =>
		messages.filter((one) => one.type === type).at(-1) as Extract<ReplayMessage, { type: Type }>;
	return { ask: (request: ReplayRequest) => host.answer(request), latest, messages };
}

const open = (
	{ events }: Pick<Lived, 'events'>,
	results: Parameters<typeof saveLog>[0]['results'] = []
): ReplayRequest => {
	return { type: 'open', name: 'a.log.json', text: saveLog({ events, results }), reader: 'facilitator' };
};

describe('a page that replays', () => {
	let room: Lived;
	let alone: Lived;
	beforeAll(async () => {
		room = await lived(pack, 'parallel', { one: 'expert', two: 'none', three: 'thrifty' }, 'hospital');
		alone = await lived(pack, 'shared', { vendor: 'expert' }, 'vendor');
	});

	it('has a series with its curves for each team, and all of them at one minute', () => {
		const { ask, latest, messages } = session();
		ask(open(room));
		const { log } = latest('opened');
		expect(log.series.map(({ team }) => team)).toEqual(['one', 'two', 'three']);
		expect(messages.filter(({ type }) => type === 'curves')).toHaveLength(3);
		const series = log.series.map(({ id }) => id);
		ask({ type: 'at', minute: 100, series });
		const { worlds } = latest('moment');
		expect(worlds.map(({ snapshot }) => snapshot.minute)).toEqual([100, 100, 100]);
		expect(new Set(worlds.map(({ hash }) => hash)).size).toBeGreaterThan(1);
	});

	it('opens a fork beside its parent: alike before it, another end, and a file that opens again', () => {
		const { ask, latest } = session();
		ask(open(alone));
		const [own] = latest('opened').log.series;
		const plan = { world: own!.world, atMin: 20, leavesOut: ['roll-back'], commits: [], bots: {} };
		ask({ type: 'fork', series: own!.id, plan, name: 'Without the rollback' });
		const { log } = latest('opened');
		const ids = [own!.id, log.series[0]!.id];
		const hashes = (minute: number) => {
			ask({ type: 'at', minute, series: ids });
			return latest('moment').worlds.map(({ hash }) => hash);
		};
		expect(new Set([...hashes(10), ...hashes(20)]).size).toBe(2);
		expect(new Set(hashes(own!.endMin)).size).toBe(2);
		expect(log).toMatchObject({
			name: 'Without the rollback',
			fork: { of: own!.id, round: 1, progress: { kind: 'hotWash' }, refused: [] }
		});

		const again = session();
		const { fileName: name, saved } = log.fork!;
		again.ask({ type: 'open', name, text: saveLog(saved), reader: 'facilitator' });
		expect(again.latest('opened').log.departure).toBeNull();
		again.ask({ type: 'at', minute: own!.endMin, series: ['0.shared'] });
		expect(again.latest('moment').worlds[0]!.hash).toBe(hashes(own!.endMin)[1]);
	});

	it('says where a log ends otherwise than it says itself', () => {
		const { ask, latest } = session();
		const minute = 600;
		ask(open(alone, [{ world: 'shared', minute, stateHash: '0'.repeat(16) }]));
		expect(latest('opened').log.departure?.code).toBeDefined();
	});

	it('opens no log that is damaged', () => {
		const { ask, latest } = session();
		ask({ type: 'open', name: 'a.log.json', text: '{', reader: 'player' });
		expect(latest('failed').fault.code).toBe('badLog');
	});
});
