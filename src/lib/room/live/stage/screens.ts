import * as v from 'valibot';

const side = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20_000));

/** What a big screen's page says of itself. */
export const screenField = v.strictObject({
	/** Of the window, in CSS pixels. */
	width: side,
	height: side,
	isFullScreen: v.boolean(),
	/** Whether a desk of the same room is open in the same browser. */
	isBesideDesk: v.boolean(),
	/** Whether the device has more screens than one; null: the browser does not say. */
	isExtended: v.nullable(v.boolean()),
	/** Whether the screen is kept awake; null: the browser cannot be asked, as on plain http. */
	isKeptAwake: v.nullable(v.boolean())
});
export type ScreenReport = v.InferOutput<typeof screenField>;

/** The big screens of a room, as they report themselves. No longer than the process lives: they report again. */
export class Screens {
	readonly #reports = new Map<string, ScreenReport>();

	report(person: string, report: ScreenReport): void {
		this.#reports.set(person, report);
	}

	/** Of those who are here. */
	of(here: readonly string[]): readonly ScreenReport[] {
		return here.flatMap((person) => this.#reports.get(person) ?? []);
	}
}
