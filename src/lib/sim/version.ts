/** Version of the physics. It changes whenever the same scenario, log and seed would give another world. */
export const ENGINE_VERSION = '4';
