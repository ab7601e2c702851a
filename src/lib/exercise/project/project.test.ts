import { injectsSeen } from '../injects/injects.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openRoom, playOf, send, type Play } from '../testing/play.ts';
import type { CommandBody } from '../commands/commands.ts';
import type { Sender } from '../commands/rule.ts';
import type { Part } from '../log/events.ts';
import { EMPTY_ROOM, partAt } from '../state.ts';
import { anyStep, fitted } from '../testing/commands.ts';
import { accept, commit, FACILITATOR, move, roomIn, seat } from '../testing/room.ts';
import { english, SCENARIO } from '../testing/scenario.ts';
import type { Audience } from './audience.ts';
import { project } from './project.ts';
import { redactEvent } from './redact.ts';

const AUDIENCES: readonly Audience[] = [
	{ kind: 'facilitator' },
	{ kind: 'evaluator' },
	{ kind: 'team', team: 'vendor', seat: 'vendor' },
	{ kind: 'team', team: 'vendor', seat: 'airline' },
	{ kind: 'team', team: 'airline' },
	{ kind: 'team', team: 'constructor', seat: 'toString' },
	{ kind: 'stage' },
	{ kind: 'phone' },
	{ kind: 'observer' }
];

/** A text planted in a room, and who wrote it for whom. */
type Secret = { readonly token: string } & (
	| { readonly kind: 'seed' }
	| { readonly kind: 'rationale'; readonly team: string; readonly part: Part }
	| {
			readonly kind: 'inject';
			readonly to: readonly string[] | null;
			readonly worldTeam: string | null;
			readonly part: Part;
	  }
	| { readonly kind: 'ahead' }
	/** Of an inject that goes out later, or not. */
	| { readonly kind: 'planned'; readonly inject: string; readonly to: readonly string[] | null }
	| { readonly kind: 'ballot'; readonly team: string | null; readonly ballot: string }
	| { readonly kind: 'written'; readonly by: Sender }
	| { readonly kind: 'rating'; readonly by: Sender }
);

/** The rules once more, told from the side of the secret. */
function maySee(secret: Secret, audience: Audience, { state }: Play): boolean {
	const { kind } = audience;
	const team = kind === 'team' ? audience.team : null;
	const isStaff = kind === 'facilitator' || kind === 'evaluator';
	const isSeat = (by: Sender) =>
		by.kind === 'seat' && kind === 'team' && audience.seat === by.seat && state.seats[by.seat].team === team;
	switch (secret.kind) {
		case 'seed':
			return kind === 'facilitator';
		case 'ahead':
			return isStaff;
		case 'planned': {
			if (isStaff) return true;
			const roles = Object.values(state.seats).filter((seat) => seat.team === team);
			const isForTeam = secret.to === null || roles.some(({ role }) => secret.to!.includes(role));
			// Of a fork too, in which more or less is out than in the world that it was made from.
			return Object.values(state.worlds).some((world) => {
				const isOut = injectsSeen(SCENARIO, state, world).some(({ inject }) => inject === secret.inject);
				if (!isOut) return false;
				if (state.reveals.includes('incident')) return true;
				return isForTeam && (world.team === null || world.team === team);
			});
		}
		case 'rationale':
			return isStaff || secret.team === team || state.reveals.includes(secret.part);
		case 'ballot':
			if (kind === 'facilitator') return true;
			if (!state.ballots.some(({ ballot, isRevealed }) => ballot === secret.ballot && isRevealed))
				return false;
			return isStaff || secret.team === null || secret.team === team;
		case 'rating':
			return isStaff || isSeat(secret.by);
		case 'written':
			if (secret.by.kind === 'seat') return isSeat(secret.by);
			return secret.by.kind === 'facilitator' ? kind === 'facilitator' : isStaff;
		case 'inject': {
			if (isStaff || state.reveals.includes(secret.part)) return true;
			if (secret.worldTeam !== null && secret.worldTeam !== team) return false;
			const roles = Object.values(state.seats).filter((seat) => seat.team === team);
			return secret.to === null || roles.some(({ role }) => secret.to!.includes(role));
		}
	}
}

/** The command with a text of its own in every text that people write, so that each can be told from all others. */
function plant(body: CommandBody, token: string): CommandBody {
	const { payload } = body;
	switch (body.type) {
		case 'commitDecision':
			return { ...body, payload: { ...body.payload, rationale: token } };
		case 'note':
			return { ...body, payload: { text: token } };
		case 'rate':
			return { ...body, payload: { ...body.payload, observation: token } };
		case 'closeBallot':
			return { ...body, payload: { ...body.payload, question: token, tally: [{ option: token, votes: 1 }] } };
		case 'releaseInject': {
			const { inject } = body.payload;
			if (typeof inject === 'string') return body;
			const texts = { inject: token, from: token, title: english(token), body: english(token) };
			return { ...body, payload: { ...body.payload, inject: { ...inject, channel: 'ticket', ...texts } } };
		}
		case 'editInject':
		case 'writeInject': {
			const texts = { from: token, title: english(token), body: english(token) };
			const text = { ...body.payload.text, channel: 'ticket' as const, ...texts };
			return { ...body, payload: { ...body.payload, text } } as CommandBody;
		}
		default:
			return { ...body, payload } as CommandBody;
	}
}

function secretOf(token: string, body: CommandBody, by: Sender, { state }: Play): Secret | null {
	const part = partAt(state.position);
	switch (body.type) {
		case 'commitDecision':
			return by.kind === 'seat' ? { kind: 'rationale', token, team: state.seats[by.seat].team, part } : null;
		case 'note':
			return { kind: 'written', token, by };
		case 'rate':
			return { kind: 'rating', token, by };
		case 'editInject':
		case 'writeInject':
			return { kind: 'planned', token, inject: body.payload.inject, to: body.payload.text.to };
		case 'closeBallot':
			return { kind: 'ballot', token, team: body.payload.team, ballot: body.payload.ballot };
		case 'releaseInject': {
			const { inject, world } = body.payload;
			if (typeof inject === 'string') return null;
			return { kind: 'inject', token, to: inject.to, worldTeam: state.worlds[world].team, part };
		}
		default:
			return null;
	}
}

function parallelRoom(seed: string): Play {
	const created = accept(playOf({ scenario: SCENARIO, state: EMPTY_ROOM }), FACILITATOR, {
		type: 'createExercise',
		payload: { seed, ways: 'parallel', cut: null }
	});
	return SCENARIO.roles.reduce((now, { id }) => {
		return accept(
			now,
			{ kind: 'guest' },
			{ type: 'takeSeat', payload: { seat: id, role: id, team: id, bot: null } }
		);
	}, created);
}

function expectKept(play: Play, secrets: readonly Secret[], from: number): void {
	for (const audience of AUDIENCES) {
		const latest = play.events.slice(from).at(-1);
		const shown = [
			project(SCENARIO, play.state, audience),
			latest === undefined ? null : redactEvent(play.state, latest, audience)
		];
		const text = JSON.stringify(shown);
		for (const secret of secrets) {
			if (maySee(secret, audience, play)) continue;
			expect(text.includes(secret.token), `${secret.kind} ${secret.token} at ${audience.kind}`).toBe(false);
		}
	}
}

describe('what an audience may not see', () => {
	it('never occurs in anything that goes out to it, whatever was played', () => {
		const steps = fc.array(anyStep, { minLength: 30, maxLength: 90, size: 'max' });
		const planted = {
			seed: 0,
			ahead: 0,
			planned: 0,
			rationale: 0,
			inject: 0,
			ballot: 0,
			written: 0,
			rating: 0,
			revealed: 0,
			shownTallies: 0
		};
		fc.assert(
			fc.property(fc.boolean(), fc.nat({ max: 8 }), steps, (isParallel, phases, steps) => {
				const seed = 'SECRET-seed-';
				let now = isParallel ? parallelRoom(seed) : openRoom(SCENARIO, seed);
				for (let n = 0; n < phases; n++) now = accept(now, FACILITATOR, move('NEXT_PHASE'));
				const secrets: Secret[] = [{ kind: 'seed', token: seed }];
				steps.forEach((step, index) => {
					const { by, body } = fitted(step, now.state);
					const token = `SECRET-${index}-`;
					const from = now.events.length;
					const written = plant(body, token);
					const next = send(now, by, written);
					const secret = next.events.length > from ? secretOf(token, written, by, now) : null;
					if (secret !== null) secrets.push(secret);
					now = next;
					expectKept(now, secrets, from);
				});
				for (const { kind } of secrets) planted[kind]++;
				planted.revealed += now.state.reveals.length;
				planted.shownTallies += now.state.ballots.filter(({ isRevealed }) => isRevealed).length;
			}),
			{ numRuns: 120 }
		);
		// Each kind has been put to the test, and revealing too: some 30 to 120 times in a run.
		const { ahead: _elsewhere, ...kinds } = planted;
		expect(Math.min(...Object.values(kinds))).toBeGreaterThan(10);
	});

	it('includes the injects that lie ahead, by text and by name', () => {
		const { state } = roomIn('incident');
		const ahead: Secret[] = ['vendor-only', 'phishing', 'first-news'].flatMap((id) => [
			{ kind: 'ahead', token: `Body of ${id}` },
			{ kind: 'ahead', token: `Expected after ${id}` },
			{ kind: 'ahead', token: `"${id}"` }
		]);
		expectKept({ ...roomIn('incident'), state, events: [] }, ahead, 0);
	});
});

describe('an audience', () => {
	const decided = accept(roomIn('incident'), seat('vendor'), {
		type: 'commitDecision',
		payload: { world: 'shared', decision: 'halt', rationale: 'Stop it first', confidencePct: 73 }
	});
	const view = (play: Play, audience: Audience) => project(SCENARIO, play.state, audience).worlds.shared;
	const OTHERS = AUDIENCES.filter((one) => one.kind !== 'facilitator' && one.kind !== 'evaluator').filter(
		(one) => !(one.kind === 'team' && one.team === 'vendor')
	);

	it('that is a team sees its own decisions with their reasons, and others’ not before they are revealed', () => {
		const own = view(decided, { kind: 'team', team: 'vendor', seat: 'vendor' }).decisions;
		expect(own).toEqual([
			{ seat: 'vendor', decision: 'halt', atMin: 0, rationale: 'Stop it first', confidencePct: 73 }
		]);
		for (const audience of OTHERS) expect(view(decided, audience).decisions).toEqual([]);
		const over = ['CLOSE_DECISIONS', 'NEXT_PHASE', 'NEXT_PHASE'].reduce(
			(now, event) => accept(now, FACILITATOR, move(event as 'NEXT_PHASE')),
			decided
		);
		expect(over.state.position.phase).toBe('hotWash');
		const revealed = accept(over, FACILITATOR, { type: 'reveal', payload: { part: 'incident' } });
		for (const audience of OTHERS) {
			const [shown] = view(revealed, audience).decisions;
			expect(shown).toMatchObject({ decision: 'halt', rationale: 'Stop it first', confidencePct: null });
		}
	});

	it('learns how sure somebody was only when that was themselves, or as staff, even after revealing', () => {
		const colleague = view(decided, { kind: 'team', team: 'vendor' }).decisions[0];
		expect(colleague).toMatchObject({ rationale: 'Stop it first', confidencePct: null });
		const event = decided.events.at(-1)!;
		const sent = (audience: Audience) => redactEvent(decided.state, event, audience).event;
		expect(sent({ kind: 'team', team: 'vendor' })).toMatchObject({ confidencePct: null });
		expect(sent({ kind: 'team', team: 'vendor', seat: 'vendor' })).toMatchObject({ confidencePct: 73 });
		expect(sent({ kind: 'facilitator' })).toMatchObject({ confidencePct: 73 });
	});

	it('gets the number of an event that it may not see, and nothing else of it', () => {
		const { version } = decided.state;
		expect(redactEvent(decided.state, decided.events.at(-1)!, { kind: 'stage' })).toEqual({
			version,
			event: null
		});
	});

	it('never gets the id of anybody’s command', () => {
		for (const audience of AUDIENCES) {
			const sent = decided.events.map((event) => redactEvent(decided.state, event, audience));
			expect(JSON.stringify(sent)).not.toContain('bot-');
			expect(JSON.stringify(project(SCENARIO, decided.state, audience))).not.toContain('bot-');
		}
	});

	it('gets the injects for its roles, and the staff those that lie ahead besides', () => {
		const ids = (audience: Audience) => view(decided, audience).injects.map(({ inject }) => inject);
		expect(ids({ kind: 'team', team: 'airline' })).toEqual(['first-calls']);
		expect(ids({ kind: 'team', team: 'vendor' })).toEqual([]);
		expect(ids({ kind: 'observer' })).toEqual([]);
		const ahead = (audience: Audience) => view(decided, audience).ahead.map(({ id }) => id);
		expect(ahead({ kind: 'evaluator' })).toEqual([
			'first-news',
			'vendor-only',
			'phishing',
			'too-silent',
			'too-soon'
		]);
		expect(ahead({ kind: 'stage' })).toEqual([]);
	});

	it('of a team watches its own world and no other team’s, where each plays alone', () => {
		const { state } = parallelRoom('seed');
		const watched = (audience: Audience) =>
			Object.entries(project(SCENARIO, state, audience).worlds).flatMap(([id, world]) =>
				world.watched ? [id] : []
			);
		expect(watched({ kind: 'team', team: 'airline' })).toEqual(['airline']);
		expect(watched({ kind: 'phone' })).toEqual([]);
		expect(watched({ kind: 'stage' })).toEqual(['vendor', 'airline', 'government']);
	});

	it('that nobody knows is shown nothing', () => {
		expect(() => project(SCENARIO, decided.state, { kind: 'spectator' } as never)).toThrow('no audience');
	});

	it('of one seat keeps its notes from its own team and from the staff', () => {
		const noted = accept(decided, seat('vendor'), { type: 'note', payload: { text: 'I doubt it' } });
		const notes = (audience: Audience) => project(SCENARIO, noted.state, audience).notes.length;
		expect(AUDIENCES.map(notes)).toEqual([0, 0, 1, 0, 0, 0, 0, 0, 0]);
	});

	it('that plays never learns which levers the facilitator set by hand', () => {
		const setting = { parameter: 'repair.script', scope: { kind: 'world' }, value: 1 } as const;
		const made = accept(decided, FACILITATOR, { type: 'makeSetting', payload: { world: 'shared', setting } });
		const shown = (audience: Audience) => [
			view(made, audience).settings.length,
			redactEvent(made.state, made.events.at(-1)!, audience).event?.type ?? null
		];
		expect(shown({ kind: 'facilitator' })).toEqual([1, 'settingMade']);
		expect(shown({ kind: 'evaluator' })).toEqual([1, 'settingMade']);
		for (const audience of AUDIENCES.slice(2)) expect(shown(audience)).toEqual([0, null]);
	});

	it('learns how a vote went when it is revealed; of few votes what won, and not how many there were', () => {
		const closed = (votes: readonly number[]) =>
			accept(decided, FACILITATOR, {
				type: 'closeBallot',
				payload: {
					...{ ballot: 'b1', team: null, question: 'Halt?' },
					tally: votes.map((n, place) => ({ option: `${place}`, votes: n }))
				}
			});
		const reveal = { type: 'revealBallot', payload: { ballot: 'b1' } } as const;
		const shown = (play: Play, kind: 'facilitator' | 'evaluator' | 'stage' | 'phone') =>
			project(SCENARIO, play.state, { kind }).ballots.map(({ tally, winners }) => [
				tally.map(({ votes }) => votes),
				winners
			]);
		const few = closed([1, 3]);
		expect(shown(few, 'facilitator')).toEqual([[[1, 3], [1]]]);
		expect([shown(few, 'evaluator'), shown(few, 'stage'), shown(few, 'phone')]).toEqual([[], [], []]);
		const fewShown = accept(few, FACILITATOR, reveal);
		expect(shown(fewShown, 'evaluator')).toEqual([[[1, 3], [1]]]);
		expect(shown(fewShown, 'stage')).toEqual([[[null, null], [1]]]);
		const many = accept(closed([3, 3, 0]), FACILITATOR, reveal);
		expect(shown(many, 'phone')).toEqual([
			[
				[3, 3, 0],
				[0, 1]
			]
		]);
	});

	it('that joins late is shown what those who were there are shown', () => {
		const later = accept(decided, seat('vendor'), commit('explain'));
		expect(view(later, { kind: 'facilitator' }).decisions.map(({ decision }) => decision)).toEqual([
			'halt',
			'explain'
		]);
	});
});

describe('what an audience is told of its own roles', () => {
	const incident = roomIn('incident');
	const shared = (play: Play, audience: Audience) => project(SCENARIO, play.state, audience).worlds.shared;

	it('is where their decisions stand and what they have left', () => {
		const { standings, balances } = shared(incident, { kind: 'team', team: 'vendor' });
		expect(Object.keys(standings)).toEqual(['halt', 'explain', 'brief-everybody', 'pay-crews']);
		expect(standings.explain).toEqual({ kind: 'waitingFor', decisions: ['halt'] });
		expect(balances).toEqual({ vendor: { spentUsd: 0, leftUsd: 900, attentionLeft: 3 } });
	});

	it('is everything for the staff, and nothing for those who do not decide', () => {
		const { standings, balances } = shared(incident, { kind: 'evaluator' });
		expect(Object.keys(standings)).toHaveLength(SCENARIO.decisions.length);
		expect(balances.government).toEqual({ spentUsd: 0, leftUsd: null, attentionLeft: null });
		for (const kind of ['stage', 'phone', 'observer'] as const) {
			expect(shared(incident, { kind })).toMatchObject({ standings: {}, balances: {} });
		}
	});

	it('survives JSON', () => {
		const seen = project(SCENARIO, incident.state, { kind: 'facilitator' });
		expect(JSON.parse(JSON.stringify(seen))).toEqual(seen);
	});

	it('is of its own world alone, and says which that is', () => {
		const { state } = parallelRoom('seed');
		const seen = project(SCENARIO, state, { kind: 'team', team: 'airline' });
		expect(seen.ownWorld).toBe('airline');
		expect(seen.worlds.vendor).toMatchObject({ standings: {}, balances: {} });
		expect(Object.keys(seen.worlds.airline.balances)).toEqual(['airline']);
		expect(project(SCENARIO, incident.state, { kind: 'team', team: 'airline' }).ownWorld).toBe('shared');
		expect(project(SCENARIO, state, { kind: 'stage' }).ownWorld).toBeNull();
	});
});
