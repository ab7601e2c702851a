import { AS_EVER } from '../change.ts';
import { catches, everywhereBy, inSectors, ofVendors, policies, type Mechanism } from '../mechanism.ts';

/** A defect of a kind that everybody has studied is found before it ships so much more often (assumed). */
const SEEN_BEFORE = { 'kernel-crash': 0.1, 'slow-response': 0.1 };
/** Minutes that a health signal takes where nobody helps: the model's own value. */
const SIGNAL_MIN = 12;

/** Minutes until counts of crashes from outside are believed (assumed). */
const BELIEVES_MIN = 15;

/** Who learns what, and when. Strengths are assumed. */
export const INFORMATION: Readonly<Record<string, Mechanism>> = {
	'in-incidents': (own) => [
		...inSectors(own, 'repair.communityMin', 1 - 0.4 * Math.min(1.5, own.strictness)),
		// Who knows how others were broken into finds intruders sooner.
		...inSectors(own, 'exposure.containMin', 1 - 0.2 * Math.min(1.5, own.strictness)),
		...catches(own, SEEN_BEFORE)
	],
	'in-telemetry': (own) => [
		...ofVendors(own, 'rollout.telemetryMin', Math.min(1, own.value('minutes') / SIGNAL_MIN)),
		...ofVendors(own, 'rollout.telemetryNoise', 0.6),
		// Its own product's crashes the platform owner sees without that.
		...policies(own, (adoption, vendor) =>
			vendor === own.platformVendor
				? {}
				: { toldMin: own.value('minutes') + BELIEVES_MIN, toldDuty: adoption }
		)
	],
	'in-statement': (own) => [
		...policies(own, (adoption) => ({
			speaksMin: AS_EVER.speaksMin + adoption * Math.min(0, own.value('minutes') - AS_EVER.speaksMin)
		})),
		...everywhereBy(own, 'repair.communityMin', 0.8)
	],
	'go-report': (own) => inSectors(own, 'repair.communityMin', 1 - 0.1 * Math.min(1.5, own.strictness)),
	'go-board': (own) =>
		// What a board publishes is for every vendor.
		catches({ ...own, vendors: new Map(own.everyVendor.map((id) => [id, own.overall])) }, SEEN_BEFORE)
};
