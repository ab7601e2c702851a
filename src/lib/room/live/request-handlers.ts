import type { RequestType } from '../protocol/requests.ts';
import { agendaRequests } from './agenda-requests.ts';
import { ballotRequests } from './ballot-requests.ts';
import { botRequests } from './bot-requests.ts';
import { chairRequests } from './chair-requests.ts';
import { closingRequests } from './closing-requests.ts';
import { facilitatorRequests } from './facilitator-requests.ts';
import { hotWashRequests } from './hot-wash-requests.ts';
import { parallelRequests } from './parallel-requests.ts';
import { planRequests } from './plan-requests.ts';
import { playerRequests } from './player-requests.ts';
import { readingRequests } from './reading-requests.ts';
import { preflightRequests } from './preflight-requests.ts';
import { cueRequests } from './cue-requests.ts';
import { outagesRequests } from './outages-requests.ts';
import { summitRequests } from './summit-requests.ts';
import { wifiRequests } from './wifi-requests.ts';
import type { Handlers } from './handlers.ts';

/** What answers each request. */
export const REQUEST_HANDLERS: Handlers<RequestType> = {
	...playerRequests,
	...facilitatorRequests,
	...parallelRequests,
	...ballotRequests,
	...chairRequests,
	...closingRequests,
	...botRequests,
	...hotWashRequests,
	...planRequests,
	...agendaRequests,
	...preflightRequests,
	...readingRequests,
	...wifiRequests,
	...summitRequests,
	...outagesRequests,
	...cueRequests
};
