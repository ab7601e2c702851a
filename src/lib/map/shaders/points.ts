import { MARKERS } from '../../sim/observe/map/map-markers.ts';

const index = (marker: (typeof MARKERS)[number]) => MARKERS.indexOf(marker);

/**
 * A point finds its marker by comparing its rank with the shares of its map cell, in the frame before and the one now, mixed:
 * either of them may be the first.
 * It is drawn only in the pass that its marker belongs to.
 */
export const pointsVertex = /* glsl */ `#version 300 es
precision highp float;
precision highp int;
precision highp usampler2D;
in vec2 aPosition;
in float aCell;
in float aRank;
uniform mat3 uProjectionMatrix;
uniform vec3 uCamera;
uniform float uMix;
uniform float uPixelRatio;
uniform float uDotScale;
uniform vec2 uMarkers;
uniform float uGlow;
uniform float uSizes[${MARKERS.length}];
uniform usampler2D uFirst;
uniform usampler2D uSecond;
uniform sampler2D uShown;
flat out int vMarker;
out float vSize;

float share(uvec4 row, int marker) {
	uint word = row[marker >> 1];
	return float((marker & 1) == 0 ? word & 0xffffu : word >> 16);
}

void main() {
	int at = int(aCell);
	int width = textureSize(uFirst, 0).x;
	ivec2 texel = ivec2(at % width, at / width);
	uvec4 first = texelFetch(uFirst, texel, 0);
	uvec4 second = texelFetch(uSecond, texel, 0);
	int marker = ${MARKERS.length - 1};
	for (int i = ${MARKERS.length - 2}; i >= 0; i--) {
		if (aRank < mix(share(first, i), share(second, i), uMix)) marker = i;
	}
	bool shown = texelFetch(uShown, texel, 0).r > 0.5;
	bool here = float(marker) >= uMarkers.x && float(marker) <= uMarkers.y;
	vMarker = marker;
	vSize = uSizes[marker] * uDotScale * uPixelRatio;
	if (uGlow > 0.0) vSize = uGlow * uDotScale * uPixelRatio;
	gl_PointSize = vSize + 1.0;
	vec2 screen = aPosition * uCamera.x + uCamera.yz;
	gl_Position = shown && here
		? vec4((uProjectionMatrix * vec3(screen, 1.0)).xy, 0.0, 1.0)
		: vec4(2.0, 2.0, 2.0, 1.0);
	if (!shown || !here) gl_PointSize = 0.0;
}`;

/** Each marker has a shape of its own: state is never told by colour alone. */
export const pointsFragment = /* glsl */ `#version 300 es
precision highp float;
precision highp int;
flat in int vMarker;
in float vSize;
uniform vec4 uColours[${MARKERS.length}];
uniform float uGlow;
uniform float uGlowStrength;
uniform float uPixelRatio;
out vec4 colour;

float inside(float distance) {
	return clamp(0.5 - distance, 0.0, 1.0);
}

void main() {
	vec2 p = (gl_PointCoord - 0.5) * (vSize + 1.0);
	float r = vSize * 0.5;
	vec4 ink = uColours[vMarker];
	if (uGlow > 0.0) {
		float fall = clamp(1.0 - length(p) / r, 0.0, 1.0);
		float light = fall * fall * uGlowStrength;
		colour = vec4(ink.rgb * light, 0.0);
		return;
	}
	vec2 a = abs(p);
	float box = max(a.x, a.y);
	float thin = max(vSize * 0.11, 0.5 * uPixelRatio * 0.9);
	float cover;
	if (vMarker == ${index('crashed')}) cover = inside(box - r);
	else if (vMarker == ${index('repairing')}) {
		float lower = step(0.0, p.y);
		cover = inside(box - r) * max(lower, 1.0 - inside(box - r + 2.0 * thin));
	}
	else if (vMarker == ${index('unprotected')}) cover = inside(abs(length(p) - r + thin) - thin);
	else if (vMarker == ${index('recovered')}) cover = inside(min(a.x, a.y) - thin) * inside(box - r);
	else if (vMarker == ${index('compromised')}) {
		vec2 d = vec2(abs(p.x + p.y), abs(p.x - p.y)) * 0.70710678;
		cover = inside(min(d.x, d.y) - thin) * inside(max(d.x, d.y) - r);
	}
	else cover = inside(length(p) - r);
	float alpha = cover * ink.a;
	if (alpha < 0.004) discard;
	colour = vec4(ink.rgb * alpha, alpha);
}`;
