import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Kinds of file systems by the number that Linux gives them (statfs(2)): what other machines have at the same time. */
const OF_OTHER_MACHINES: Readonly<Record<number, string>> = {
	0x6969: 'NFS',
	0x517b: 'SMB',
	0xff534d42: 'CIFS',
	0xfe534d42: 'SMB2',
	0x5346414f: 'AFS',
	0x00c36400: 'Ceph',
	0x564c: 'NCP',
	0x01161970: 'GFS2',
	0x7461636f: 'OCFS2',
	0x0bd00bd0: 'Lustre',
	0x47504653: 'GPFS'
};

/**
 * What kind of network share a folder is on, or null. Saved rooms go through memory that processes share, and by locks
 * that hold on one machine alone (https://www.sqlite.org/wal.html): on a share they get damaged.
 */
export async function networkShareOf(
	folder: string,
	kindOf: (folder: string) => Promise<number> = kindOfFileSystem
): Promise<string | null> {
	if (/^(\\\\|\/\/)[^\\/?.]/.test(folder)) return 'Windows';
	return OF_OTHER_MACHINES[(await kindOf(existing(folder))) >>> 0] ?? null;
}

async function kindOfFileSystem(folder: string): Promise<number> {
	// Elsewhere the numbers mean something else.
	return process.platform === 'linux' ? (await statfs(folder)).type : 0;
}

/** The folder, or the nearest above it that is there. */
export function existing(folder: string): string {
	return existsSync(folder) || dirname(folder) === folder ? folder : existing(dirname(folder));
}
