import * as v from 'valibot';
import { OUTAGE_MONTHS } from '../log/events.ts';
import { FACILITATORS, summitRule } from './rule.ts';

/** Says after how many months the next outages come; also once the summit is over: what was agreed stays as it is. */
export const chooseMonths = summitRule({
	type: 'chooseMonths',
	payload: v.strictObject({ months: v.picklist(OUTAGE_MONTHS) }),
	senders: FACILITATORS,
	steps: null,
	decide: (_room, { months }) => ({ events: [{ type: 'monthsChosen', months }] })
});
