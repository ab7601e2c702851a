/** Rings that are closed as far as a share says, on a dark disc, with a sign inside: plane, H, or columns. */
export const gaugeVertex = /* glsl */ `#version 300 es
precision highp float;
in vec2 aPosition;
in vec2 aKindShare;
uniform mat3 uProjectionMatrix;
uniform vec3 uCamera;
uniform float uSize;
uniform float uPixelRatio;
flat out float vKind;
flat out float vShare;
void main() {
	vKind = aKindShare.x;
	vShare = aKindShare.y;
	gl_PointSize = uSize * uPixelRatio;
	vec2 screen = aPosition * uCamera.x + uCamera.yz;
	gl_Position = vec4((uProjectionMatrix * vec3(screen, 1.0)).xy, 0.0, 1.0);
}`;

export const gaugeFragment = /* glsl */ `#version 300 es
precision highp float;
flat in float vKind;
flat in float vShare;
uniform float uSize;
uniform float uPixelRatio;
uniform vec3 uInk;
uniform vec3 uGround;
out vec4 colour;

float inside(float distance) {
	return clamp(0.5 - distance * uPixelRatio, 0.0, 1.0);
}
float box(vec2 p, vec2 half_size) {
	vec2 d = abs(p) - half_size;
	return max(d.x, d.y);
}
float plane(vec2 p) {
	float body = box(p - vec2(0.0, 0.02), vec2(0.055, 0.3));
	vec2 w = vec2(abs(p.x), p.y - abs(p.x) * 0.55);
	float wings = box(w - vec2(0.13, -0.05), vec2(0.15, 0.06));
	float tail = box(w - vec2(0.06, 0.2), vec2(0.07, 0.035));
	return min(body, min(wings, tail));
}
float letterH(vec2 p) {
	return min(box(vec2(abs(p.x) - 0.15, p.y), vec2(0.05, 0.22)), box(p, vec2(0.12, 0.045)));
}
float columns(vec2 p) {
	float roof = box(p + vec2(0.0, 0.19), vec2(0.24, 0.045));
	float base = box(p - vec2(0.0, 0.19), vec2(0.24, 0.04));
	float pillars = box(vec2(abs(abs(p.x) - 0.09) - 0.075, p.y), vec2(0.035, 0.16));
	return min(roof, min(base, pillars));
}

void main() {
	vec2 unit = gl_PointCoord - 0.5;
	vec2 p = unit * uSize;
	float r = length(p);
	float outer = uSize * 0.5 - 0.8;
	float disc = inside(r - outer) * 0.86;
	float turn = atan(p.x, -p.y) / 6.2831853;
	turn = turn < 0.0 ? turn + 1.0 : turn;
	float band = max(outer * 0.17, 1.3);
	float ring = inside(abs(r - outer + band * 0.5) - band * 0.5) * step(turn, vShare);
	float rest = inside(abs(r - outer + band * 0.5) - 0.45) * 0.45;
	float sign = 1.0;
	if (vKind < 0.5) sign = plane(unit);
	else if (vKind < 1.5) sign = letterH(unit);
	else if (vKind < 2.5) sign = columns(unit);
	float marker = inside(sign * uSize) * mix(0.45, 1.0, smoothstep(0.35, 0.9, vShare));
	float ink = max(max(ring, rest), marker);
	float alpha = max(disc, ink);
	colour = vec4(mix(uGround * disc, uInk, ink), alpha);
}`;
