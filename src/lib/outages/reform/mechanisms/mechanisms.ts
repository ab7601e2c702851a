import type { Mechanism } from '../mechanism.ts';
import { DEPLOYMENT } from './deployment.ts';
import { INFORMATION } from './information.ts';
import { MARKET } from './market.ts';
import { PRIVILEGE } from './privilege.ts';
import { RECOVERY } from './recovery.ts';

/** What each measure changes in the model, by its id. */
export const MECHANISMS: Readonly<Record<string, Mechanism>> = {
	...DEPLOYMENT,
	...PRIVILEGE,
	...RECOVERY,
	...INFORMATION,
	...MARKET
};

/** Measures that change how well others are kept, and nothing by themselves: see the compliance in adoption.ts. */
export const THROUGH_COMPLIANCE: readonly string[] = ['te-cert', 'go-audit', 'ma-liability', 'ma-insurance'];

/** Whether the model has a way for a measure to act; one without is not tested, and gets no figure. */
export function isTested(measure: string): boolean {
	return Object.hasOwn(MECHANISMS, measure) || THROUGH_COMPLIANCE.includes(measure);
}
