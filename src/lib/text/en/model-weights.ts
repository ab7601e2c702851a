/** Decisions that save the world far more than they cost: why they do in the model, and what that leaves out. */
export const weights = {
	heading: 'What saves far more than it costs',
	text: (times: number) =>
		`The cost of a decision is what its own role pays; what it saves is counted for the whole world, which a vendor or a platform owner reaches with one piece of software or one page. Decisions that save ${times} times their cost or more, alone and as soon as they are open, are listed here with the mechanism and with what it leaves out. Together they save less than their sum: they cover for each other.`,
	figures: (cost: string, saved: string, times: string) => `Costs ${cost}, saves ${saved}: ${times} times.`,
	source: (source: string) => `Source: ${source}.`,
	assumed: (what: string) => `Assumed: ${what}.`,
	why: {
		'health-gates':
			'A second wave that stops by itself never reaches most of the fleet: the loss that is left is the first wave’s. The price is engineers’; not counted are updates that were good and are stopped, and attacks that they would have met.',
		'user-mode-interpreter':
			'On the hosts that have moved a faulty file stops the agent and not the host. The price is the vendor’s own work; not counted are performance, sensors that have to be written anew, and what intruders gain beyond the rate that is assumed.',
		'user-mode-interface':
			'As with the vendor’s own step, for every vendor that moves. Not counted are the vendors’ own costs.',
		'script-for-cloud-disks':
			'A cloud host is mended by a programme, so that one script does what hands do elsewhere. It is written once and costs nothing a copy; not counted are the customers’ own hours in running it.',
		'startup-recovery':
			'Hosts that know a network mend themselves, and technicians are left for the rest. Built once, it works on every host that has it; not counted are the years of work before, and faults of its own.',
		'wider-startup-recovery':
			'More hosts mend themselves; see above. Not counted are customers’ projects to switch it on.',
		'build-recovery-tool':
			'Each repair by hand gets shorter, for everybody who has hands. One tool costs what few engineers cost; not counted are the customers’ hours in making sticks.',
		'tool-without-keys':
			'The same again, and fewer keys to be found. Not counted is what thieves make of such a tool.',
		'engineers-for-everyone':
			'Fewer repairs are done twice. Its price counts people for a few days and not what they leave undone.',
		'content-control':
			'One host in five meets the file after it has been taken back. Not counted are the customers’ costs of ordering their hosts, and attacks on those that wait, beyond the rate that is assumed.',
		'slower-polling':
			'Whoever stops a file within the hour stops it before most hosts have asked. Not counted are attacks in the minutes that good content comes later, beyond the rate that is assumed.',
		'delivery-conditions':
			'A first hundredth of every vendor’s hosts shows the fault before the rest. It costs the platform owner a rule; what it costs vendors is not counted.',
		'name-one-place':
			'The remedy is known hours sooner where nobody searches for it. A page costs little; that people find and believe it is assumed, and a wrong first version is not played.',
		'care-before-counters':
			'Hands go where an hour costs most. What is taken from shops is in the sum; that contracts allow it is assumed.',
		'lend-technicians':
			'Idle hands work where they are short, for the price of their hours, which is in the losses and not in the cost. That rivals let each other in is assumed.',
		'relief-from-rules':
			'Backlogs go down faster in three sectors with large losses. A suspended rule costs an office little; what tired crews and clerks do is a delay here, and never an accident.',
		'cancel-early':
			'What is cancelled in good time leaves crews and aircraft where they are. It saves an airline’s loss, which is large beside the price of telling passengers; fares paid back are in the losses.',
		'fix-for-everybody':
			'Hosts take the fix while they restart. It is the vendor’s software on the vendor’s agents; what customers think of it is trust here, and no suit.'
	}
};
