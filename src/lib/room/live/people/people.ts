import * as v from 'valibot';
import {
	NAME_LENGTH_MOST,
	PERSON_KINDS,
	type Person,
	type PersonKind,
	type Team
} from '../../people/person.ts';
import type { RoomSetup } from '../../people/setup.ts';
import type { RoomRefusal } from '../../protocol/refusals.ts';
import type { RoomRows } from '../kept/room-rows.ts';

export const SEATS_A_TEAM_MOST = 12;
/** People of each kind that a room takes. */
export const PEOPLE_MOST: Readonly<Record<PersonKind, number>> = {
	facilitator: 10,
	evaluator: 20,
	player: 12 * SEATS_A_TEAM_MOST,
	stage: 10,
	observer: 200,
	phone: 5000
};
/** Kinds that come by a code: the door can be locked to them. */
const BY_CODE: Readonly<Partial<Record<PersonKind, keyof Locked>>> = {
	player: 'players',
	observer: 'audience',
	phone: 'audience'
};

/** Whose door is closed. */
export interface Locked {
	readonly players: boolean;
	readonly audience: boolean;
}

const personSchema = v.strictObject({
	id: v.string(),
	kind: v.picklist(PERSON_KINDS),
	name: v.string(),
	team: v.nullable(v.string()),
	number: v.number()
});
const leadSchema = v.nullable(v.string());
const formedSchema = v.strictObject({ id: v.string(), name: v.string(), roles: v.array(v.string()) });
type FormedTeam = v.InferOutput<typeof formedSchema>;
const doorSchema = v.union([
	v.strictObject({ players: v.boolean(), audience: v.boolean() }),
	// As rooms of before have kept it.
	v.pipe(
		v.strictObject({ isLocked: v.boolean() }),
		v.transform(({ isLocked }) => ({ players: isLocked, audience: isLocked }))
	)
]);

const OPEN: Locked = { players: false, audience: false };

type Refused = { readonly refusal: RoomRefusal };

/** The people of a room and its teams: who they are, where they sit, who leads, who is here. Kept in rows. */
export class People {
	readonly #rows: RoomRows;
	readonly #setup: RoomSetup;
	/** Teams that were formed after the room was opened. */
	readonly #formed: Map<string, FormedTeam>;
	readonly #people: Map<string, Person>;
	readonly #leads: Map<string, string | null>;
	readonly #here = new Set<string>();
	#locked: Locked;

	private constructor(
		rows: RoomRows,
		setup: RoomSetup,
		people: Map<string, Person>,
		leads: Map<string, string | null>,
		formed: Map<string, FormedTeam>,
		locked: Locked
	) {
		this.#rows = rows;
		this.#setup = setup;
		this.#people = people;
		this.#leads = leads;
		this.#formed = formed;
		this.#locked = locked;
	}

	static async read(rows: RoomRows, setup: RoomSetup): Promise<People> {
		const people = await rows.read('people', personSchema);
		const leads = await rows.read('leads', leadSchema);
		const door = await rows.read('door', doorSchema);
		const inOrder = [...people].sort(([, a], [, b]) => a.number - b.number);
		const formed = await rows.read('teams', formedSchema);
		return new People(rows, setup, new Map(inOrder), leads, formed, door.get('door') ?? OPEN);
	}

	get all(): readonly Person[] {
		return [...this.#people.values()];
	}

	get locked(): Locked {
		return this.#locked;
	}

	get teams(): readonly Team[] {
		const all = [...this.#setup.teams, ...this.#formed.values()];
		return all.map(({ id, name, roles }) => ({ id, name, roles, lead: this.leadOf(id) }));
	}

	find(id: string): Person | undefined {
		return this.#people.get(id);
	}

	team(id: string): Team | undefined {
		return this.teams.find((one) => one.id === id);
	}

	leadOf(team: string): string | null {
		return this.#leads.get(team) ?? null;
	}

	isLead({ id, team }: Person): boolean {
		return team !== null && this.leadOf(team) === id;
	}

	members(team: string): Person[] {
		return this.all.filter((one) => one.kind === 'player' && one.team === team);
	}

	isHere(id: string): boolean {
		return this.#here.has(id);
	}

	/** Whether a page of theirs is connected. True where that is news. */
	setHere(id: string, isHere: boolean): boolean {
		if (this.isHere(id) === isHere || !this.#people.has(id)) return false;
		if (isHere) this.#here.add(id);
		else this.#here.delete(id);
		return true;
	}

	/** Takes somebody in. Who sits down first in a team leads it, until somebody else is named. */
	async join({ id, kind, name, team }: Omit<Person, 'number'>): Promise<Person | Refused> {
		// Asked again: the answer was lost.
		const before = this.#people.get(id);
		if (before !== undefined) return before;
		const door = BY_CODE[kind];
		if (door !== undefined && this.#locked[door]) return refused('roomLocked', {});
		const full = this.all.filter((one) => one.kind === kind).length >= PEOPLE_MOST[kind];
		if (full) return refused('roomFull', { most: PEOPLE_MOST[kind] });
		const obstacle = team === null ? null : this.#noPlace(kind, team);
		if (obstacle !== null) return obstacle;
		const number = 1 + Math.max(0, ...this.all.map((one) => one.number));
		const person = { id, kind, name: this.#distinct(name, kind, team), team, number };
		await this.#write(person);
		await this.#leadIfFirst(person);
		return person;
	}

	async rename(id: string, name: string): Promise<Refused | null> {
		return this.#change(id, (person) => ({
			...person,
			name: this.#distinct(name, person.kind, person.team, id)
		}));
	}

	/** Puts a player into a team, or (null) to those who wait for one. */
	async place(id: string, team: string | null): Promise<Refused | null> {
		const person = this.#people.get(id);
		if (person === undefined) return refused('unknownPerson', { person: id });
		if (person.team === team) return null;
		const obstacle = team === null ? null : this.#noPlace(person.kind, team);
		if (obstacle !== null) return obstacle;
		await this.#leaveTeam(person);
		const placed = { ...person, team, name: this.#distinct(person.name, person.kind, team, id) };
		await this.#write(placed);
		await this.#leadIfFirst(placed);
		return null;
	}

	async remove(id: string): Promise<Refused | null> {
		const person = this.#people.get(id);
		if (person === undefined) return refused('unknownPerson', { person: id });
		await this.#leaveTeam(person);
		await this.#rows.remove('people', id);
		this.#people.delete(id);
		this.#here.delete(id);
		return null;
	}

	/** One more team, the last at the tables. */
	async form(team: FormedTeam): Promise<void> {
		await this.#rows.put('teams', team.id, team);
		this.#formed.set(team.id, team);
	}

	/** The team whose world a facilitator looks at; null: none's. */
	async look(id: string, team: string | null): Promise<Refused | null> {
		if (team !== null && this.team(team) === undefined) return this.#unknownTeam(team);
		return this.#change(id, (person) => ({ ...person, team }));
	}

	async nameLead(team: string, person: string): Promise<Refused | null> {
		if (this.team(team) === undefined) return this.#unknownTeam(team);
		if (this.#people.get(person)?.team !== team) return refused('unknownPerson', { person });
		await this.#setLead(team, person);
		return null;
	}

	/** Closes the door to those who are not in yet, or opens it. */
	async lock(locked: Partial<Locked>): Promise<void> {
		const after = { ...this.#locked, ...locked };
		await this.#rows.put('door', 'door', after);
		this.#locked = after;
	}

	/** Nobody is called anything any more. */
	async eraseNames(): Promise<void> {
		for (const person of this.all) if (person.name !== '') await this.#write({ ...person, name: '' });
	}

	/**
	 * Hands the lead over for a person who leaves their team; `lead` missing: it is asked for, where somebody stays.
	 * To be called before they leave.
	 */
	async handLeadOver(id: string, lead: string | null | undefined): Promise<Refused | null> {
		const person = this.#people.get(id);
		if (person === undefined || person.team === null || !this.isLead(person)) return null;
		const { team } = person;
		const members = this.members(team).flatMap((one) => (one.id === id ? [] : [one.id]));
		if (members.length === 0 || lead === null) return null;
		if (lead === undefined || !members.includes(lead)) return refused('lastLead', { team, members });
		return this.nameLead(team, lead);
	}

	#noPlace(kind: PersonKind, team: string): Refused | null {
		if (this.team(team) === undefined) return this.#unknownTeam(team);
		const isFull = kind === 'player' && this.members(team).length >= SEATS_A_TEAM_MOST;
		return isFull ? refused('teamFull', { team, most: SEATS_A_TEAM_MOST }) : null;
	}

	#unknownTeam(team: string): Refused {
		return refused('unknownTeam', { team, known: this.teams.map(({ id }) => id) });
	}

	async #change(id: string, changed: (person: Person) => Person): Promise<Refused | null> {
		const person = this.#people.get(id);
		if (person === undefined) return refused('unknownPerson', { person: id });
		await this.#write(changed(person));
		return null;
	}

	async #write(person: Person): Promise<void> {
		await this.#rows.put('people', person.id, person);
		this.#people.set(person.id, person);
	}

	async #leaveTeam(person: Person): Promise<void> {
		if (person.team === null || !this.isLead(person)) return;
		await this.#setLead(person.team, null);
	}

	async #leadIfFirst({ id, kind, team }: Person): Promise<void> {
		if (kind === 'player' && team !== null && this.leadOf(team) === null) await this.#setLead(team, id);
	}

	async #setLead(team: string, person: string | null): Promise<void> {
		await this.#rows.put('leads', team, person);
		this.#leads.set(team, person);
	}

	/** Two of one name in a team can be told apart: the second is called "Ana 2". */
	#distinct(name: string, kind: PersonKind, team: string | null, own?: string): string {
		if (name === '') return name;
		const near = this.all.filter((one) => one.id !== own && one.kind === kind && one.team === team);
		const isTaken = (wanted: string) => near.some((one) => one.name.toLowerCase() === wanted.toLowerCase());
		if (!isTaken(name)) return name;
		for (let n = 2; ; n++) {
			const next = `${name.slice(0, NAME_LENGTH_MOST - 4)} ${n}`;
			if (!isTaken(next)) return next;
		}
	}
}

function refused<Code extends RoomRefusal['code']>(
	code: Code,
	params: Extract<RoomRefusal, { code: Code }>['params']
): Refused {
	return { refusal: { code, params } as RoomRefusal };
}
