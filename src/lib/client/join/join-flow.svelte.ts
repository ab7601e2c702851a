import { PROTOCOL, type DoorFacts } from '../../room/protocol/protocol.ts';
import type { Person } from '../../room/people/person.ts';
import type { RoomRefusal } from '../../room/protocol/refusals.ts';
import type { HandOverApi } from '../network/hand-over-api.ts';
import { readRoomCode } from '../network/room-code.ts';
import type { DoorApi } from '../network/door-api.ts';
import type { NoAnswer } from '../network/no-answer.ts';
import { isNoAnswer, type Retries } from '../network/retries.ts';
import type { OwnSeat, OwnSeats } from './own-seats.ts';

/** Where somebody stands who wants to join a room. Each has words and acts of its own. */
export type JoinState =
	| { readonly kind: 'code'; readonly wrong: WrongCode | null }
	| { readonly kind: 'looking'; readonly code: string }
	| { readonly kind: 'name'; readonly door: DoorFacts }
	/** `refusal`: why the list is shown again. */
	| { readonly kind: 'team'; readonly door: DoorFacts; readonly refusal: RoomRefusal | null }
	| { readonly kind: 'joining'; readonly door: DoorFacts }
	/** In, and shown by another name than was typed: somebody of that name is in the team. */
	| { readonly kind: 'sameName'; readonly door: DoorFacts; readonly person: Person }
	| { readonly kind: 'audience'; readonly door: DoorFacts }
	/** This browser has a seat here already. */
	| { readonly kind: 'already'; readonly door: DoorFacts; readonly seat: OwnSeat }
	| { readonly kind: 'roomFull' | 'locked'; readonly door: DoorFacts }
	| { readonly kind: 'ended'; readonly door: DoorFacts }
	/** This browser had a seat under the code, and there is no such room any more. */
	| { readonly kind: 'gone'; readonly code: string }
	| HandOverState
	/** The page is of another version than the room. */
	| { readonly kind: 'olderPage' | 'newerPage'; readonly code: string }
	/** `tooMany`: until then, by the clock that was handed in. */
	| { readonly kind: 'tooMany'; readonly code: string; readonly waitMs: number }
	| {
			readonly kind: 'signInWindow' | 'noCookies' | 'unreachable' | 'notReady' | 'failed';
			readonly code: string;
	  };

/** A seat comes from another device: its code is asked for; then whether it is moved. */
export type HandOverState =
	| { readonly kind: 'handOver'; readonly door: DoorFacts; readonly wrong: 'codeUsed' | 'codeOld' | null }
	| {
			readonly kind: 'handOverAs';
			readonly door: DoorFacts;
			readonly person: Person;
			readonly teamName: string | null;
			readonly code: string;
	  };

export interface WrongCode {
	readonly typed: string;
	readonly wrongSigns: readonly string[];
}

export interface JoinFlowParts {
	readonly api: Pick<DoorApi, 'door' | 'takeSeat' | 'seat' | 'rename'>;
	readonly handOvers: Pick<HandOverApi, 'look' | 'take'>;
	readonly seats: Pick<OwnSeats, 'of' | 'keep' | 'forget'>;
	readonly retries: Pick<Retries, 'after' | 'settle'>;
	/** Whether this browser says that it keeps cookies. */
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
	/** A later press makes what an earlier one still brings void. */
	#press = 0;
	/** What was asked for last, for another try. `quietly`: what is on the screen stays until there is an answer. */
	#last: (quietly: boolean) => Promise<void> = () => Promise.resolve();

	constructor(parts: JoinFlowParts) {
		this.#parts = parts;
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
		await this.#lookUp(read.code, false);
	}

	/** Looks the same room up again; `asSomebodyElse`: without asking whether one goes on in the seat of before. */
	async again(asSomebodyElse = false): Promise<void> {
		const read = readRoomCode(this.codeText);
		if (read.kind === 'code') await this.#lookUp(read.code, asSomebodyElse);
	}

	/** Does what was asked for last once more. */
	async retry(): Promise<void> {
		await this.#last(false);
	}

	backToCode(): void {
		this.#newPress();
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
		if (this.state.kind === 'handOver') await this.#lookAtHandOver(this.state.door, code);
	}

	async #lookAtHandOver(door: DoorFacts, code: string, quietly = false): Promise<void> {
		const press = this.#newPress(quietly);
		this.#last = (again) => this.#lookAtHandOver(door, code, again);
		const answer = await this.#parts.handOvers.look(door.code, code);
		if (press !== this.#press) return;
		if (answer.kind === 'person') {
			const { person } = answer;
			this.state = { kind: 'handOverAs', door, person, teamName: teamNameOf(door, person), code };
		} else this.#noHandOver(door, answer);
	}

	/** `both`: the other device keeps the seat too. */
	async takeHandOver(both: boolean): Promise<void> {
		if (this.state.kind !== 'handOverAs') return;
		const { door, code } = this.state;
		await this.#takeHandOver(door, code, both);
	}

	async #takeHandOver(door: DoorFacts, code: string, both: boolean, quietly = false): Promise<void> {
		const press = this.#newPress(quietly);
		this.#last = (again) => this.#takeHandOver(door, code, both, again);
		if (!quietly) this.state = { kind: 'joining', door };
		const answer = await this.#parts.handOvers.take(door.code, code, both);
		if (press !== this.#press) return;
		if (answer.kind === 'person') await this.#joined(door, answer.person, press);
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

	/** Whatever an earlier press still brings, or would try again, is void. */
	#newPress(quietly = false): number {
		if (!quietly) this.#parts.retries.settle();
		return ++this.#press;
	}

	async #lookUp(code: string, asSomebodyElse: boolean, quietly = false): Promise<void> {
		const press = this.#newPress(quietly);
		this.#last = (again) => this.#lookUp(code, asSomebodyElse, again);
		if (!quietly) this.state = { kind: 'looking', code };
		const answer = await this.#parts.api.door(code);
		if (press !== this.#press) return;
		if (answer.kind === 'unknownCode') this.#unknown(code);
		else if (answer.kind !== 'door') this.#noAnswer(code, answer);
		else await this.#cameTo(answer.door, press, asSomebodyElse);
	}

	async #cameTo(door: DoorFacts, press: number, asSomebodyElse: boolean): Promise<void> {
		const { code, protocol } = door;
		if (protocol !== PROTOCOL) {
			this.state = { kind: protocol > PROTOCOL ? 'olderPage' : 'newerPage', code };
			return;
		}
		const seat = asSomebodyElse ? null : this.#parts.seats.of(code);
		if (seat !== null) {
			const known = await this.#parts.api.seat(seat);
			if (press !== this.#press) return;
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
		if ('door' in this.state) await this.#takeAt(this.state.door, kind, team);
	}

	async #takeAt(
		door: DoorFacts,
		kind: 'player' | 'observer' | 'phone',
		team: string | null,
		quietly = false
	): Promise<void> {
		const press = this.#newPress(quietly);
		this.#last = (again) => this.#takeAt(door, kind, team, again);
		if (!quietly) this.state = { kind: 'joining', door };
		const name = kind === 'player' ? this.name.trim() : '';
		const answer = await this.#parts.api.takeSeat(door.code, { kind, name, team });
		if (press !== this.#press) return;
		if (answer.kind === 'refused') await this.#refused(door, answer.refusal, press);
		else if (answer.kind !== 'joined') this.#noAnswer(door.code, answer);
		else await this.#joined(door, answer.person, press, this.name.trim());
	}

	/** `asked`: the name that was typed. */
	async #joined(door: DoorFacts, person: Person, press: number, asked = ''): Promise<void> {
		const { code } = door;
		// A seat is a cookie: it is looked up once, so that nobody is sent to a page that does not know them.
		const known = await this.#parts.api.seat({ code, person: person.id });
		if (press !== this.#press) return;
		if (known.kind === 'notYours' || known.kind === 'notOurs') {
			this.state = { kind: this.#parts.keepsCookies() ? 'signInWindow' : 'noCookies', code };
			return;
		}
		const teamName = teamNameOf(door, person);
		this.#parts.seats.keep({ code, person: person.id, kind: person.kind, name: person.name, teamName });
		if (person.kind === 'player' && isSecond(person.name, asked)) {
			this.name = person.name;
			this.state = { kind: 'sameName', door, person };
		} else this.#parts.go(code, person);
	}

	async #refused(door: DoorFacts, refusal: RoomRefusal, press: number): Promise<void> {
		if (refusal.code === 'roomFull') this.state = { kind: 'roomFull', door };
		else if (refusal.code === 'roomLocked') this.state = { kind: 'locked', door };
		else if (refusal.code === 'roomEnded') this.state = { kind: 'ended', door };
		else {
			// The list of teams is old: the door is looked at again.
			const answer = await this.#parts.api.door(door.code);
			if (press !== this.#press) return;
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
		this.#parts.retries.after(answer, () => void this.#last(true));
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

function stateAtDoor(door: DoorFacts): JoinState {
	if (door.state === 'ended') return { kind: 'ended', door };
	if (door.opens === 'audience') return { kind: 'audience', door };
	return { kind: door.state === 'locked' ? 'locked' : 'name', door };
}
