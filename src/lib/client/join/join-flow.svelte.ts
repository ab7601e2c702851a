import { PROTOCOL, type DoorFacts } from '../../room/protocol/protocol.ts';
import type { Person } from '../../room/people/person.ts';
import type { RoomRefusal } from '../../room/protocol/refusals.ts';
import type { HandOverApi } from '../network/hand-over-api.ts';
import { readRoomCode } from '../network/room-code.ts';
import type { DoorApi } from '../network/door-api.ts';
import type { NoAnswer } from '../network/no-answer.ts';
import { isNoAnswer, type Retries } from '../network/retries.ts';
import { stateAtDoor, type JoinState } from './join-state.ts';
import { LastPress, type Try } from './last-press.ts';
import type { OwnSeat, OwnSeats } from './own-seats.ts';

export interface JoinFlowParts {
	readonly api: Pick<DoorApi, 'door' | 'takeSeat' | 'seat' | 'rename'>;
	readonly handOvers: Pick<HandOverApi, 'look' | 'take'>;
	readonly seats: Pick<OwnSeats, 'of' | 'keep' | 'forget'>;
	readonly retries: Pick<Retries, 'after' | 'settle'>;
	/** Whether this browser keeps cookies: a seat is one. */
	readonly keepsCookies: () => boolean;
	/** The seat is taken: on to its screen. */
	readonly go: (code: string, person: Pick<Person, 'id' | 'kind'>) => void;
}

/** From a code to a seat. What was typed stays through everything that can go wrong. */
export class JoinFlow {
	state = $state.raw<JoinState>({ kind: 'code', wrong: null });
	codeText = $state('');
	name = $state('');
	readonly #parts: JoinFlowParts;
	readonly #press: LastPress;

	constructor(parts: JoinFlowParts) {
		this.#parts = parts;
		this.#press = new LastPress(parts.retries);
	}

	/** Looks up the code that was typed. */
	async lookUp(text = this.codeText): Promise<void> {
		this.codeText = text;
		const read = readRoomCode(text);
		if (read.kind === 'wrong') {
			this.state = { kind: 'code', wrong: read };
			return;
		}
		this.codeText = read.code;
		await this.#press.do((one) => this.#lookUp(one, read.code, false));
	}

	/** Looks the same room up again; `asSomebodyElse`: without asking whether one goes on in the seat of before. */
	async again(asSomebodyElse = false): Promise<void> {
		const read = readRoomCode(this.codeText);
		if (read.kind !== 'code') return;
		await this.#press.do((one) => this.#lookUp(one, read.code, asSomebodyElse));
	}

	/** Does what was asked for last once more. */
	async retry(): Promise<void> {
		await this.#press.again();
	}

	backToCode(): void {
		this.#press.void();
		this.state = { kind: 'code', wrong: null };
	}

	/** The name is written. */
	goOn(): void {
		if (this.state.kind === 'name') this.state = { kind: 'team', door: this.state.door, refusal: null };
	}

	backToName(): void {
		if (this.state.kind === 'team') this.state = { kind: 'name', door: this.state.door };
	}

	/** Null: wherever the facilitator says. */
	async sit(team: string | null): Promise<void> {
		await this.#take('player', team);
	}

	async watch(): Promise<void> {
		await this.#take('observer', null);
	}

	async joinAudience(): Promise<void> {
		await this.#take('phone', null);
	}

	/** Somebody has a seat on another device, and a code for it. */
	haveCode(): void {
		if ('door' in this.state) this.state = { kind: 'handOver', door: this.state.door, wrong: null };
	}

	async lookAtHandOver(code: string): Promise<void> {
		if (this.state.kind !== 'handOver') return;
		const { door } = this.state;
		await this.#press.do((one) => this.#lookAtHandOver(one, door, code));
	}

	async #lookAtHandOver(one: Try, door: DoorFacts, code: string): Promise<void> {
		const answer = await this.#parts.handOvers.look(door.code, code);
		if (one.isVoid()) return;
		if (answer.kind === 'person') {
			const { person } = answer;
			this.state = { kind: 'handOverAs', door, person, teamName: teamNameOf(door, person), code };
		} else this.#noHandOver(door, answer);
	}

	/** `both`: the other device keeps the seat too. */
	async takeHandOver(both: boolean): Promise<void> {
		if (this.state.kind !== 'handOverAs') return;
		const { door, code } = this.state;
		await this.#press.do((one) => this.#takeHandOver(one, door, code, both));
	}

	async #takeHandOver(one: Try, door: DoorFacts, code: string, both: boolean): Promise<void> {
		if (!this.#parts.keepsCookies()) {
			this.state = { kind: 'noCookies', code: door.code };
			return;
		}
		if (!one.isQuiet) this.state = { kind: 'joining', door };
		const answer = await this.#parts.handOvers.take(door.code, code, both);
		if (one.isVoid()) return;
		if (answer.kind === 'person') await this.#joined(one, door, answer.person);
		else this.#noHandOver(door, answer);
	}

	/** Goes in under the name that stands in the field: the one that was given, or another one. */
	async keepName(): Promise<void> {
		if (this.state.kind !== 'sameName') return;
		const { door, person } = this.state;
		const { code } = door;
		const name = this.name.trim();
		// Where it cannot be done now one is in all the same, under the name that was given.
		if (name !== '' && name !== person.name) await this.#parts.api.rename({ code, person: person.id }, name);
		this.#parts.go(code, person);
	}

	/** Goes on in the seat that this browser has. */
	goOnAs({ code, person, kind }: OwnSeat): void {
		this.#parts.go(code, { id: person, kind: kind as Person['kind'] });
	}

	async #lookUp(one: Try, code: string, asSomebodyElse: boolean): Promise<void> {
		if (!one.isQuiet) this.state = { kind: 'looking', code };
		const answer = await this.#parts.api.door(code);
		if (one.isVoid()) return;
		if (answer.kind === 'unknownCode') this.#unknown(code);
		else if (answer.kind !== 'door') this.#noAnswer(code, answer);
		else await this.#cameTo(one, answer.door, asSomebodyElse);
	}

	async #cameTo(one: Try, door: DoorFacts, asSomebodyElse: boolean): Promise<void> {
		const { code, protocol } = door;
		if (protocol !== PROTOCOL) {
			this.state = { kind: protocol > PROTOCOL ? 'olderPage' : 'newerPage', code };
			return;
		}
		const seat = asSomebodyElse ? null : this.#parts.seats.of(code);
		if (seat !== null) {
			const known = await this.#parts.api.seat(seat);
			if (one.isVoid()) return;
			if (known.kind === 'ours') {
				this.state = { kind: 'already', door, seat };
				return;
			}
			// A person who is not answered has a seat still, and is not asked for a name again.
			if (isNoAnswer(known)) return this.#noAnswer(code, known);
			this.#parts.seats.forget(seat);
		}
		this.state = stateAtDoor(door);
	}

	async #take(kind: 'player' | 'observer' | 'phone', team: string | null): Promise<void> {
		if (!('door' in this.state)) return;
		const { door } = this.state;
		await this.#press.do((one) => this.#takeAt(one, door, kind, team));
	}

	async #takeAt(
		one: Try,
		door: DoorFacts,
		kind: 'player' | 'observer' | 'phone',
		team: string | null
	): Promise<void> {
		if (!this.#parts.keepsCookies()) {
			this.state = { kind: 'noCookies', code: door.code };
			return;
		}
		if (!one.isQuiet) this.state = { kind: 'joining', door };
		const name = kind === 'player' ? this.name.trim() : '';
		const answer = await this.#parts.api.takeSeat(door.code, { kind, name, team });
		if (one.isVoid()) return;
		if (answer.kind === 'refused') await this.#refused(one, door, answer.refusal);
		else if (answer.kind !== 'joined') this.#noAnswer(door.code, answer);
		else await this.#joined(one, door, answer.person, this.name.trim());
	}

	/** `asked`: the name that was typed. */
	async #joined(one: Try, door: DoorFacts, person: Person, asked = ''): Promise<void> {
		const { code } = door;
		// A seat is a cookie: it is looked up once, so that nobody is sent to a page that does not know them.
		const known = await this.#parts.api.seat({ code, person: person.id });
		if (one.isVoid()) return;
		if (known.kind === 'notYours' || known.kind === 'notOurs') {
			this.state = { kind: 'signInWindow', code };
			return;
		}
		const teamName = teamNameOf(door, person);
		this.#parts.seats.keep({ code, person: person.id, kind: person.kind, name: person.name, teamName });
		if (person.kind === 'player' && isSecond(person.name, asked)) {
			this.name = person.name;
			this.state = { kind: 'sameName', door, person };
		} else this.#parts.go(code, person);
	}

	async #refused(one: Try, door: DoorFacts, refusal: RoomRefusal): Promise<void> {
		if (refusal.code === 'roomFull') this.state = { kind: 'roomFull', door };
		else if (refusal.code === 'roomLocked') this.state = { kind: 'locked', door };
		else if (refusal.code === 'roomEnded') this.state = { kind: 'ended', door };
		else {
			// The list of teams is old: the door is looked at again.
			const answer = await this.#parts.api.door(door.code);
			if (one.isVoid()) return;
			this.state = { kind: 'team', door: answer.kind === 'door' ? answer.door : door, refusal };
		}
	}

	#unknown(code: string): void {
		const seat = this.#parts.seats.of(code);
		if (seat !== null) this.#parts.seats.forget(seat);
		this.state =
			seat === null ? { kind: 'code', wrong: { typed: code, wrongSigns: [] } } : { kind: 'gone', code };
	}

	#noHandOver(
		door: DoorFacts,
		answer: { readonly kind: 'codeUsed' } | { readonly kind: 'codeOld' } | NoAnswer
	): void {
		if (answer.kind === 'codeUsed' || answer.kind === 'codeOld')
			this.state = { kind: 'handOver', door, wrong: answer.kind };
		else this.#noAnswer(door.code, answer);
	}

	/** Nothing has to be pressed for a server that was only restarted. What is said once is not said anew with each try. */
	#noAnswer(code: string, answer: NoAnswer): void {
		this.#press.tryLater(answer);
		const kind = answer.kind === 'notOurs' ? 'signInWindow' : answer.kind;
		if (answer.kind === 'tooMany') this.state = { kind: 'tooMany', code, waitMs: answer.waitMs };
		else if (kind !== 'tooMany' && this.state.kind !== kind) this.state = { kind, code };
	}
}

function teamNameOf(door: DoorFacts, { team }: Person): string | null {
	return door.teams.find(({ id }) => id === team)?.name ?? null;
}

/** "Ana 2" for somebody who has typed "Ana". */
function isSecond(name: string, asked: string): boolean {
	return asked !== '' && name !== asked.replaceAll(/\s+/g, ' ') && /.+ \d+$/.test(name);
}
