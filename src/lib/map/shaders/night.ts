/** Four steps of darkness where the sun is below 0, −6, −12 and −18 degrees, and a dotted line where it rises and sets. */
export const nightVertex = /* glsl */ `#version 300 es
precision highp float;
in vec2 aPosition;
in vec3 aPlace;
uniform mat3 uProjectionMatrix;
uniform vec3 uCamera;
out vec3 vPlace;
void main() {
	vPlace = aPlace;
	vec2 screen = aPosition * uCamera.x + uCamera.yz;
	gl_Position = vec4((uProjectionMatrix * vec3(screen, 1.0)).xy, 0.0, 1.0);
}`;

export const nightFragment = /* glsl */ `#version 300 es
precision highp float;
in vec3 vPlace;
uniform vec3 uSun;
uniform vec3 uSunEast;
uniform vec3 uSunNorth;
uniform vec4 uNight;
uniform vec4 uTerminator;
uniform float uLineWidth;
out vec4 colour;
void main() {
	vec3 place = normalize(vPlace);
	float height = degrees(asin(clamp(dot(place, uSun), -1.0, 1.0)));
	float soft = max(fwidth(height), 1e-4);
	float steps = 0.0;
	for (int i = 0; i < 4; i++) steps += 1.0 - smoothstep(-soft, soft, height + 6.0 * float(i));
	float dark = 1.0 - pow(1.0 - uNight.a, steps);
	colour = vec4(uNight.rgb * dark, dark);

	float around = degrees(atan(dot(place, uSunNorth), dot(place, uSunEast)));
	float dash = step(fract(around * 0.8), 0.3);
	float line = (1.0 - smoothstep(0.35, 0.85, abs(height) / soft / uLineWidth)) * dash * uTerminator.a;
	colour = vec4(uTerminator.rgb * line, line) + colour * (1.0 - line);
}`;
