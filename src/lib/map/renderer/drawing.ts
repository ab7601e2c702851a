import type { Container } from 'pixi.js';
import type { Viewport } from '../camera/camera.ts';

/** What fills a place of the renderer: told about size and time, it draws. */
export interface Drawing {
	readonly root: Container;
	/** What lies behind everything. */
	readonly background: number;
	/** Size or density has changed. */
	resize(viewport: Viewport, pixelRatio: number): void;
	/** Before each picture. True while another is wanted. */
	beforePicture(nowMs: number): boolean;
	/** The card has forgotten everything: build again. */
	rebuild(): void;
	/** The graphics context was lost and does not come back: nothing more is drawn. */
	gone(): void;
}
