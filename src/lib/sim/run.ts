/** The physics, as the rest of the house uses it. */
export { Runner } from './advance.ts';
export { createWorld, restore, snapshot, type World } from './world.ts';
export { observe, Observer } from './observe.ts';
export { stateHash } from './hash.ts';
export { seedFromText, type Seed } from './random/hash.ts';
export { settingFault } from './values.ts';
