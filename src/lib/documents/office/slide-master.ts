import { BODY, HEADING, type Box } from './slide-shapes.ts';

/** How slides look: black on white, one layout of a heading and points. */

const EMPTY_TREE = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>';

function place(id: number, type: 'title' | 'body', { x, y, width, height }: Box): string {
	const what = type === 'title' ? 'type="title"' : 'type="body" idx="1"';
	return (
		`<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${type === 'title' ? 'Title' : 'Text'}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph ${what}/></p:nvPr></p:nvSpPr>` +
		`<p:spPr><a:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="${width}" cy="${height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>` +
		'<p:txBody><a:bodyPr><a:normAutofit/></a:bodyPr><a:lstStyle/><a:p><a:endParaRPr lang="en-GB"/></a:p></p:txBody></p:sp>'
	);
}

const PLACES = place(2, 'title', HEADING) + place(3, 'body', BODY);

export function layoutXml(spaces: string): string {
	return (
		`<p:sldLayout ${spaces} type="obj" preserve="1"><p:cSld name="Heading and text"><p:spTree>${EMPTY_TREE}${PLACES}</p:spTree></p:cSld>` +
		'<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>'
	);
}

export function masterXml(spaces: string): string {
	const colour = '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/>';
	const level =
		'<a:lvl1pPr marL="285750" indent="-285750" algn="l"><a:spcBef><a:spcPts val="900"/></a:spcBef><a:buFont typeface="Arial"/><a:buChar char="•"/>' +
		`<a:defRPr sz="2000">${colour}</a:defRPr></a:lvl1pPr>`;
	return (
		`<p:sldMaster ${spaces}><p:cSld><p:bg><p:bgPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>${EMPTY_TREE}${PLACES}</p:spTree></p:cSld>` +
		'<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>' +
		'<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst>' +
		`<p:txStyles><p:titleStyle><a:lvl1pPr algn="l"><a:defRPr sz="2800" b="1">${colour}</a:defRPr></a:lvl1pPr></p:titleStyle>` +
		`<p:bodyStyle>${level}</p:bodyStyle><p:otherStyle><a:lvl1pPr><a:defRPr sz="1400">${colour}</a:defRPr></a:lvl1pPr></p:otherStyle></p:txStyles></p:sldMaster>`
	);
}

export function themeXml(): string {
	const colours: readonly (readonly [string, string])[] = [
		...([
			['dk1', '000000'],
			['lt1', 'FFFFFF'],
			['dk2', '1F2937'],
			['lt2', 'E4E7EC']
		] as const),
		...([
			['accent1', '1D4ED8'],
			['accent2', '6B7280'],
			['accent3', '0F766E']
		] as const),
		...([
			['accent4', 'B45309'],
			['accent5', '7C3AED'],
			['accent6', 'BE123C']
		] as const),
		...([
			['hlink', '1D4ED8'],
			['folHlink', '7C3AED']
		] as const)
	];
	const scheme = colours.map(([name, value]) => `<a:${name}><a:srgbClr val="${value}"/></a:${name}>`);
	const font = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>';
	const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
	const line = `<a:ln w="9525">${fill}</a:ln>`;
	const effect = '<a:effectStyle><a:effectLst/></a:effectStyle>';
	return (
		'<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Plain"><a:themeElements>' +
		`<a:clrScheme name="Plain">${scheme.join('')}</a:clrScheme>` +
		`<a:fontScheme name="Plain"><a:majorFont>${font}</a:majorFont><a:minorFont>${font}</a:minorFont></a:fontScheme>` +
		`<a:fmtScheme name="Plain"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line.repeat(3)}</a:lnStyleLst>` +
		`<a:effectStyleLst>${effect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`
	);
}
