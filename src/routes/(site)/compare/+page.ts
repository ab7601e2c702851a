// The page runs the exercise in a worker and needs no server, so it is built once and served as a file.
export const prerender = true;
