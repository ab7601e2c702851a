// The map runs its scenario in a worker and needs no server, so the page is built once and served as a file.
export const prerender = true;
