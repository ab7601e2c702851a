/**
 * Threads: great circles that the update runs along, a line of fixed width that fades towards where it came from.
 * `aAlong` is 0 at the start and 1 at the end; `aSide` is −1 or 1; `aNext` the direction of the line.
 */
export const threadVertex = /* glsl */ `#version 300 es
precision highp float;
in vec2 aPosition;
in vec2 aDirection;
in vec3 aAlongSideStart;
uniform mat3 uProjectionMatrix;
uniform vec3 uCamera;
uniform float uNow;
uniform float uTravelMs;
out float vAlong;
out float vHead;
out float vSide;
out float vLate;
const float HALF_WIDTH = 1.1;
void main() {
	vAlong = aAlongSideStart.x;
	vSide = aAlongSideStart.y * HALF_WIDTH;
	float t = uTravelMs > 0.0 ? (uNow - aAlongSideStart.z) / uTravelMs : 1.0;
	vHead = smoothstep(0.0, 1.0, t);
	vLate = t;
	vec2 across = normalize(vec2(-aDirection.y, aDirection.x)) * vSide;
	vec2 screen = aPosition * uCamera.x + uCamera.yz + across;
	gl_Position = t < 0.0 || t > 4.0
		? vec4(2.0, 2.0, 2.0, 1.0)
		: vec4((uProjectionMatrix * vec3(screen, 1.0)).xy, 0.0, 1.0);
}`;

export const threadFragment = /* glsl */ `#version 300 es
precision highp float;
in float vAlong;
in float vHead;
in float vSide;
in float vLate;
uniform vec4 uInk;
uniform float uDashes;
out vec4 colour;
void main() {
	if (vAlong > vHead) discard;
	if (uDashes > 0.0 && fract(vAlong * uDashes) > 0.6) discard;
	float edge = clamp(1.1 - abs(vSide), 0.0, 1.0);
	float gone = clamp((4.0 - vLate) / 3.0, 0.0, 1.0);
	float alpha = edge * uInk.a * mix(uDashes > 0.0 ? 0.8 : 0.12, 1.0, vAlong) * gone;
	colour = vec4(uInk.rgb * alpha, alpha);
}`;

/** Rings that open once where the update has landed: two circles that widen and fade. */
export const ringVertex = /* glsl */ `#version 300 es
precision highp float;
in vec2 aPosition;
in vec3 aCornerStart;
uniform mat3 uProjectionMatrix;
uniform vec3 uCamera;
uniform float uNow;
uniform float uRingMs;
out vec2 vAt;
out float vAge;
const float RADIUS = 24.0;
void main() {
	vAt = aCornerStart.xy * RADIUS;
	vAge = uRingMs > 0.0 ? (uNow - aCornerStart.z) / uRingMs : 0.5;
	vec2 screen = aPosition * uCamera.x + uCamera.yz + vAt;
	gl_Position = vAge < 0.0 || vAge > 1.0
		? vec4(2.0, 2.0, 2.0, 1.0)
		: vec4((uProjectionMatrix * vec3(screen, 1.0)).xy, 0.0, 1.0);
}`;

export const ringFragment = /* glsl */ `#version 300 es
precision highp float;
in vec2 vAt;
in float vAge;
uniform vec4 uInk;
out vec4 colour;
float circle(float radius, float width) {
	return clamp(width - abs(length(vAt) - radius), 0.0, 1.0);
}
void main() {
	float open = 1.0 - pow(1.0 - vAge, 3.0);
	float inner = circle(3.0 + 7.0 * open, 1.2) * 0.9;
	float outer = circle(3.0 + 19.0 * open, 0.9) * 0.45;
	float alpha = max(inner, outer) * (1.0 - vAge * vAge) * uInk.a;
	colour = vec4(uInk.rgb * alpha, alpha);
}`;
