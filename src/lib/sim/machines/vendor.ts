import { setup } from 'xstate';
import { type Named } from './named.ts';

export type VendorEvent = Named<
	'REPORTS_SEEN' | 'STOP_SHIPPING' | 'FIND_FIX' | 'OFFER_FIX' | 'OFFER_AUTOMATED_FIX' | 'ALL_CLEAR'
>;

/** `fixOnOffer`: customers can get a way back from the vendor. */
export type VendorTag = 'fixOnOffer';

/**
 * How far the vendor has come with its own incident. What it says about it is another machine (`statement.ts`):
 * a vendor can know and stay silent.
 *
 * A fix may be found while the release still ships, and shipping may be stopped after that: the stage is kept and the
 * rollout halts. Reports that come to nothing end in `ALL_CLEAR`, back to quiet.
 */
export const vendorMachine = setup({
	types: {} as { events: VendorEvent; tags: VendorTag }
}).createMachine({
	id: 'vendor',
	initial: 'quiet',
	states: {
		quiet: { on: { REPORTS_SEEN: 'investigating', STOP_SHIPPING: 'halted' } },
		investigating: { on: { STOP_SHIPPING: 'halted', FIND_FIX: 'fixFound', ALL_CLEAR: 'quiet' } },
		halted: { on: { FIND_FIX: 'fixFound' } },
		fixFound: {
			on: {
				STOP_SHIPPING: 'fixFound',
				OFFER_FIX: 'fixOffered',
				OFFER_AUTOMATED_FIX: 'automatedFixOffered'
			}
		},
		fixOffered: {
			tags: ['fixOnOffer'],
			on: {
				STOP_SHIPPING: 'fixOffered',
				OFFER_AUTOMATED_FIX: 'automatedFixOffered',
				ALL_CLEAR: 'recovered'
			}
		},
		automatedFixOffered: {
			tags: ['fixOnOffer'],
			on: { STOP_SHIPPING: 'automatedFixOffered', ALL_CLEAR: 'recovered' }
		},
		recovered: { tags: ['fixOnOffer'], on: { REPORTS_SEEN: 'investigating' } }
	}
});
