import { Container, Particle, ParticleContainer, Texture } from 'pixi.js';
import { MARKERS } from '../../sim/observe/map/map-markers.ts';
import { MapView } from '../map-view.ts';
import { readPalette } from '../palette.ts';
import { placePoints } from '../points/points.ts';
import { markerAt } from '../../sim/observe/map/map-shares.ts';
import { openMapRenderer } from '../renderer/open-renderer.ts';
import { benchFrame, benchWorld } from './bench-world.ts';

/** What the bench asks of this page, from outside. */
export interface MapBench {
	/** Script time of each picture, and of all that comes before the first whole one, in ms; what each snapshot uploaded. */
	run(
		points: number,
		pictures: number
	): Promise<{ setUpMs: number; pictureMs: number[]; uploadBytes: number }>;
	/** The same counts shown by Pixi's ParticleContainer: script time of each picture in ms. */
	particles(points: number, pictures: number): Promise<number[]>;
	/** Shows so many snapshots, one after another, and leaves the map standing. */
	play(points: number, snapshots: number): Promise<void>;
}

const HOSTS_PER_POINT = 500;
/** Frames are made beforehand: a worker makes them in play. */
const FRAMES = 12;
/** So close that every point there is has split off. */
const CLOSE = 40;
const host = document.getElementById('host')!;
const nextPicture = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** A quarter of all points makes the world view; after two splits all are drawn. */
function worldOf(points: number) {
	return { world: benchWorld(points * HOSTS_PER_POINT), leastPoints: points / 4 };
}

async function open(points: number, close: boolean) {
	const renderer = await openMapRenderer();
	const { world, leastPoints } = worldOf(points);
	const frames = Array.from({ length: FRAMES }, (_, i) => benchFrame(world, i));
	const began = performance.now();
	const view = new MapView(
		renderer,
		host,
		world,
		{ moved() {}, gone() {} },
		{ releasedAt: null, leastPoints }
	);
	view.show(frames[0]!, 0);
	let setUpMs = performance.now() - began;
	while (!view.isWhole) {
		const before = renderer.pictures;
		await nextPicture();
		if (renderer.pictures > before) setUpMs += renderer.lastScriptMs;
	}
	if (close) view.zoomBy(CLOSE);
	await nextPicture();
	return { renderer, view, frames, setUpMs };
}

const bench: MapBench = {
	async run(points, pictures) {
		const { renderer, view, frames, setUpMs } = await open(points, true);
		const pictureMs: number[] = [];
		for (let i = 0; i < pictures; i++) {
			const before = renderer.pictures;
			const began = performance.now();
			// The first is shown already: for what does not change there is no picture.
			view.show(frames[(i + 1) % FRAMES]!, 0);
			const showMs = performance.now() - began;
			while (renderer.pictures === before) await nextPicture();
			pictureMs.push(showMs + renderer.lastScriptMs);
		}
		const { uploadBytes } = view;
		view.close();
		return { setUpMs, pictureMs, uploadBytes };
	},

	async particles(points, pictures) {
		const renderer = await openMapRenderer();
		const { world, leastPoints } = worldOf(points);
		const { positions, cell, rank, count } = placePoints(world, leastPoints);
		const frames = Array.from({ length: FRAMES }, (_, i) => benchFrame(world, i));
		const palette = readPalette(host);
		const tints = MARKERS.map((marker) => palette.markers[marker]);
		const container = new ParticleContainer({ dynamicProperties: { color: true, position: false } });
		const particles = Array.from({ length: count }, (_, i) => {
			const [x, y] = [positions[i * 2]! * 0.32, positions[i * 2 + 1]! * 0.32];
			return new Particle({ texture: Texture.WHITE, x, y, scaleX: 2, scaleY: 2 });
		});
		for (const particle of particles) container.particleChildren.push(particle);
		container.update();
		const root = new Container();
		root.addChild(container);
		const pictureMs: number[] = [];
		for (let i = 0; i < pictures; i++) {
			await nextPicture();
			const began = performance.now();
			const { shares } = frames[i % FRAMES]!;
			for (let p = 0; p < count; p++) particles[p]!.tint = tints[markerAt(shares, cell[p]!, rank[p]!)]!;
			renderer.renderer.render({ container: root });
			pictureMs.push(performance.now() - began);
		}
		root.destroy({ children: true });
		return pictureMs;
	},

	async play(points, snapshots) {
		const { renderer, view, frames } = await open(points, false);
		for (let i = 0; i < snapshots; i++) {
			const before = renderer.pictures;
			view.show({ ...frames[(i + 1) % FRAMES]!, minute: i + 1 }, 0);
			while (renderer.pictures === before) await nextPicture();
		}
	}
};

(window as unknown as { bench: MapBench }).bench = bench;
