import * as v from 'valibot';
import { wifiNameField, wifiPasswordField } from '../../protocol/wifi.ts';
import type { WifiPart } from '../parts.ts';
import type { RoomRows } from '../kept/room-rows.ts';

const rowSchema = v.strictObject({ name: wifiNameField, password: wifiPasswordField });

/** The Wi-Fi that leads to the room, as a facilitator has typed it. Kept beside the log, and never in it. */
export class Wifi {
	readonly #rows: RoomRows;
	#part: WifiPart | null;

	private constructor(rows: RoomRows, part: WifiPart | null) {
		this.#rows = rows;
		this.#part = part;
	}

	static async read(rows: RoomRows): Promise<Wifi> {
		return new Wifi(rows, (await rows.read('wifi', rowSchema)).get('wifi') ?? null);
	}

	/** For those who show how to join; null: nothing is said of it. */
	get whole(): WifiPart | null {
		return this.#part;
	}

	/** For those who have joined already: they are only told where they should be. */
	get named(): WifiPart | null {
		return this.#part === null ? null : { name: this.#part.name, password: null };
	}

	/** @param name empty: nothing is said of it any more */
	async set(name: string, password: string | null): Promise<void> {
		if (name === '') return this.erase();
		await this.#rows.put('wifi', 'wifi', { name, password });
		this.#part = { name, password };
	}

	async erase(): Promise<void> {
		await this.#rows.remove('wifi', 'wifi');
		this.#part = null;
	}
}
