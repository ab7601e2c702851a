import { registerHooks } from 'node:module';

/** A fault that is put into the source on purpose, to see that simulated rooms find it. */
export interface Bug {
	readonly name: string;
	/** From `src/lib`. */
	readonly file: string;
	readonly from: string;
	readonly to: string;
}

export const BUGS: readonly Bug[] = [
	{
		name: 'acknowledges before it appends',
		file: 'room/room.ts',
		from: 'await this.#parts.append({ expectedVersion: this.#events.length, fresh, events, state });',
		to: 'void this.#parts.append({ expectedVersion: this.#events.length, fresh, events, state }).catch(() => {});'
	},
	{
		name: 'takes an append that failed for done',
		file: 'room/room.ts',
		from: 'expectedVersion: this.#events.length, fresh, events, state });',
		to: 'expectedVersion: this.#events.length, fresh, events, state }).catch(() => {});'
	},
	{
		name: 'keeps half of what failed',
		file: 'server/stores/transaction.ts',
		from: "if (database.isTransaction) database.exec('ROLLBACK');",
		to: "if (database.isTransaction) database.exec('COMMIT');"
	},
	{
		name: 'forgets whose a kind of event is',
		file: 'exercise/project/sight.ts',
		from: "return author.kind === 'evaluator' ? sight.staff : author.seat === sight.seat;",
		to: 'return true;'
	},
	{
		name: 'shows a team’s pad to who looks over its shoulder',
		file: 'room/feed/audience-key.ts',
		from: 'filter(([key]) => !MEMBERS_ONLY.includes(key))',
		to: 'filter(() => true)'
	},
	{
		name: 'applies a ballot twice',
		file: 'room/live/ballots/ballots.ts',
		from: 'votes.filter((vote) => vote === place).length)',
		to: '[...votes, votes.find((vote) => vote !== undefined)].filter((vote) => vote === place).length)'
	},
	{
		name: 'takes votes after closing',
		file: 'room/live/ballots/ballot-requests.ts',
		from: "if (shown?.id !== ballot || shown.state !== 'open') return refused('voteClosed', {});",
		to: "if (shown?.id !== ballot) return refused('voteClosed', {});"
	},
	{
		name: 'keeps a vote in memory alone',
		file: 'room/live/ballots/ballots.ts',
		from: "await this.#rows.put('votes', this.#voteKey(person), vote);",
		to: ''
	},
	{
		name: 'forgets which votes were taken',
		file: 'room/live/ballots/ballots.ts',
		from: 'if (isOfShown && this.#votes.get(person)?.request === request) return true;',
		to: 'return false;'
	},
	{
		name: 'accepts a stale step',
		file: 'room/live/desk/facilitator-requests.ts',
		from: 'if (!isSamePlace(from, moveFrom(live.exercise.room.state)))',
		to: 'if (from === undefined)'
	},
	{
		name: 'does a request again that was sent again',
		file: 'room/live/answered.ts',
		from: 'if (before !== undefined) return before.answer;',
		to: ''
	},
	{
		name: 'leaves out a change for who comes back',
		file: 'room/feed/feed.ts',
		from: 'part.revision > revision)',
		to: 'part.revision > revision + 1)'
	},
	{
		name: 'takes a cursor of before a restart for one of its own',
		file: 'server/rooms/room-feeds.ts',
		from: 'if (epoch !== this.#epoch || ',
		to: 'if ('
	},
	{
		name: 'patches what was told before the last time',
		file: 'room/feed/told-feed.ts',
		from: 'else this.#values.set(part, parts[part]);',
		to: 'else if (!this.#values.has(part)) this.#values.set(part, parts[part]);'
	},
	{
		name: 'goes on telling who was moved of the old team',
		file: 'server/rooms/served-room.ts',
		from: '		this.#pages.place(person, feeds);\n		this.#pages.anew',
		to: '		this.#pages.anew'
	},
	{
		name: 'does not tell who was removed',
		file: 'server/rooms/room-pages.ts',
		from: '			page.gone(why);\n',
		to: ''
	},
	{
		name: 'takes for away who came back while the room was opened again',
		file: 'server/rooms/room-pages.ts',
		from: '			followed.stay?.();\n			followed.stay = null;\n			this.anew',
		to: '			this.anew'
	},
	{
		name: 'gives up a room that could not be opened once',
		file: 'server/rooms/served-room.ts',
		from: '		this.#opened = null;\n		this.#brokenUntilMs',
		to: '		this.#brokenUntilMs'
	}
];

const LIB = new URL('../../../lib/', import.meta.url);

/** The module that a bug is in. */
export const moduleOf = ({ file }: Bug): URL => new URL(file, LIB);

/** A module with a bug in it. @throws Error where its source is not as it was */
export function withBug({ name, file, from, to }: Bug, source: string): string {
	if (source.split(from).length !== 2) throw new Error(`"${name}" finds no place of its own in ${file}`);
	return source.replace(from, () => to);
}

/** Puts a bug into what this thread reads from now on. @throws Error where the source is not as it was */
export function plant(bug: Bug): void {
	const target = moduleOf(bug).href;
	registerHooks({
		load(url, context, nextLoad) {
			const loaded = nextLoad(url, context);
			return url === target ? { ...loaded, source: withBug(bug, String(loaded.source)) } : loaded;
		}
	});
}
