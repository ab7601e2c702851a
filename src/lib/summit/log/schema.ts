import * as v from 'valibot';
import { idField, tokenField } from '../../exercise/log/fields.ts';
import { COMMON_OUTCOMES, PRIVATE_OUTCOMES } from '../../scenario/schema/summit.ts';
import { PLEDGES } from '../accord/accord.ts';
import { weightField } from '../commands/audience.ts';
import { editsField, partiesField, placeField, reasonField } from '../commands/fields.ts';
import { ENDS, STEPS } from '../negotiation/chart.ts';
import {
	ANSWERS,
	ASKED,
	OUTAGE_MONTHS,
	OVERTAKEN,
	TRUST_CAUSES,
	type SummitEvent,
	type SummitEventType
} from './events.ts';

/** What each event of a summit looks like in a log that may come from anywhere. */

const COUNT_MOST = 1000;
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(COUNT_MOST));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const stepOfTrust = v.pipe(v.number(), v.minValue(-1), v.maxValue(1));
const ids = v.pipe(v.array(idField), v.maxLength(COUNT_MOST));
const vote = v.picklist(['yes', 'no']);
const trust = v.record(idField, v.record(idField, share));
const because = reasonField;
const outcomes = v.picklist([...COMMON_OUTCOMES, ...PRIVATE_OUTCOMES, 'money']);

const missing = v.variant('kind', [
	v.strictObject({ kind: v.literal('votes'), atLeast: count, yes: count }),
	v.strictObject({ kind: v.literal('group'), of: ids, atLeast: count, yes: count }),
	v.strictObject({ kind: v.literal('law'), limit: idField }),
	v.strictObject({ kind: v.literal('unsound'), measure: idField, other: idField })
]);
const result = v.strictObject({
	end: v.picklist(ENDS),
	signatories: ids,
	measures: ids,
	imposed: ids,
	limits: ids,
	missing: v.pipe(v.array(missing), v.maxLength(COUNT_MOST)),
	audience: v.exactOptional(v.strictObject({ vote, weight: weightField }))
});
const shown = v.strictObject({ conduct: idField, of: idField, with: ids, moves: stepOfTrust });

const SCHEMAS = {
	summitOpened: {
		chairs: v.record(idField, v.picklist(['person', 'bot'])),
		teams: v.exactOptional(v.record(idField, idField)),
		rounds: v.nullable(v.pipe(count, v.minValue(1))),
		shown: v.pipe(v.array(shown), v.maxLength(COUNT_MOST)),
		trustAtFirst: trust,
		trust
	},
	chairGiven: { party: idField, team: v.nullable(idField) },
	audienceWeighed: { weight: weightField },
	monthsChosen: { months: v.picklist(OUTAGE_MONTHS) },
	audienceHeard: {
		ballot: idField,
		asked: v.picklist(ASKED),
		choice: v.nullable(idField),
		weight: weightField
	},
	stepUndone: { of: tokenField },
	statementMade: {
		party: idField,
		interests: v.pipe(v.array(outcomes), v.maxLength(3)),
		redLine: placeField,
		offer: placeField
	},
	stepEntered: { step: v.picklist(STEPS), round: count },
	paused: {},
	resumed: {},
	caucusOpened: { members: partiesField },
	textChanged: { by: idField, edits: editsField, through: v.nullable(tokenField) },
	amendmentMoved: {
		amendment: tokenField,
		by: idField,
		edits: editsField,
		to: v.nullable(partiesField)
	},
	amendmentOvertaken: {
		amendment: tokenField,
		by: idField,
		because: v.picklist(OVERTAKEN),
		measure: v.nullable(idField)
	},
	answered: { amendment: tokenField, party: idField, answer: v.picklist(ANSWERS), because },
	disclosed: { amendment: tokenField, by: idField },
	pledged: { by: idField, to: idField, promises: v.picklist(PLEDGES), measure: v.nullable(idField) },
	stanceTaken: { party: idField, isContent: v.boolean(), because },
	leant: { party: idField, lean: vote, unless: v.nullable(editsField) },
	voted: { party: idField, vote },
	trustMoved: { who: idField, whom: idField, step: stepOfTrust, because: v.picklist(TRUST_CAUSES) },
	ballotClosed: { result }
} satisfies Record<SummitEventType, v.ObjectEntries>;

/** Every kind of event there is. */
export const SUMMIT_EVENT_TYPES = Object.keys(SCHEMAS) as SummitEventType[];

/** An event as a log has it, or null where it is none. */
export function readSummitEvent(raw: { readonly type: string }): SummitEvent | null {
	if (!Object.hasOwn(SCHEMAS, raw.type)) return null;
	const entries = SCHEMAS[raw.type as SummitEventType];
	const read = v.safeParse(v.strictObject({ type: v.literal(raw.type), ...entries }), raw);
	return read.success ? (read.output as SummitEvent) : null;
}
