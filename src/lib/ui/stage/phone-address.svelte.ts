import { RoomsApi } from '../../client/network/rooms-api.ts';
import { webNetwork } from '../../client/network/web-network.ts';
import { originsForPhones } from '../live/addresses.ts';

/** Where phones find this server, once for the page; this page's own origin until it is known. */
class PhoneAddress {
	origin = $state<string | null>(null);
	#isAsked = false;

	look(): void {
		if (this.#isAsked) return;
		this.#isAsked = true;
		void originsForPhones(new RoomsApi(webNetwork)).then(([first]) => {
			this.origin = first ?? location.origin;
		});
	}
}

export const phoneAddress = new PhoneAddress();
