import type { Container, Renderer } from 'pixi.js';
import type { Camera, Viewport } from './camera/camera.ts';

/** How the picture is cut: what is looked at, how large, and device pixels for a CSS pixel. */
export interface View {
	readonly camera: Camera;
	readonly viewport: Viewport;
	readonly pixelRatio: number;
}

/** One thing that is drawn. Layers know the plane and the counts; none knows another. */
export interface Layer {
	readonly container: Container;
	/** The picture was moved or resized. */
	look(view: View, renderer: Renderer): void;
	/** Takes in its next part; true while there are others. A layer without parts is whole from the start. */
	enter?(): boolean;
	/** Moves what moves by itself. True while it wants another picture. */
	animate?(nowMs: number): boolean;
	destroy(): void;
}
