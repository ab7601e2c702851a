import type { RequestType } from '../protocol/requests.ts';
import { agendaRequests } from './time/agenda-requests.ts';
import { ballotRequests } from './ballots/ballot-requests.ts';
import { botRequests } from './people/bot-requests.ts';
import { chairRequests } from './people/chair-requests.ts';
import { closingRequests } from './time/closing-requests.ts';
import { facilitatorRequests } from './desk/facilitator-requests.ts';
import { hotWashRequests } from './hot-wash/hot-wash-requests.ts';
import { parallelRequests } from './worlds/parallel-requests.ts';
import { planRequests } from './plan/plan-requests.ts';
import { playerRequests } from './rounds/player-requests.ts';
import { readingRequests } from './rounds/reading-requests.ts';
import { preflightRequests } from './desk/preflight-requests.ts';
import { cueRequests } from './plan/cue-requests.ts';
import { outagesRequests } from './summit/outages-requests.ts';
import { summitRequests } from './summit/summit-requests.ts';
import { wifiRequests } from './desk/wifi-requests.ts';
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
