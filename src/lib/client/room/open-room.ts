import * as v from 'valibot';
import { SIGNALS, type Signal } from '../../exercise/log/events.ts';
import { OFFERED_BOTS, type BotProfile } from '../../room/facts/scenario-summary.ts';

/** What a page may ask its run library to open. */

export interface NewRun {
	readonly scenarioId: string;
	/** Id of a role, or TABLE. */
	readonly role: string;
	/** Id of one of the scenario's cuts. */
	readonly cut: string;
	readonly seed: string;
	/** By role; `record` where a role is not named. */
	readonly bots: Readonly<Record<string, BotProfile>>;
	/** How well the vendor sees; left out: as the scenario has it. */
	readonly signal?: Signal;
}

export type OpenRoom =
	| { readonly kind: 'new'; readonly run: NewRun }
	/** A run kept on this device, where it was left. */
	| { readonly kind: 'kept'; readonly runId: string }
	/** A run that this page had open, where it was kept last: only while no other tab has taken it over. */
	| { readonly kind: 'resume'; readonly runId: string; readonly writer: string }
	/** A new run with the same past up to the beginning of a round; `seed` null: the same. */
	| { readonly kind: 'fork'; readonly runId: string; readonly round: number; readonly seed: string | null }
	/** A new run with the same past up to a minute, at which a round is open; up to 0: with the same preparation. */
	| { readonly kind: 'forkAt'; readonly runId: string; readonly atMin: number }
	/** A kept run's choices of scenario, role, length and bots, from its start; `seed` null: the same. */
	| { readonly kind: 'again'; readonly runId: string; readonly seed: string | null }
	| { readonly kind: 'log'; readonly name: string; readonly text: string };

const text = v.string();
const seed = v.nullable(text);
const round = v.pipe(v.number(), v.integer(), v.minValue(1));
const bots = v.record(text, v.picklist(OFFERED_BOTS));
const signal = v.exactOptional(v.picklist(SIGNALS));
const newRun = v.strictObject({ scenarioId: text, role: text, cut: text, seed: text, bots, signal });

export const openRoomSchema: v.GenericSchema<OpenRoom> = v.variant('kind', [
	v.strictObject({ kind: v.literal('new'), run: newRun }),
	v.strictObject({ kind: v.literal('kept'), runId: text }),
	v.strictObject({ kind: v.literal('resume'), runId: text, writer: text }),
	v.strictObject({ kind: v.literal('fork'), runId: text, round, seed }),
	v.strictObject({ kind: v.literal('forkAt'), runId: text, atMin: v.pipe(v.number(), v.integer()) }),
	v.strictObject({ kind: v.literal('again'), runId: text, seed }),
	v.strictObject({ kind: v.literal('log'), name: text, text })
]);
