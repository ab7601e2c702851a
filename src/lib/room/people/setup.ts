import * as v from 'valibot';
import { idField, minuteField, seedField, titleField } from '../../exercise/log/fields.ts';
import { BOT_PROFILES, SIGNALS, WAYS } from '../../exercise/log/events.ts';
import { LIMITS } from '../../exercise/log/limits.ts';

export const TEAMS_MOST = 12;

/** What a facilitator chooses when a room is opened. */
export const roomSetupSchema = v.strictObject({
	scenarioId: idField,
	cut: idField,
	/** One world that all teams share, or one for each; `shared` where it is not said. */
	ways: v.optional(v.picklist(WAYS)),
	seed: seedField,
	/** How well the vendor sees; left out: as the scenario has it. */
	signal: v.exactOptional(v.picklist(SIGNALS)),
	/** Until when the vendor is held to the record; left out: it is not. */
	heldUntilMin: v.exactOptional(minuteField),
	teams: v.pipe(
		v.array(
			v.strictObject({
				id: idField,
				name: titleField,
				roles: v.pipe(v.array(idField), v.minLength(1), v.maxLength(LIMITS.addressees))
			})
		),
		v.minLength(1),
		v.maxLength(TEAMS_MOST)
	),
	/** How bots play, by role; `record` where a role is not named. */
	bots: v.record(idField, v.picklist(BOT_PROFILES))
});
export type RoomSetup = v.InferOutput<typeof roomSetupSchema>;
