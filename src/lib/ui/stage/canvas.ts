/** Lines of the stage: sizes are set for these and scaled to the screen, so that nothing is under 40 of 1080 lines. */
export const STAGE_LINES = 1080;
/** The narrowest picture that sections are made for: 4:3. */
const NARROWEST = (STAGE_LINES * 4) / 3;

export interface StageCanvas {
	readonly width: number;
	readonly height: number;
	readonly scale: number;
}

/** The picture that fills a place on a screen: 1080 lines high, or higher where the place is narrower than 4:3. */
export function canvasFor(place: { readonly width: number; readonly height: number }): StageCanvas {
	const width = Math.max(NARROWEST, (STAGE_LINES * place.width) / Math.max(1, place.height));
	const scale = place.width / width;
	return { width, height: scale === 0 ? STAGE_LINES : place.height / scale, scale };
}
