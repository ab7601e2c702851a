import { realClock } from '../real-clock.ts';
import { watchDevice } from './device-watch.ts';
import { NetworkConnection } from './network-connection.ts';
import { randomId } from './random-id.ts';
import type { SeatAddress } from './seat-address.ts';
import { webNetwork } from './web-network.ts';

/** A connection of this page to a seat of its own. */
export function connectToSeat(seat: SeatAddress): NetworkConnection {
	return new NetworkConnection(seat, {
		network: webNetwork,
		clock: realClock,
		draw: Math.random,
		makeId: randomId,
		watchDevice
	});
}
