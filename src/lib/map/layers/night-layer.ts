import { Container, Geometry, Mesh, Shader, UniformGroup } from 'pixi.js';
import type { Layer, View } from '../layer.ts';
import { channels, type Palette } from '../palette.ts';
import { project } from '../geo/projection.ts';
import { nightFragment, nightVertex } from '../shaders/night.ts';
import { onSphere, subsolarPoint, type Vector } from '../geo/sun.ts';

const LNG_STEPS = 120;
const LAT_STEPS = 60;
/** Longitude in the middle of the map. */
const MIDDLE_LNG = 11;
/** Just inside the seam. */
const EDGE = 179.9999;

/** Night over land and sea: a net of places on the globe, which a shader darkens by the height of the sun. */
export class NightLayer implements Layer {
	readonly container = new Container();
	readonly #uniforms;
	readonly #mesh: Mesh<Geometry, Shader>;

	constructor(palette: Palette) {
		this.#uniforms = new UniformGroup({
			uCamera: { value: new Float32Array(3), type: 'vec3<f32>' },
			uSun: { value: new Float32Array(3), type: 'vec3<f32>' },
			uSunEast: { value: new Float32Array(3), type: 'vec3<f32>' },
			uSunNorth: { value: new Float32Array(3), type: 'vec3<f32>' },
			uNight: {
				value: Float32Array.from([...channels(palette.night), palette.nightStep]),
				type: 'vec4<f32>'
			},
			uTerminator: { value: Float32Array.from([...channels(palette.terminator), 0.5]), type: 'vec4<f32>' },
			uLineWidth: { value: 1, type: 'f32' }
		});
		const shader = Shader.from({
			gl: { vertex: nightVertex, fragment: nightFragment },
			resources: { night: this.#uniforms }
		});
		this.#mesh = new Mesh({ geometry: net(), shader });
		this.container.addChild(this.#mesh);
	}

	/** @param minuteSince2000 minutes since 2000-01-01T00:00Z */
	setTime(minuteSince2000: number): void {
		const [lng, lat] = subsolarPoint(minuteSince2000);
		const { uniforms } = this.#uniforms;
		set(uniforms.uSun, onSphere(lng, lat));
		set(uniforms.uSunEast, onSphere(lng + 90, 0));
		set(uniforms.uSunNorth, onSphere(lng, lat + 90));
	}

	look({ camera, viewport, pixelRatio }: View): void {
		const { uniforms } = this.#uniforms;
		uniforms.uCamera[0] = camera.scale;
		uniforms.uCamera[1] = viewport.width / 2 - camera.x * camera.scale;
		uniforms.uCamera[2] = viewport.height / 2 - camera.y * camera.scale;
		uniforms.uLineWidth = pixelRatio;
	}

	destroy(): void {
		const { geometry, shader } = this.#mesh;
		this.container.destroy({ children: true });
		geometry.destroy(true);
		shader?.destroy();
	}
}

function set(uniform: Float32Array, vector: Vector): void {
	uniform.set(vector);
}

function net(): Geometry {
	const positions: number[] = [];
	const places: number[] = [];
	const indices: number[] = [];
	for (let row = 0; row <= LAT_STEPS; row++) {
		for (let column = 0; column <= LNG_STEPS; column++) {
			const lat = 90 - (row * 180) / LAT_STEPS;
			const lng = MIDDLE_LNG + EDGE * ((2 * column) / LNG_STEPS - 1);
			positions.push(...project(lng, lat));
			places.push(...onSphere(lng, lat));
			if (row === LAT_STEPS || column === LNG_STEPS) continue;
			const at = row * (LNG_STEPS + 1) + column;
			const below = at + LNG_STEPS + 1;
			indices.push(at, at + 1, below, below, at + 1, below + 1);
		}
	}
	return new Geometry({
		attributes: {
			aPosition: { buffer: Float32Array.from(positions), format: 'float32x2' },
			aPlace: { buffer: Float32Array.from(places), format: 'float32x3' }
		},
		indexBuffer: Uint32Array.from(indices)
	});
}
