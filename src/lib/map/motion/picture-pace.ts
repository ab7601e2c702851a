import { RendererType, type Renderer, type WebGLRenderer } from 'pixi.js';
import { breathe } from '../points/slices.ts';

/** Frames of the page that are its own after an input: the one with the answer, and the one in which it is seen. */
const FRAMES_FOR_INPUT = 2;
/** A card that says nothing for so long is not waited for. */
const PATIENCE_MS = 1000;

/** What draws: later than the script that asks for it, and on a machine without a card much later. */
export interface GraphicsCard {
	/** Marks what has been asked for by now. Returns whether all of that has been drawn. */
	mark(): () => boolean;
}

/**
 * When to ask for the next picture. Not while the last one is still being drawn: pictures that queue up would hold up
 * all others of the page, and an answer to a hand is one of those. And not before such an answer.
 */
export class PicturePace {
	readonly #card: GraphicsCard | null;
	#isDrawn = () => true;
	#askedAtMs = 0;
	#framesForInput = 0;
	#hasGivenWay = false;

	/** @param card null: what a script asks for is drawn at once */
	constructor(card: GraphicsCard | null) {
		this.#card = card;
	}

	/** A hand wants an answer. One that stays on a key is given way once between two pictures. */
	giveWay(): void {
		if (this.#hasGivenWay) return;
		this.#hasGivenWay = true;
		this.#framesForInput = FRAMES_FOR_INPUT;
	}

	/** In each frame of the page while a picture is wanted: whether to ask for it now. */
	isTime(nowMs: number): boolean {
		if (this.#framesForInput > 0) {
			this.#framesForInput--;
			return false;
		}
		return this.#isDrawn() || nowMs - this.#askedAtMs > PATIENCE_MS;
	}

	/** A picture has been asked for. */
	asked(nowMs: number): void {
		this.#isDrawn = this.#card?.mark() ?? this.#isDrawn;
		this.#askedAtMs = nowMs;
		this.#hasGivenWay = false;
	}
}

/** Waits until all that has been asked for is drawn: asking for more would hold up the page for as long. */
export async function untilDrawn(
	card: GraphicsCard | null,
	nowMs: () => number = () => performance.now()
): Promise<void> {
	const isDrawn = card?.mark() ?? (() => true);
	const until = nowMs() + PATIENCE_MS;
	do await breathe();
	while (!isDrawn() && nowMs() < until);
}

/** Where WebGL draws: told by a fence behind what was asked for. */
export function cardOf(renderer: Renderer): GraphicsCard | null {
	if (renderer.type !== RendererType.WEBGL) return null;
	const { gl } = renderer as WebGLRenderer;
	if (!('fenceSync' in gl)) return null;
	return {
		mark() {
			const fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
			// A card that was lost has no fences, and nothing to wait for.
			let isDrawn = fence === null;
			return () => {
				if (!isDrawn && gl.clientWaitSync(fence!, 0, 0) !== gl.TIMEOUT_EXPIRED) {
					gl.deleteSync(fence);
					isDrawn = true;
				}
				return isDrawn;
			};
		}
	};
}
