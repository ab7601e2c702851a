/** What a caller needs to run a world and observe it; tables and rules have files of their own. */
export { Runner } from './world/advance.ts';
export { createWorld } from './world/create-world.ts';
export { restore, snapshot, type World } from './world/world.ts';
export { observe, Observer } from './observe/observe.ts';
export { stateHash } from './world/hash.ts';
export { seedFromText, type Seed } from './random/hash.ts';
export { settingFault } from './values.ts';
